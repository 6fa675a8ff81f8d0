import { describe, expect, it } from 'vitest';
import { seatOf, suggestMembers } from '../../renderer/screens/council/suggest.ts';
import type { PersonRow } from '../../shared/views.ts';

describe('who sits in the council by post', () => {
  it.each([
    ['Hiệu trưởng', '', 'Hiệu trưởng'],
    ['Phó Hiệu trưởng', 'Phụ trách chuyên môn', 'Phó Hiệu trưởng'],
    ['Giáo viên', 'Bí thư chi bộ', 'Bí thư cấp ủy'],
    ['Giáo viên', 'Thành viên Hội đồng trường', 'Hội đồng trường'],
    ['Giáo viên', 'Chủ tịch Công đoàn', 'Công đoàn'],
    ['Giáo viên', 'Bí thư Đoàn', 'Bí thư Đoàn'],
    ['Giáo viên', 'Tổng phụ trách Đội', 'Tổng phụ trách Đội'],
    ['Tổ trưởng chuyên môn', '', 'Tổ trưởng'],
    ['Giáo viên', 'Chủ nhiệm lớp 6A1', 'Giáo viên chủ nhiệm'],
    ['Giáo viên', 'GVCN 9A', 'Giáo viên chủ nhiệm'],
    ['Tổ phó chuyên môn', 'Phó tổ trưởng', null],
    ['Giáo viên', 'Dạy Toán 6', null],
  ])('%s, %s: %s', (position, duty, seat) => {
    expect(seatOf({ position, duty })).toBe(seat);
  });

  it('has one chair, one secretary, and all homeroom teachers who work here', () => {
    const row = (id: string, position: string, duty: string, status = 'WORKING') =>
      ({ id, position, duty, status, fullName: `Lê ${id}` }) as unknown as PersonRow;
    expect(
      suggestMembers([
        row('a', 'Giáo viên', 'Chủ nhiệm 6A'),
        row('b', 'Giáo viên', 'Chủ nhiệm 7A', 'RETIRED'),
        row('c', 'Hiệu trưởng', ''),
        row('d', 'Hiệu trưởng', ''),
        row('e', 'Văn thư', ''),
        row('f', 'Thư ký Hội đồng', ''),
        row('g', 'Giáo viên', 'Chủ nhiệm 8A', 'MATERNITY_LEAVE'),
      ]),
    ).toEqual([
      { personId: 'c', role: 'CHAIR' },
      { personId: 'e', role: 'SECRETARY' },
      { personId: 'd', role: 'MEMBER' },
      { personId: 'a', role: 'MEMBER' },
      { personId: 'g', role: 'MEMBER' },
      { personId: 'f', role: 'MEMBER' },
    ]);
  });
});
