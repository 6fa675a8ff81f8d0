import { describe, expect, it } from 'vitest';
import { matchRows } from '../../shared/imports/match.ts';
import { matchGroup, matchPerson, personIndex, type KnownPerson } from '../../shared/imports/persons.ts';
import { planImport } from '../../shared/imports/plan.ts';
import { readRows } from '../../shared/imports/rows.ts';
import type { ImportKind } from '../../shared/views.ts';
import { outline, roundTrip, type MessySheet } from '../support/messy-workbook.ts';

function person(id: string, code: string | null, fullName: string, groupName = 'Tổ Toán'): KnownPerson {
  return { id, code, fullName, groupName, birthDate: null };
}

const people = [
  person('p1', '3100700001', 'Nguyễn Minh Đạt', 'Tổ Văn phòng'),
  person('p2', '3100700002', 'Phạm Thị Hà'),
  person('p3', '3100700003', 'Phạm Thị Hà', 'Tổ Khoa học tự nhiên'),
  person('p4', '3100700004', 'Phạm Thị Hạ'),
  person('p5', '0005', 'Trần Thuý Hoà'),
  person('p6', '3100700006', 'Lê Văn An'),
  person('p7', '3100700007', 'Lê Văn An'),
  person('p8', null, 'Vũ Phương Mai'),
];
const index = personIndex(people);
const groups = [
  { id: 'g1', name: 'Tổ Toán' },
  { id: 'g2', name: 'Tổ Khoa học tự nhiên' },
  { id: 'g3', name: 'Tổ Văn phòng' },
];

describe('matchPerson', () => {
  it.each([
    [{ code: '3100700001', fullName: 'Nguyễn Minh Đạt', groupName: null }, 'p1'],
    [{ code: '3100700001', fullName: 'nguyen minh dat', groupName: null }, 'p1'],
    [{ code: '3100700001', fullName: '', groupName: null }, 'p1'],
    [{ code: null, fullName: 'NGUYỄN  MINH ĐẠT'.normalize('NFD'), groupName: null }, 'p1'],
    [{ code: null, fullName: 'Nguyen Minh Dat', groupName: null }, 'p1'],
    [{ code: null, fullName: 'Trần Thúy Hòa', groupName: null }, 'p5'],
    [{ code: '5', fullName: 'Trần Thúy Hòa', groupName: null }, 'p5'],
    [{ code: null, fullName: 'Phạm Thị Hà', groupName: 'KHTN' }, 'p3'],
    [{ code: null, fullName: 'Phạm Thị Hà', groupName: 'tổ  toán' }, 'p2'],
    [{ code: null, fullName: 'Phạm Thị Hạ', groupName: null }, 'p4'],
    [{ code: '99', fullName: 'Vũ Phương Mai', groupName: null }, 'p8'],
  ])('finds %j', (clue, personId) => {
    expect(matchPerson(clue, index)).toEqual({ kind: 'found', personId });
  });

  it.each([
    [{ code: null, fullName: 'Phạm Thị Hà', groupName: null }, 'ambiguous-person'],
    [{ code: null, fullName: 'Phạm Thị Hà', groupName: 'Tổ Văn phòng' }, 'ambiguous-person'],
    [{ code: null, fullName: 'Lê Văn An', groupName: 'Tổ Toán' }, 'ambiguous-person'],
    [{ code: null, fullName: 'pham thi ha', groupName: null }, 'ambiguous-person'],
    [{ code: null, fullName: 'Nguyễn Minh Đát', groupName: null }, 'unknown-person'],
    [{ code: '77', fullName: 'Nguyễn Minh Đạt', groupName: null }, 'unknown-code'],
    [{ code: '5', fullName: 'Nguyễn Minh Đạt', groupName: null }, 'unknown-code'],
    [{ code: '3100700001', fullName: 'Phạm Thị Hà', groupName: null }, 'name-differs'],
  ])('does not guess %j', (clue, kind) => {
    expect(matchPerson(clue, index).kind).toBe(kind);
  });

  it('finds a tổ by what its name says', () => {
    expect(matchGroup('TỔ  KHOA HỌC TỰ NHIÊN', groups)?.id).toBe('g2');
    expect(matchGroup('khtn', groups)?.id).toBe('g2');
    expect(matchGroup('Tổ Sử', groups)).toBeNull();
  });
});

async function match(kind: ImportKind, sheets: readonly MessySheet[]) {
  const workbook = await roundTrip(sheets);
  const plan = planImport({ kind, workbook, groupNames: groups.map((group) => group.name) });
  const { rows, problems } = readRows({ kind, plan, workbook });
  const result = matchRows({ kind, plan, rows, index, groups });
  return {
    ids: result.matched.map((row) => row.personId ?? row.groupId),
    problems: [...problems, ...result.problems],
  };
}

const registration = ['STT', 'Mã định danh', 'Họ và tên', 'Danh hiệu đăng ký'];

