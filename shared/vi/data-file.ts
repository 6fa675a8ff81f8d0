/** Words that a new data file starts with. */

/** Who works with a file before anybody gave a name. */
export const ownerName = 'Thư ký Hội đồng';

/** The invented school of the sample season. */
export const sampleSchool = {
  schoolName: 'Trường THCS Hoa Phượng',
  superior: 'Ủy ban nhân dân xã An Hải',
  place: 'An Hải',
  schoolYear: '2025-2026',
} as const;
