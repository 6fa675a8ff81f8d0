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
