/** Words of the data file and its backups. */
import type { BackupRow } from '../views.ts';

/** Who works with a file before anybody gave a name. */
export const ownerName = 'Thư ký Hội đồng';

/** A place where a live data file is at risk: what is so, and what to do. */
export const placeWarnings = {
  synced: {
    sentence: 'Tệp dữ liệu nằm trong thư mục đồng bộ lên mạng.',
    advice: 'Hãy chuyển tệp về thư mục trên máy để không bị ghi đè.',
  },
  network: {
    sentence: 'Tệp dữ liệu nằm trên ổ mạng.',
    advice: 'Hãy chép tệp về máy rồi mở lại để không mất dữ liệu khi đứt mạng.',
  },
} as const;

/** The same in one breath, for a banner. */
export function placeWarningText(place: keyof typeof placeWarnings): string {
  return `${placeWarnings[place].sentence} ${placeWarnings[place].advice}`;
}

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

/** Says in every window that it is not the only one. */
export function windowsText(windows: number): string {
  return `Tệp này đang mở ở ${windows} cửa sổ. Việc làm ở cửa sổ kia hiện ra ở đây sau vài giây; cùng sửa một mục thì được hỏi trước khi ghi. Chỉ nhập phiếu ở một cửa sổ.`;
}
