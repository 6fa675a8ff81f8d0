import { describe, expect, it } from 'vitest';
import { rankByTitle, type AppraisedRow } from '../../renderer/screens/appraisal/ranking.ts';
import { reasonWords, verdictWords } from '../../renderer/screens/appraisal/verdict-words.ts';

function row(name: string, given: Partial<AppraisedRow>): AppraisedRow {
  return {
    id: name,
    personId: name,
    groupId: null,
    pupilId: null,
    code: '',
    name,
    apart: '',
    groupName: '',
    position: '',
    titleId: 'LDTT',
    titleName: '',
    titleShort: '',
    registeredOn: null,
    late: false,
    state: 'CHECKED',
    eligibility: 'yes',
    overruled: null,
    failed: [],
    summary: '',
    postponed: false,
    awaitsDecision: false,
    agree: null,
    base: null,
    needed: null,
    outcome: null,
    outcomeReason: '',
    achievement: '',
    opinions: [],
    stale: false,
    points: null,
    place: null,
    overCap: false,
    ...given,
  };
}

describe('a case of which the council decided other than the rules', () => {
  const failing = 'Chưa đủ điều kiện đề nghị Lao động tiên tiến: chưa có kết quả xếp loại.';
  const lines = (given: Partial<AppraisedRow>) =>
    [verdictWords, reasonWords].map((words) => words(row('a', given)));

  it('is listed and exported with the reason of the council, whichever way it went', () => {
    expect(lines({ eligibility: 'no', summary: failing })).toEqual([
      'Chưa đủ điều kiện',
      'Chưa có kết quả xếp loại.',
    ]);
    const passed = { eligibility: 'yes', reason: 'Minh chứng bổ sung đã được xem' } as const;
    expect(lines({ eligibility: 'no', summary: failing, overruled: passed })).toEqual([
      'Đủ điều kiện (Hội đồng quyết định)',
      'Minh chứng bổ sung đã được xem',
    ]);
    const refused = { eligibility: 'no', reason: 'Chưa đủ thời gian công tác' } as const;
    expect(lines({ eligibility: 'yes', overruled: refused })).toEqual([
      'Chưa đủ điều kiện (Hội đồng quyết định)',
      'Chưa đủ thời gian công tác',
    ]);
    expect(lines({ eligibility: 'yes' })[1]).toBe('Đạt mọi điều kiện đã thẩm định.');
  });
});

describe('the cases of each title', () => {
  it('stand by verdict, then by points; equal ones share a place, refused and withdrawn ones have none', () => {
    const rows = [
      row('no', { eligibility: 'no', points: 9900 }),
      row('b', { points: 8000 }),
      row('gone', { state: 'WITHDRAWN', points: 10000 }),
      row('open', { eligibility: 'needs-person', points: 9500 }),
      row('a', { points: 9000 }),
      row('c', { points: 8000 }),
      row('council', {
        eligibility: 'no',
        overruled: { eligibility: 'yes', reason: 'Đã xét' },
        points: null,
      }),
    ];
    expect(rankByTitle(rows, ['LDTT']).map(({ name, place }) => [name, place])).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 2],
      ['council', 4],
      ['open', 5],
      ['no', null],
      ['gone', null],
    ]);
  });

  it('of pupils have no places: nobody gave them points', () => {
    const rows = [row('a', { personId: null, pupilId: 'a' }), row('b', { personId: null, pupilId: 'b' })];
    expect(rankByTitle(rows, ['LDTT']).map(({ name, place }) => [name, place])).toEqual([
      ['a', null],
      ['b', null],
    ]);
  });

  it('beyond a share are marked and stay where they are', () => {
    const rows = [row('a', { points: 3 }), row('b', { points: 2 }), row('c', { eligibility: 'no' })];
    const cap = { titleId: 'LDTT', count: 2, most: 1, base: 10, percent: 15, source: 'Quy chế' };
    const ranked = rankByTitle(rows, ['LDTT'], [cap]);
    expect(ranked.map(({ name, overCap }) => [name, overCap])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect(rankByTitle(rows, ['LDTT']).some(({ overCap }) => overCap)).toBe(false);
  });

  it('come title by title in the order that is given', () => {
    const rows = [row('x', { titleId: 'CSTDCS' }), row('y', {}), row('z', { titleId: 'CSTDCS' })];
    expect(rankByTitle(rows, ['LDTT', 'CSTDCS']).map(({ name, place }) => [name, place])).toEqual([
      ['y', 1],
      ['x', 1],
      ['z', 1],
    ]);
  });
});
