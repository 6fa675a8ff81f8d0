/** What the command line says. */
import type { MethodKind } from '../api.ts';

export const methodKindNames: Readonly<Record<MethodKind, string>> = {
  query: 'xem',
  command: 'ghi',
  job: 'việc dài',
};

export const cliWords = {
  usage: [
    'Cách dùng:',
    '  cli -- season --from THƯ_MỤC --file TỆP.bangvang --to THƯ_MỤC   chạy trọn một mùa thi đua từ các tệp của trường',
    '  cli -- verify --package THƯ_MỤC                                  kiểm tra một bộ hồ sơ đã xuất',
    "  cli -- TÊN_THAO_TÁC '{…}' --file TỆP.bangvang                    gọi một thao tác bất kỳ, kết quả là JSON",
    '  cli -- help                                                      danh sách thao tác',
  ].join('\n'),
  methods: 'Các thao tác:',
  seasonUsage:
    'Lệnh season cần đủ --from (thư mục tệp đầu vào), --file (tệp dữ liệu mới) và --to (thư mục nhận bộ hồ sơ).',
  verifyUsage: 'Lệnh verify cần --package (thư mục bộ hồ sơ).',
  notJson: 'Dữ liệu của thao tác phải là JSON, ví dụ \'{"id": "…"}\'. Hãy kiểm tra dấu ngoặc và dấu nháy.',
  finished: (files: number, size: string) => `Đã xuất bộ hồ sơ gồm ${files} tệp (${size}).`,
  changed: (path: string) => `Tệp bị thay đổi: ${path}`,
  rehearsalPackage: 'Bộ hồ sơ này xuất ra từ bản tập dượt, không có giá trị.',
  missing: (path: string) => `Tệp bị thiếu: ${path}`,
  added: (path: string) => `Tệp bị thêm: ${path}`,
} as const;
