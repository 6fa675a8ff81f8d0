/** Words of the data file and its backups. */
import type { BackupRow } from '../views.ts';

/** Who works with a file before anybody gave a name. */
export const ownerName = 'Thư ký Hội đồng';

/** The invented school of the sample season. */
export const sampleSchool = {
  schoolName: 'Trường THCS Hoa Phượng',
  superior: 'UBND xã An Hải',
  place: 'An Hải',
  schoolYear: '2025-2026',
} as const;

/** Why a backup was made. */
export const backupReasonNames: Readonly<Record<BackupRow['reason'], string>> = {
  close: 'Khi đóng tệp',
  migration: 'Trước khi nâng cấp dữ liệu',
  restore: 'Trước khi khôi phục',
  manual: 'Theo yêu cầu',
};

/** The movement that the sample school launched, and its days. */
export const sampleSeason = {
  movement: {
    name: 'Đổi mới, sáng tạo trong dạy và học, xây dựng trường học hạnh phúc',
    planNumber: '36/KH-THCSHP',
    planDate: '2025-09-15',
    content:
      'Nâng cao chất lượng giáo dục; đổi mới, sáng tạo trong quản lý và giảng dạy; xây dựng môi trường giáo dục lành mạnh; giữ vững kỷ cương, nền nếp; tham gia đầy đủ các phong trào và cuộc vận động của ngành.',
  },
  registrationDeadline: '2025-10-31',
  meetingOn: '2026-05-28',
} as const;
