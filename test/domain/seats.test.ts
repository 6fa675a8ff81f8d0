import { describe, expect, it } from 'vitest';
import {
  seatOf,
  seatsOfGroup,
  seatsOfInitiatives,
  seatsOfSchool,
  seatsOfStaff,
} from '../../shared/domain/seats.ts';
import type { PersonRow } from '../../shared/views.ts';

/** Seats as drafts: who, in which role. */
function drafts(seats: readonly { readonly person: { readonly id: string }; readonly role: string }[]) {
  return seats.map(({ person, role }) => ({ personId: person.id, role }));
}

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
    const row = (
      id: string,
      position: string,
      duty: string,
      status = 'WORKING',
      away: string | null = null,
    ) => ({ id, position, duty, status, away, fullName: `Lê ${id}` }) as unknown as PersonRow;
    expect(
      drafts(
        seatsOfSchool([
          row('a', 'Giáo viên', 'Chủ nhiệm 6A'),
          row('b', 'Giáo viên', 'Chủ nhiệm 7A', 'RETIRED'),
          row('c', 'Hiệu trưởng', ''),
          row('d', 'Hiệu trưởng', ''),
          row('e', 'Văn thư', ''),
          row('f', 'Thư ký Hội đồng', ''),
          row('g', 'Giáo viên', 'Chủ nhiệm 8A', 'WORKING', 'MATERNITY'),
          row('h', 'Giáo viên', 'Chủ nhiệm 9A', 'WORKING', 'SECONDMENT'),
        ]),
      ),
    ).toEqual([
      { personId: 'c', role: 'CHAIR' },
      { personId: 'e', role: 'SECRETARY' },
      { personId: 'd', role: 'MEMBER' },
      { personId: 'a', role: 'MEMBER' },
      { personId: 'g', role: 'MEMBER' },
      { personId: 'f', role: 'MEMBER' },
    ]);
  });

  const row = (id: string, position: string, duty = '', status = 'WORKING', away: string | null = null) =>
    ({
      id,
      position,
      duty,
      status,
      away,
      groupName: 'Tổ Toán',
      fullName: `Lê ${id}`,
    }) as unknown as PersonRow;

  it('has everybody in the meeting of a tổ, its head presiding, its clerk writing', () => {
    const seats = seatsOfGroup([
      row('a', 'Giáo viên'),
      row('b', 'Giáo viên', 'Tổ trưởng tổ Toán'),
      row('c', 'Giáo viên', 'Thư ký tổ'),
      row('d', 'Giáo viên', 'Tổ phó'),
      row('e', 'Giáo viên', '', 'LEFT'),
      row('f', 'Giáo viên', '', 'WORKING', 'MATERNITY'),
    ]);
    expect(drafts(seats)).toEqual([
      { personId: 'b', role: 'CHAIR' },
      { personId: 'd', role: 'VICE_CHAIR' },
      { personId: 'c', role: 'SECRETARY' },
      { personId: 'a', role: 'MEMBER' },
      { personId: 'f', role: 'MEMBER' },
    ]);
    expect(seats.every(({ seat }) => seat === 'Tổ Toán')).toBe(true);
  });

  it('has everybody who works here in the conference of the staff, the head presiding', () => {
    expect(
      drafts(
        seatsOfStaff([
          row('a', 'Giáo viên'),
          row('b', 'Hiệu trưởng'),
          row('c', 'Phó Hiệu trưởng'),
          row('d', 'Giáo viên', '', 'RETIRED'),
        ]),
      ),
    ).toEqual([
      { personId: 'b', role: 'CHAIR' },
      { personId: 'a', role: 'MEMBER' },
      { personId: 'c', role: 'MEMBER' },
    ]);
  });

  it('has head, deputies, the union, heads of tổ and the clerk in the initiative council, and nobody else', () => {
    expect(
      drafts(
        seatsOfInitiatives([
          row('a', 'Giáo viên', 'Chủ nhiệm 6A'),
          row('b', 'Hiệu trưởng'),
          row('c', 'Phó Hiệu trưởng'),
          row('d', 'Giáo viên', 'Tổ trưởng'),
          row('e', 'Văn thư'),
          row('f', 'Giáo viên', 'Chủ tịch Công đoàn'),
        ]),
      ),
    ).toEqual([
      { personId: 'b', role: 'CHAIR' },
      { personId: 'c', role: 'VICE_CHAIR' },
      { personId: 'f', role: 'VICE_CHAIR' },
      { personId: 'e', role: 'SECRETARY' },
      { personId: 'd', role: 'MEMBER' },
    ]);
  });
});
