import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  back,
  finished,
  mark,
  moveTo,
  next,
  openLot,
  previous,
  removePaper,
  spoil,
  type Lot,
} from '../../renderer/screens/ballot/lot.ts';
import { parseTime } from '../../renderer/screens/council/time.ts';
import { roleByPost, seatsOfSchool } from '../../shared/domain/seats.ts';
import { marks, type Mark } from '../../shared/terms.ts';
import type { BallotInput, PersonRow } from '../../shared/views.ts';

const names = 3;
const paper: fc.Arbitrary<BallotInput> = fc.oneof(
  fc
    .array(fc.constantFrom(...marks), { minLength: names, maxLength: names })
    .map((row) => ({ invalidReason: null, marks: row })),
  fc.constantFrom('Rách', 'Ghi thêm tên').map((invalidReason) => ({ invalidReason, marks: [] })),
);

function typed(lot: Lot, ballot: BallotInput): Lot {
  const full =
    ballot.invalidReason === null
      ? ballot.marks.reduce((sheet: Lot, value: Mark) => mark(sheet, value), lot)
      : spoil(lot, ballot.invalidReason);
  return next(full);
}

describe('the open lot', () => {
  it('holds what was typed, and the cursor is on the first name of a new paper', () => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 8 }), (ballots) => {
        const lot = ballots.reduce(typed, openLot({ names, ballots: [] }));
        expect(lot.ballots).toEqual(ballots);
        expect(lot).toMatchObject({ at: ballots.length, row: 0 });
        expect(finished(lot.sheet)).toBeNull();
      }),
    );
  });

  it('is not changed by looking back and coming again', () => {
    fc.assert(
      fc.property(
        fc.array(paper, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (ballots, steps) => {
          const half = mark(openLot({ names, ballots }), 'DISAGREE');
          let lot: Lot = half;
          for (let step = 0; step < steps; step += 1) lot = previous(lot);
          for (let step = 0; step < steps; step += 1) lot = next(lot);
          expect(lot.ballots).toEqual(ballots);
          expect(lot.at).toBe(ballots.length);
          expect(lot.sheet.marks).toEqual(['DISAGREE', null, null]);
          expect(lot.row).toBe(1);
        },
      ),
    );
  });

  it('corrects an earlier paper in its place', () => {
    const first: BallotInput = { invalidReason: null, marks: ['AGREE', 'AGREE', 'AGREE'] };
    const second: BallotInput = { invalidReason: 'Rách', marks: [] };
    let lot = previous(previous(openLot({ names, ballots: [first, second] })));
    lot = next(mark(moveTo(lot, 1), 'BLANK'));
    expect(lot.ballots).toEqual([{ invalidReason: null, marks: ['AGREE', 'BLANK', 'AGREE'] }, second]);
    expect(lot.at).toBe(1);
    lot = back(lot, { clear: true });
    expect(lot.sheet).toEqual({ invalidReason: null, marks: [null, null, null] });
    expect(next(lot)).toBe(lot);
  });

  it('gives back any one of its papers, and the others stay as they were', () => {
    fc.assert(
      fc.property(fc.array(paper, { minLength: 1, maxLength: 6 }), fc.nat({ max: 5 }), (ballots, nth) => {
        const at = nth % ballots.length;
        const half = mark(openLot({ names, ballots }), 'DISAGREE');
        let lot: Lot = half;
        for (let step = ballots.length; step > at; step -= 1) lot = previous(lot);
        lot = removePaper(lot);
        expect(lot.ballots).toEqual(ballots.toSpliced(at, 1));
        expect(lot.at).toBe(at);
        while (lot.at < lot.ballots.length) lot = next(lot);
        // The new paper that waited is still half typed.
        expect(lot.sheet.marks).toEqual(['DISAGREE', null, null]);
        expect(removePaper(lot)).toBe(lot);
      }),
    );
  });

  it('takes no mark past the last name and none from before the first', () => {
    const full = (['AGREE', 'AGREE', 'AGREE'] as const).reduce(mark, openLot({ names, ballots: [] }));
    expect(mark(full, 'DISAGREE')).toBe(full);
    expect(back(openLot({ names, ballots: [] }), { clear: true }).row).toBe(0);
  });
});

function person(id: string, position: string, duty = ''): PersonRow {
  return {
    id,
    code: null,
    fullName: `Nguyễn Văn ${id}`,
    birthDate: null,
    sex: null,
    position,
    duty,
    groupId: null,
    groupName: '',
    degree: '',
    joinedOn: null,
    partyMember: false,
    status: 'WORKING',
    away: null,
  };
}

describe('who sits in the council', () => {
  it('reads roles from posts and duties', () => {
    expect(roleByPost(person('A', 'Hiệu trưởng'))).toBe('CHAIR');
    expect(roleByPost(person('B', 'Phó Hiệu trưởng'))).toBe('VICE_CHAIR');
    expect(roleByPost(person('C', 'Giáo viên', 'Chủ tịch Công đoàn'))).toBe('VICE_CHAIR');
    expect(roleByPost(person('D', 'Nhân viên', 'Văn thư'))).toBe('SECRETARY');
    expect(roleByPost(person('E', 'Tổ trưởng'))).toBe('MEMBER');
  });

  it('suggests one chair, one secretary, the heads of tổ, and no others', () => {
    const left: PersonRow = { ...person('G', 'Tổ trưởng'), status: 'LEFT' };
    const people = [
      person('E', 'Tổ trưởng'),
      person('D', 'Nhân viên', 'Văn thư'),
      person('H', 'Nhân viên', 'Thư ký'),
      person('F', 'Giáo viên'),
      person('A', 'Hiệu trưởng'),
      left,
    ];
    const seats = seatsOfSchool(people).map(({ person: { id }, role }) => ({ personId: id, role }));
    expect(seats).toEqual([
      { personId: 'A', role: 'CHAIR' },
      { personId: 'D', role: 'SECRETARY' },
      { personId: 'E', role: 'MEMBER' },
      { personId: 'H', role: 'MEMBER' },
    ]);
  });
});

describe('times of day', () => {
  it.each([
    ['7h30', '07:30'],
    ['14:00', '14:00'],
    ['7 giờ', '07:00'],
    ['7 giờ 15 phút', '07:15'],
    ['16g45', '16:45'],
  ])('reads %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each(['', '24:00', '7h60', '7', 'sáng'])('refuses "%s"', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});
