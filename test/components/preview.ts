import type { ImportPreview } from '../../shared/views.ts';
import { storyPeople } from './people.ts';

/** What importing a made-up list of people would do. */
export const preview: ImportPreview = {
  kind: 'people',
  fileName: 'nhan-su.xlsx',
  doubts: [],
  fields: [
    { id: 'code', label: 'Mã' },
    { id: 'fullName', label: 'Họ và tên' },
    { id: 'birthDate', label: 'Ngày sinh' },
    { id: 'group', label: 'Tổ' },
  ],
  sheets: [
    {
      name: 'Danh sách',
      included: true,
      headerRow: 3,
      top: [{ row: 3, text: 'Mã GV · Họ tên · Ngày sinh · Tổ chuyên môn · Ghi chú' }],
      missing: [],
      columns: [
        { index: 0, header: 'Mã GV', field: 'code' },
        { index: 1, header: 'Họ tên', field: 'fullName' },
        { index: 2, header: 'Ngày sinh', field: 'birthDate' },
        { index: 3, header: 'Tổ chuyên môn', field: 'group' },
        { index: 4, header: 'Ghi chú', field: null },
      ],
      rows: storyPeople(24).map((person, n) => ({
        row: n + 4,
        cells: [
          person.code,
          person.fullName,
          n === 5 ? '31/02/1985' : person.birthDate,
          person.groupName,
          'kiêm nhiệm',
        ],
        effect: n === 5 ? ('problem' as const) : n % 7 === 0 ? ('change' as const) : ('add' as const),
      })),
    },
    { name: 'Nghỉ hưu', included: false, headerRow: 1, top: [], missing: [], columns: [], rows: [] },
  ],
  problems: [
    {
      file: 'nhan-su.xlsx',
      sheet: 'Danh sách',
      row: 9,
      column: 'Ngày sinh',
      code: 'invalid-date',
      message: '“31/02/1985” không phải là ngày có thật. Hãy sửa thành ngày/tháng/năm.',
      severity: 'problem',
    },
  ],
  counts: { add: 19, change: 4, same: 0, problem: 1 },
};
