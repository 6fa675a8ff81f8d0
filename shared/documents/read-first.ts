/**
 * The note for whoever gets the stick: how to check the package with the app, on Windows and on Linux.
 * With Windows line ends and a byte-order mark, for the oldest Notepad.
 */
export function readFirst({
  title,
  school,
  schoolYear,
}: {
  readonly title: string;
  readonly school: string;
  readonly schoolYear: string;
}): string {
  const lines = [
    'CÁCH KIỂM TRA BỘ HỒ SƠ',
    '',
    title,
    school,
    `Năm học ${schoolYear}`,
    '',
    'Trong thư mục này, tệp SHA256SUMS ghi mã SHA-256 của từng tệp. Bộ hồ sơ còn nguyên vẹn',
    'khi mã tính lại của mọi tệp đều trùng với mã đã ghi.',
    '',
    '1. Bằng ứng dụng Bảng Vàng (máy nào cũng được, không cần mạng)',
    '   Chọn “Kiểm tra bộ hồ sơ” rồi chỉ đến thư mục này.',
    '',
    '2. Trên Windows, không cần cài thêm gì',
    '   a) Bấm vào ô địa chỉ của thư mục này, gõ cmd rồi bấm Enter.',
    '   b) Tính mã của cả bộ hồ sơ:',
    '        certutil -hashfile SHA256SUMS SHA256',
    '      Mã hiện ra phải trùng với mã kiểm tra đã ghi khi bàn giao',
    '      (khi so sánh, bỏ qua dấu cách giữa các nhóm 4 ký tự).',
    '   c) Tính mã của từng tệp:',
    '        certutil -hashfile "tên tệp" SHA256',
    '      Mã hiện ra phải trùng với mã đứng trước tên tệp đó trong tệp SHA256SUMS',
    '      (mở bằng Notepad).',
    '',
    '3. Trên Linux',
    '        sha256sum SHA256SUMS',
    '        sha256sum -c SHA256SUMS',
    '',
    'Không sửa, đổi tên, thêm hoặc xóa tệp trong thư mục này. Cần chỉnh sửa thì chép ra nơi khác',
    'và xuất lại bộ hồ sơ từ ứng dụng.',
    '',
  ];
  return `\uFEFF${lines.join('\r\n')}`;
}
