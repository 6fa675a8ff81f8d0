import { describe, expect, it } from 'vitest';
import { letterhead, outline, readSheets, signatures } from '../support/messy-workbook.ts';

describe('lines that are no rows', () => {
  it('ends a table without numbers and codes at the signatures', async () => {
    const { rows, problems } = await readSheets({
      kind: 'registrations',
      sheets: [
        {
          name: 'A',
          rows: [
            ['UBND XÃ AN HẢI', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
            ['TRƯỜNG THCS HOA PHƯỢNG', null, 'Độc lập - Tự do - Hạnh phúc'],
            ['Họ và tên', 'Tổ', 'Danh hiệu'],
            ['Tạ Phương Huệ', 'Toán', 'LĐTT'],
            ['Tống Thu Cộng', 'Toán', 'LĐTT'],
            ['Cộng: 2 người', null, null],
            ['An Hải, ngày     tháng     năm 2025', null, null],
            ['TM. HỘI ĐỒNG', null, 'NGƯỜI LẬP'],
            ['CHỦ TỊCH', null, '(Ký, ghi rõ họ tên)'],
            ['Nguyễn Minh Đạt', null, 'Phan Thị Hồng Đào'],
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows.map((row) => row.fullName)).toEqual(['Tạ Phương Huệ', 'Tống Thu Cộng']);
  });

  it('keeps heads and tổ leaders whose post stands in the table', async () => {
    const { rows, problems } = await readSheets({
      kind: 'people',
      sheets: [
        {
          name: 'A',
          rows: [
            ['Họ và tên', 'Chức vụ', 'Tổ'],
            ['Nguyễn Minh Đạt', 'Hiệu trưởng', 'Tổ Văn phòng'],
            ['Phan Thị Hồng Đào', 'Tổ trưởng', 'Tổ Toán'],
            ['Thủ trưởng đơn vị', null, null],
            ['Nguyễn Minh Đạt', null, null],
          ],
        },
      ],
    });
    expect(problems).toEqual([]);
    expect(rows.map((row) => row.position)).toEqual(['Hiệu trưởng', 'Tổ trưởng']);
  });

  it('does not lose a row for want of a number, and asks about one without a name', async () => {
    const { rows, problems } = await readSheets({
      kind: 'registrations',
      sheets: [
        {
          name: 'A',
          rows: [
            ...letterhead,
            ['STT', 'Mã', 'Họ và tên', 'Danh hiệu', 'Ngày đăng ký'],
            [1, 'A1', 'Tạ Phương Huệ', 'LĐTT', '10/10/2025'],
            [null, null, 'Mạc Quang Đạt', 'LĐTT', '10/10/2025'],
            [null, null, null, 'LĐTT', '10/10/2025'],
            ...signatures,
          ],
        },
      ],
    });
    expect(rows.map((row) => row.fullName)).toEqual(['Tạ Phương Huệ', 'Mạc Quang Đạt']);
    expect(outline(problems)).toEqual(['missing-person @9 Họ và tên']);
  });

  it('reads a tổ for each of several sheets from its title, though Excel cut the name', async () => {
    const title = 'ĐĂNG KÝ THI ĐUA NĂM HỌC 2025 - 2026 - TỔ GIÁO DỤC THỂ CHẤT - NGHỆ THUẬT';
    const { rows } = await readSheets({
      kind: 'registrations',
      sheets: [
        {
          name: 'Tổ Giáo dục thể chất - Nghệ thu',
          rows: [[title], ['STT', 'Họ và tên', 'Danh hiệu'], [1, 'Võ Thị Vân', 'LĐTT']],
        },
      ],
      groupNames: ['Tổ Giáo dục thể chất - Nghệ thuật'],
    });
    expect(rows).toMatchObject([{ groupName: 'Tổ Giáo dục thể chất - Nghệ thuật' }]);
  });
});
