/** What a disk or a stick may answer when it will not do what was asked. */
export type DiskTrouble = 'device' | 'gone' | 'busy' | 'file-too-large';

/** The reason in the sentence of a failed copy. */
export const diskTroubles: Readonly<Record<DiskTrouble, string>> = {
  device: 'thiết bị báo lỗi khi đọc hoặc ghi',
  gone: 'thiết bị đã bị rút ra hoặc không trả lời',
  busy: 'tệp đang bị chương trình khác giữ, có thể là phần mềm diệt vi-rút',
  'file-too-large': 'tệp quá lớn so với định dạng của ổ đĩa',
};

/** Names of the usual places in the file picker. */
export const placeNames = {
  home: 'Thư mục cá nhân',
  documents: 'Tài liệu',
  desktop: 'Màn hình nền',
} as const;