describe('matchRows', () => {
  it('asks about two people of one name, and tells where', async () => {
    const { ids, problems } = await match('registrations', [
      {
        name: 'Chung',
        rows: [
          registration,
          [1, null, 'Nguyễn Minh Đạt', 'LĐTT'],
          [2, null, 'Phạm Thị Hà', 'LĐTT'],
          [3, '3100700002', 'Phạm Thị Hà', 'LĐTT'],
          [4, '9999', 'Tạ Phương Huệ', 'LĐTT'],
          [5, '3100700004', 'Tạ Phương Huệ', 'LĐTT'],
          [6, null, 'Tạ Phương Huệ', 'LĐTT'],
        ],
      },
      { name: 'Tổ Khoa học tự nhiên', rows: [registration, [1, null, 'Phạm Thị Hà', 'LĐTT']] },
    ]);
    expect(ids).toEqual(['p1', 'p2', 'p3']);
    expect(outline(problems)).toEqual([
      'ambiguous-person @3 Họ và tên',
      'unknown-code @5 Mã định danh',
      'name-differs @6 Họ và tên',
      'unknown-person @7 Họ và tên',
    ]);
    expect(problems[2]?.message).toContain('Phạm Thị Hạ');
  });

  it('takes the first of two rows about one person, and both when they register different titles', async () => {
    const { ids, problems } = await match('registrations', [
      {
        name: 'A',
        rows: [
          registration,
          [1, '3100700001', 'Nguyễn Minh Đạt', 'LĐTT'],
          [2, null, 'Nguyễn Minh Đạt', 'LĐTT'],
          [3, '3100700001', 'Nguyễn Minh Đạt', 'CSTĐCS'],
          [4, '3100700001', 'Nguyễn Minh Đạt', 'CSTĐCS'],
        ],
      },
    ]);
    expect(ids).toEqual(['p1', 'p1']);
    expect(outline(problems)).toEqual(['duplicate-person @3 Họ và tên', 'duplicate-person @5 Họ và tên']);
    expect(problems[0]?.message).toContain('dòng 2, trang “A”');
  });

  it('lets history repeat a person but not a year, and initiatives repeat a person but not a name', async () => {
    const history = await match('history', [
      {
        name: 'A',
        rows: [
          ['STT', 'Mã', 'Họ và tên', 'Năm học', 'Xếp loại'],
          [1, '3100700001', null, '2023-2024', 'HTTNV'],
          [2, '3100700001', null, '2024-2025', 'HTTNV'],
          [3, '3100700001', null, '2024-2025', 'HTXSNV'],
        ],
      },
    ]);
    expect(history.ids).toEqual(['p1', 'p1']);
    expect(history.problems).toMatchObject([{ code: 'duplicate-person', row: 4, column: 'Họ và tên' }]);
    const initiatives = await match('initiatives', [
      {
        name: 'A',
        rows: [
          ['STT', 'Mã', 'Tác giả', 'Năm học', 'Tên sáng kiến', 'Phạm vi'],
          [1, '3100700001', null, '2024-2025', 'Một', 'cơ sở'],
          [2, '3100700001', null, '2024-2025', 'Hai', 'cơ sở'],
          [3, '3100700001', null, '2024-2025', 'Hai', 'cơ sở'],
        ],
      },
    ]);
    expect(initiatives.ids).toEqual(['p1', 'p1']);
    expect(initiatives.problems.map((problem) => problem.code)).toEqual(['duplicate-row']);
  });

  it('adds the unknown people of a staff list, but no code or person twice', async () => {
    const { ids, problems } = await match('people', [
      {
        name: 'A',
        rows: [
          ['STT', 'Mã', 'Họ và tên', 'Ngày sinh', 'Tổ'],
          [1, '3100700001', 'Nguyễn Minh Đạt', '01/01/1996', 'Tổ Mới'],
          [2, 'N1', 'Hồ Quang An', '01/01/1990', 'Tổ Toán'],
          [3, 'N1', 'Lê Thu Yến', '02/01/1990', 'Tổ Toán'],
          [4, null, 'Đỗ Văn Vinh', '03/01/1990', 'Tổ Toán'],
          [5, null, 'Đỗ Văn Vinh', '03/01/1990', 'Tổ Toán'],
          [6, null, 'Đỗ Văn Vinh', '04/01/1990', 'Tổ Toán'],
          [7, null, 'Phạm Thị Hà', null, null],
        ],
      },
    ]);
    expect(ids).toEqual(['p1', 'g1', 'g1', 'g1']);
    expect(outline(problems)).toEqual([
      'duplicate-person @4 Họ và tên',
      'duplicate-person @6 Họ và tên',
      'ambiguous-person @8 Họ và tên',
    ]);
  });

  it('matches collectives to tổ', async () => {
    const { ids, problems } = await match('collectives', [
      {
        name: 'A',
        rows: [
          ['STT', 'Tên tổ', 'Danh hiệu'],
          [1, 'Toán', 'TTLĐTT'],
          [2, 'Tổ KHTN', 'TTLĐXS'],
          [3, 'Tổ Thể dục', 'TTLĐTT'],
          [4, 'TỔ TOÁN', 'TTLĐTT'],
        ],
      },
    ]);
    expect(ids).toEqual(['g1', 'g2']);
    expect(outline(problems)).toEqual(['unknown-group @4 Tên tổ', 'duplicate-group @5 Tên tổ']);
  });
});
