import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGroup, checkPerson, type Verdict } from '../../shared/domain/eligibility.ts';
import type { CheckContext, GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import { withOverrides, withVariant } from '../../shared/rules/catalogue.ts';
import {
  absenceKinds,
  disciplineForms,
  initiativeScopes,
  pendingMatterKinds,
  ratings,
} from '../../shared/terms.ts';
import { reasonsIn } from '../../shared/vi/findings.ts';
import { contextOf, groupFacts, members, personFacts } from '../support/facts.ts';

const nd90 = contextOf('2025-2026');
const nd233 = contextOf('2026-2027');

function person(titleId: string, change: Partial<PersonFacts> = {}, context: CheckContext = nd90): Verdict {
  return checkPerson({ titleId, facts: personFacts(change), context });
}
function group(titleId: string, change: Partial<GroupFacts> = {}): Verdict {
  return checkGroup({ titleId, facts: groupFacts(change), context: nd90 });
}
function state(verdict: Verdict, ruleId: string): string | undefined {
  return verdict.conditions.find((condition) => condition.ruleId === ruleId)?.state;
}

const excellent = { rating: { level: 'HTXS', state: 'decided' } } as const;
const initiative = {
  schoolYear: '2025-2026',
  name: 'Học liệu số',
  scope: 'BASE',
  decisionNumber: '266/QĐ',
  share: 50,
} as const;
const reprimand = { form: 'REPRIMAND', from: '2025-11-03', to: '2026-11-02', linkedToDuty: null } as const;

describe('people: the vectors of the reference', () => {
  it('1: HTT for twelve months is enough for LĐTT, not for CSTĐCS', () => {
    expect(person('LDTT')).toMatchObject({
      eligibility: 'yes',
      failed: [],
      postponed: false,
      ruleSetId: 'RS2025',
    });
    expect(person('CSTDCS')).toMatchObject({ eligibility: 'no', failed: ['initiative-or-excellent'] });
  });
  it('2: an initiative recognised at the base this year makes CSTĐCS', () => {
    expect(person('CSTDCS', { initiatives: [initiative] }).eligibility).toBe('yes');
  });
  it('3 and 4: HTXS alone is enough, unless the wording of the draft law is switched on', () => {
    expect(person('CSTDCS', excellent).eligibility).toBe('yes');
    const ruleSet = withVariant({ ruleSet: nd233.ruleSet, titleId: 'CSTDCS', variantId: 'CSTDCS_2026' });
    expect(person('CSTDCS', excellent, { ...nd233, ruleSet })).toMatchObject({
      eligibility: 'no',
      failed: ['initiative-or-research'],
    });
  });
  it('5: a new recruit of five months is blocked by T1, of exactly six is not', () => {
    expect(person('LDTT', { joinedOn: '2026-01-01' })).toMatchObject({ eligibility: 'no', failed: ['T1'] });
    expect(person('LDTT', { joinedOn: '2025-12-01' }).eligibility).toBe('yes');
    expect(person('CSTDCS', { joinedOn: '2026-01-01' }).failed).toEqual(['T1', 'initiative-or-excellent']);
    expect(person('LDTT', { joinedOn: '2026-07-01' }).failed).toEqual(['T1']);
  });
  it('6: maternity of six months takes nothing away', () => {
    const absences = [{ kind: 'MATERNITY', from: '2025-10-01', to: '2026-03-31' }] as const;
    expect(person('LDTT', { absences }).eligibility).toBe('yes');
    expect(person('LDTT', { absences: [{ kind: 'MATERNITY', from: null, to: null }] }).eligibility).toBe(
      'yes',
    );
    expect(person('LDTT', { absences }, nd233).eligibility).toBe('yes');
  });
  it('7 and 8: sick for four months bars under NĐ 90/2020, not under NĐ 233/2026', () => {
    expect(
      person('LDTT', { absences: [{ kind: 'SICK', from: '2025-09-01', to: '2025-12-31' }] }),
    ).toMatchObject({
      eligibility: 'no',
      failed: ['T5'],
    });
    const later = person(
      'LDTT',
      { absences: [{ kind: 'SICK', from: '2026-09-01', to: '2026-12-31' }] },
      nd233,
    );
    expect(later.eligibility).toBe('yes');
    expect(state(later, 'T5')).toBeUndefined();
    expect(state(later, 'T5b')).toBe('passed');
  });
  it('rates the end of 2026 by NĐ 90/2020 where the school has no regulation of its own yet, and no later day', () => {
    const absences = [{ kind: 'SICK', from: '2026-08-01', to: '2026-11-30' }] as const;
    const source = 'Chưa ban hành Quy chế đánh giá';
    const ruleSet = withOverrides({
      ruleSet: nd233.ruleSet,
      overrides: { switches: { ratedByOldDecree: { value: true, source } } },
    });
    const failedOn = (meetingDate: string, set = ruleSet) =>
      person('LDTT', { absences }, { ...nd233, meetingDate, ruleSet: set }).failed;
    expect(failedOn('2026-12-31')).toEqual(['T5']);
    expect(failedOn('2027-01-01')).toEqual([]);
    expect(failedOn('2026-12-31', nd233.ruleSet)).toEqual([]);
  });
  it('9: any discipline in the year bars under NĐ 90/2020, without failing the rating too', () => {
    expect(person('LDTT', { disciplines: [reprimand] })).toMatchObject({ eligibility: 'no', failed: ['B3'] });
    expect(person('CSTDCS', { disciplines: [reprimand] }).failed).toEqual(['B3', 'initiative-or-excellent']);
  });
  it('10: under NĐ 233/2026 the engine asks whether it is linked to duties', () => {
    const discipline = { ...reprimand, from: '2026-11-03', to: null };
    const asked = person('LDTT', { disciplines: [discipline] }, nd233);
    expect(asked).toMatchObject({ eligibility: 'needs-person', failed: [] });
    expect(state(asked, 'B3b')).toBe('to-be-judged');
    expect(person('LDTT', { disciplines: [{ ...discipline, linkedToDuty: false }] }, nd233).eligibility).toBe(
      'yes',
    );
    expect(person('LDTT', { disciplines: [{ ...discipline, linkedToDuty: true }] }, nd233).failed).toEqual([
      'B3b',
    ]);
  });
  it('11: a complaint being verified postpones, and clears on the day of its conclusion', () => {
    const open = { kind: 'COMPLAINT', from: '2026-04-01', to: null } as const;
    expect(person('LDTT', { pendingMatters: [open] })).toMatchObject({
      eligibility: 'needs-person',
      postponed: true,
      failed: [],
    });
    expect(person('LDTT', { pendingMatters: [{ ...open, to: '2026-05-29' }] }).postponed).toBe(true);
    expect(person('LDTT', { pendingMatters: [{ ...open, to: '2026-05-28' }] }).eligibility).toBe('yes');
    expect(person('LDTT', { pendingMatters: [{ ...open, from: '2026-05-29' }] }).eligibility).toBe('yes');
    const failedToo = person('LDTT', { pendingMatters: [open], disciplines: [reprimand] });
    expect(failedToo).toMatchObject({ eligibility: 'no', postponed: false, failed: ['B3'] });
  });
});

describe('people: what is not known is asked', () => {
  it('leaves a rating or a recruitment day that nobody entered open', () => {
    expect(person('LDTT', { rating: { level: null, state: null } })).toMatchObject({
      eligibility: 'needs-person',
      failed: [],
    });
    expect(state(person('LDTT', { joinedOn: null }), 'T1')).toBe('to-be-judged');
    const unrated = person('CSTDCS', { rating: { level: null, state: null } });
    expect(state(unrated, 'initiative-or-excellent')).toBe('to-be-judged');
    expect(person('CSTDCS', { rating: { level: null, state: null }, joinedOn: '2026-03-01' }).failed).toEqual(
      ['T1'],
    );
  });
  it('waits for the number of a recognition, and takes no judgement in its place', () => {
    const waiting = { ...initiative, decisionNumber: null };
    const judged = {
      'emulation-spirit': { answer: 'pass', reason: 'Tổ xác nhận', by: 'Tổ trưởng' },
      'initiative-or-excellent': { answer: 'pass', reason: 'Sẽ có', by: 'Thư ký' },
    } as const;
    const verdict = person('CSTDCS', { initiatives: [waiting], judgements: judged });
    expect(verdict).toMatchObject({ eligibility: 'needs-person', failed: [] });
    expect(verdict.summary).toContain('chờ công nhận');
    expect(
      person('CSTDCS', { initiatives: [{ ...waiting, scope: 'NOT_RECOGNISED', decisionNumber: '1/QĐ' }] })
        .eligibility,
    ).toBe('no');
    expect(person('CSTDCS', { initiatives: [waiting, initiative] }).eligibility).toBe('yes');
    expect(person('CSTDCS', { initiatives: [waiting], ...excellent }).eligibility).toBe('yes');
  });
  it('asks for the spirit of emulation until a person answers', () => {
    const open = person('LDTT', { judgements: {} });
    expect(open.eligibility).toBe('needs-person');
    expect(open.summary).toContain('tự lực, tự cường');
    const refused = person('LDTT', {
      judgements: { 'emulation-spirit': { answer: 'fail', reason: 'Không tham gia', by: 'Tổ trưởng' } },
    });
    expect(refused).toMatchObject({ eligibility: 'no', failed: ['emulation-spirit'] });
    expect(refused.summary).toContain('Không tham gia');
  });
  it('reads a judgement only where the facts leave the question open', () => {
    const judgements = {
      'emulation-spirit': { answer: 'pass', reason: 'Tổ xác nhận', by: 'Tổ trưởng' },
      B3: { answer: 'pass', reason: 'Bỏ qua', by: 'Thư ký' },
      T1: { answer: 'pass', reason: 'Có 8 tháng hợp đồng tại trường', by: 'Thư ký' },
    } as const;
    expect(person('LDTT', { disciplines: [reprimand], judgements }).failed).toEqual(['B3']);
    const known = person('LDTT', { joinedOn: null, judgements });
    expect(known.eligibility).toBe('yes');
    expect(known.conditions.find(({ ruleId }) => ruleId === 'T1')?.fact).toContain('8 tháng hợp đồng');
  });
  it('asks about an older discipline still executed in the period, with its dates', () => {
    const older = { form: 'WARNING', from: '2025-03-10', to: '2026-03-09', linkedToDuty: true } as const;
    const verdict = person('LDTT', { disciplines: [older] });
    expect(verdict).toMatchObject({ eligibility: 'needs-person', failed: [] });
    expect(verdict.summary).toContain('10/03/2025');
    expect(verdict.summary).toContain('09/03/2026');
  });
  it('adds up absences that overlap or lie apart, within the period only', () => {
    const apart = [
      { kind: 'SICK', from: '2025-09-01', to: '2025-10-15' },
      { kind: 'OTHER', from: '2026-01-01', to: '2026-02-15' },
    ] as const;
    expect(person('LDTT', { absences: apart }).failed).toEqual(['T5']);
    const overlapping = [
      { kind: 'SICK', from: '2025-09-01', to: '2025-11-15' },
      { kind: 'UNPAID', from: '2025-09-15', to: '2025-11-20' },
    ] as const;
    expect(person('LDTT', { absences: overlapping }).eligibility).toBe('yes');
    const earlier = [{ kind: 'SICK', from: '2025-02-01', to: '2025-08-20' }] as const;
    expect(person('LDTT', { absences: earlier }).eligibility).toBe('yes');
    const lasting = [{ kind: 'SICK', from: '2026-03-01', to: null }] as const;
    // The council meets three days before the period ends: whether she is back by then is asked.
    expect(state(person('LDTT', { absences: lasting }), 'T5')).toBe('to-be-judged');
  });
});

describe('people: the verdict', () => {
  it('lists failures as rating, time, blocks, then the own conditions of the title', () => {
    const worst = person('CSTDCS', {
      rating: { level: 'KHT', state: 'decided' },
      joinedOn: '2026-02-01',
      disciplines: [reprimand],
      absences: [{ kind: 'SICK', from: '2026-02-01', to: '2026-05-15' }],
      judgements: { 'emulation-spirit': { answer: 'fail', reason: 'Không tham gia', by: 'Tổ trưởng' } },
    });
    expect(worst.failed).toEqual(['rating', 'T1', 'T5', 'B3', 'emulation-spirit', 'initiative-or-excellent']);
  });
  it('reads the months of new staff from the regulation of the school', () => {
    const source = 'Quy chế số 12/QC-THCSHP ngày 05/9/2025';
    const ruleSet = withOverrides({
      ruleSet: nd90.ruleSet,
      overrides: { values: { newStaffMonths: { value: 10, source } } },
    });
    expect(person('LDTT', { joinedOn: '2025-12-01' }, { ...nd90, ruleSet }).failed).toEqual(['T1']);
  });
  it('gives one sentence that names the article, for each kind of verdict', () => {
    expect(person('LDTT').summary).toBe('Đủ điều kiện đề nghị danh hiệu Lao động tiên tiến.');
    expect(person('LDTT', { joinedOn: '2026-01-05' }).summary).toBe(
      'Chưa đủ điều kiện đề nghị danh hiệu Lao động tiên tiến: tuyển dụng ngày 05/01/2026, đến hết kỳ xét (31/05/2026) được 4 tháng tròn, chưa đủ 6 tháng (theo khoản 5 Điều 1 Thông tư số 01/2024/TT-BNV; được Thông tư số 15/2025/TT-BNV thay thế từ ngày 05/08/2025, chưa đối chiếu quy định tương ứng).',
    );
    expect(reasonsIn(person('LDTT', { joinedOn: '2026-01-05' }).summary)).toMatch(
      /^Tuyển dụng ngày 05\/01\/2026, .*\)\.$/,
    );
    const matter = { kind: 'COMPLAINT', from: '2026-04-01', to: null } as const;
    expect(person('LDTT', { pendingMatters: [matter] }).summary).toMatch(
      /^Tạm dừng xét .*01\/04\/2026 \(theo khoản 4 Điều 4 Nghị định số 152/,
    );
  });
  it('says so when the rule set has no conditions of a title yet', () => {
    expect(person('GK_HT')).toMatchObject({ eligibility: 'needs-person', conditions: [], failed: [] });
    const { summary } = person('GK_HT');
    expect(summary).toContain('Giấy khen của Hiệu trưởng');
    expect(reasonsIn(summary)).toBe(summary);
  });
  it('refuses to check a person for a title of collectives, and the other way round', () => {
    expect(() => person('TTLDTT')).toThrow();
    expect(() => group('LDTT')).toThrow();
  });
});

describe('collectives: the vectors of the reference', () => {
  it('15 and 16: seven LĐTT of ten are enough, nine of thirteen are not', () => {
    const rating = { level: 'HTT', state: 'decided' } as const;
    expect(group('TTLDTT', { rating, members: members({ count: 10, ldtt: 7 }) })).toMatchObject({
      eligibility: 'yes',
      failed: [],
    });
    const short = group('TTLDTT', { rating, members: members({ count: 13, ldtt: 9 }) });
    expect(short).toMatchObject({ eligibility: 'no', failed: ['ldtt-share'] });
    expect(short.summary).toContain('9/13 = 69,23 %, cần ít nhất 10/13');
  });
  it('17: one person KHT bars TTLĐXS', () => {
    const all = members({ count: 12, ldtt: 9, cstdcs: 1 }).map((member, index) =>
      index === 11 ? { ...member, rating: 'KHT' as const } : member,
    );
    expect(group('TTLDXS', { members: all })).toMatchObject({ eligibility: 'no', failed: ['member-rating'] });
    expect(group('TTLDTT', { members: all }).eligibility).toBe('yes');
  });
  it('18: without a CSTĐCS there is no TTLĐXS', () => {
    expect(group('TTLDXS', { members: members({ count: 10, ldtt: 8 }) })).toMatchObject({
      eligibility: 'no',
      failed: ['has-cstdcs'],
    });
  });
  it('19: a member warned in the period bars TTLĐTT', () => {
    const warned = members({ count: 10, ldtt: 9 }).map((member, index) =>
      index === 9 ? { ...member, disciplines: [{ ...reprimand, form: 'WARNING' as const }] } : member,
    );
    expect(group('TTLDTT', { members: warned })).toMatchObject({ eligibility: 'no', failed: ['B4'] });
    const before = warned.map((member) => ({
      ...member,
      disciplines: member.disciplines.map((one) => ({ ...one, from: '2025-05-31' })),
    }));
    expect(group('TTLDTT', { members: before }).eligibility).toBe('yes');
  });
});

describe('collectives: what depends on decisions waits for them', () => {
  it('leaves the share and the CSTĐCS open while the council has not concluded, and gives the numbers', () => {
    const open = members({ count: 10 }).map((member) => ({
      ...member,
      titles: { LDTT: 'open', CSTDCS: 'open' } as const,
    }));
    const verdict = group('TTLDXS', { members: open });
    expect(verdict).toMatchObject({ eligibility: 'needs-person', failed: [] });
    expect([state(verdict, 'ldtt-share'), state(verdict, 'has-cstdcs')]).toEqual([
      'to-be-judged',
      'to-be-judged',
    ]);
    expect(verdict.summary).toContain('0/10 = 0 %, cần ít nhất 7/10; còn 10 cá nhân chờ Hội đồng kết luận');
    expect(verdict).toMatchObject({ awaitsDecision: true, postponed: false });
    expect(verdict.summary).toMatch(/^Chờ Hội đồng kết luận về cá nhân/);
    expect(group('TTLDXS')).toMatchObject({ eligibility: 'yes', awaitsDecision: false });
    const hopeless = members({ count: 10, ldtt: 2 }).map((member, index) =>
      index > 7 ? { ...member, titles: { LDTT: 'open', CSTDCS: 'rejected' } as const } : member,
    );
    expect(group('TTLDTT', { members: hopeless }).summary).toContain('dù tất cả được đề nghị cũng không đủ');
    expect(group('TTLDTT', { members: hopeless }).failed).toEqual([]);
  });
  it('counts what the council proposes, says so, and adds what was decided', () => {
    const voted = members({ count: 10, ldtt: 2, cstdcs: 1 }).map((member, index) =>
      index >= 2 && index < 8 ? { ...member, titles: { LDTT: 'proposed', CSTDCS: null } as const } : member,
    );
    const verdict = group('TTLDXS', { members: voted });
    expect(verdict).toMatchObject({ eligibility: 'yes', awaitsDecision: false });
    expect(verdict.conditions.find(({ ruleId }) => ruleId === 'ldtt-share')?.fact).toBe(
      'Cá nhân đạt danh hiệu Lao động tiên tiến, theo số Hội đồng đề nghị (trong đó 2 đã có quyết định): 8/10 = 80 %, cần ít nhất 7/10',
    );
    const short = members({ count: 10 }).map((member, index) =>
      index < 6 ? { ...member, titles: { LDTT: 'proposed', CSTDCS: null } as const } : member,
    );
    expect(group('TTLDTT', { members: short }).failed).toEqual(['ldtt-share']);
  });
  it('lets somebody answer for a member without a rating, and names who is left out', () => {
    const unrated = members({ count: 10, ldtt: 9, cstdcs: 1 }).map((member, index) =>
      index === 9 ? { ...member, rating: null } : member,
    );
    const leftOut = [{ personId: 'p99', fullName: 'Lê Thị Mới', because: 'recruit' }] as const;
    const open = group('TTLDXS', { members: unrated, leftOut });
    expect(open.conditions.find(({ ruleId }) => ruleId === 'member-rating')).toMatchObject({
      state: 'to-be-judged',
      judgeable: true,
    });
    expect(open.conditions.find(({ ruleId }) => ruleId === 'ldtt-share')?.fact).toContain(
      '9/10 = 90 %, cần ít nhất 7/10; không tính 1 người: Lê Thị Mới (mới tuyển dụng, chưa đủ thời gian để xét)',
    );
    const by = { answer: 'pass', reason: 'Đi học cả năm, không thuộc diện xếp loại', by: 'Thư ký' } as const;
    const judgements = { ...groupFacts().judgements, 'member-rating': by };
    expect(group('TTLDXS', { members: unrated, judgements }).eligibility).toBe('yes');
  });
  it('tells whom the council counts or leaves out otherwise, beside every share', () => {
    const because = { reason: 'nghỉ không hưởng lương cả năm', by: 'Thư ký' };
    const leftOut = [
      { personId: 'p98', fullName: 'Trần Văn Xa', because },
      { personId: 'p99', fullName: 'Lê Thị Mới', because: 'recruit' },
    ] as const;
    const taken = members({ count: 10, ldtt: 9, cstdcs: 1 }).map((member, index) =>
      index === 0
        ? { ...member, fullName: 'Đỗ Thị Về', decision: { reason: 'dạy đủ học kỳ II', by: 'Thư ký' } }
        : member,
    );
    const verdict = group('TTLDXS', { members: taken, leftOut });
    const told =
      '; không tính 2 người: Trần Văn Xa (Hội đồng quyết định không tính: nghỉ không hưởng lương cả năm), Lê Thị Mới (mới tuyển dụng, chưa đủ thời gian để xét); tính cả Đỗ Thị Về (Hội đồng quyết định tính: dạy đủ học kỳ II)';
    for (const id of ['ldtt-share', 'member-rating', 'has-cstdcs'])
      expect(verdict.conditions.find(({ ruleId }) => ruleId === id)?.fact, id).toContain(told);
  });
  it('reads the discipline of a member who is not counted: to leave somebody out takes none away', () => {
    const disciplines = [{ form: 'WARNING', from: '2026-01-10', to: null, linkedToDuty: true }] as const;
    const because = { reason: 'nghỉ không hưởng lương', by: 'Thư ký' };
    const leftOut = [{ personId: 'p99', fullName: 'Trần Văn Xa', because, disciplines }];
    expect(group('TTLDTT', { leftOut }).failed).toEqual(['B4']);
  });
  it('settles neither while any title of a member waits, and says what is known already', () => {
    const waiting = members({ count: 4, ldtt: 3 }).map((member, index) =>
      index === 3 ? { ...member, titles: { LDTT: 'open', CSTDCS: null } as const } : member,
    );
    const verdict = group('TTLDXS', { members: waiting });
    expect([state(verdict, 'ldtt-share'), state(verdict, 'has-cstdcs')]).toEqual([
      'to-be-judged',
      'to-be-judged',
    ]);
    expect(verdict.summary).toContain('0, cần ít nhất 1, không còn ai chờ Hội đồng kết luận danh hiệu này');
    const settled = group('TTLDXS', { members: members({ count: 4, ldtt: 3 }) });
    expect(settled.failed).toEqual(['has-cstdcs']);
  });
  it('fails at once on what no decision can mend', () => {
    const proposed = members({ count: 10 }).map((member, index) => ({
      ...member,
      rating: index === 0 ? ('KHT' as const) : member.rating,
      titles: { LDTT: 'proposed', CSTDCS: 'proposed' } as const,
    }));
    expect(group('TTLDXS', { members: proposed })).toMatchObject({
      eligibility: 'no',
      failed: ['member-rating'],
    });
  });
  it('takes no judgement in place of a decision, but one in place of an unknown rating of the tổ', () => {
    const by = { answer: 'pass', reason: 'Biên bản họp xét', by: 'Hiệu trưởng' } as const;
    const judgements = { 'group-movement': by, 'group-unity': by, 'group-rating': by, 'ldtt-share': by };
    const proposed = members({ count: 4 }).map((member) => ({
      ...member,
      titles: { LDTT: 'open', CSTDCS: null } as const,
    }));
    const rating = { level: null, state: null };
    const verdict = group('TTLDTT', { rating, members: proposed, judgements });
    expect([state(verdict, 'group-rating'), state(verdict, 'ldtt-share')]).toEqual([
      'passed',
      'to-be-judged',
    ]);
    expect(state(group('TTLDTT', { rating }), 'group-rating')).toBe('to-be-judged');
  });
  it('asks for the list of a tổ without members', () => {
    expect(group('TTLDXS', { members: [] })).toMatchObject({ eligibility: 'needs-person', failed: [] });
  });
});

const day = fc
  .integer({ min: 0, max: 1000 })
  .map((days) => new Date(Date.UTC(2024, 5, 1) + days * 86_400_000).toISOString().slice(0, 10));
const end = fc.option(day, { nil: null });
const facts = fc.record({
  joinedOn: end,
  rating: fc.record({
    level: fc.option(fc.constantFrom(...ratings), { nil: null }),
    state: fc.constantFrom('proposed' as const, 'decided' as const),
  }),
  absences: fc.array(fc.record({ kind: fc.constantFrom(...absenceKinds), from: day, to: end }), {
    maxLength: 4,
  }),
  disciplines: fc.array(
    fc.record({
      form: fc.constantFrom(...disciplineForms),
      from: day,
      to: end,
      linkedToDuty: fc.constantFrom(true, false, null),
    }),
    { maxLength: 3 },
  ),
  pendingMatters: fc.array(fc.record({ kind: fc.constantFrom(...pendingMatterKinds), from: day, to: end }), {
    maxLength: 3,
  }),
  initiatives: fc.array(
    fc.record({
      schoolYear: fc.constantFrom('2024-2025', '2025-2026', '2026-2027'),
      name: fc.constantFrom('A', 'B', 'C'),
      scope: fc.option(fc.constantFrom(...initiativeScopes), { nil: null }),
      decisionNumber: fc.constantFrom(null, '', '12/QĐ', '13/QĐ'),
      share: fc.constantFrom(null, 50, 100),
    }),
    { maxLength: 4 },
  ),
});

describe('properties of every verdict on people', () => {
  it('does not depend on the order of the facts, nor change when it is made again', () => {
    fc.assert(
      fc.property(
        facts,
        fc.constantFrom('LDTT', 'CSTDCS'),
        fc.constantFrom(nd90, nd233),
        (change, titleId, context) => {
          const turned = {
            ...change,
            absences: change.absences.toReversed(),
            disciplines: change.disciplines.toReversed(),
            pendingMatters: change.pendingMatters.toReversed(),
            initiatives: change.initiatives.toReversed(),
          };
          const verdict = person(titleId, change, context);
          expect(person(titleId, turned, context)).toEqual(verdict);
          expect(person(titleId, change, context)).toEqual(verdict);
        },
      ),
    );
  });
  it('tells the widest recognition of an initiative that was recognised twice, however the list stands', () => {
    const twice = (['MINISTRY', 'BASE'] as const).map((scope) => ({
      schoolYear: nd90.schoolYear,
      name: 'B',
      scope,
      decisionNumber: '13/QĐ',
      share: null,
    }));
    const told = [twice, twice.toReversed()].map(
      (initiatives) =>
        person('CSTDCS', { initiatives }, nd90).conditions.find(
          ({ ruleId }) => ruleId === 'initiative-or-excellent',
        )?.fact,
    );
    expect(told[0]).toContain('cấp Bộ');
    expect(told[1]).toBe(told[0]);
  });
  it('is "no" exactly when something failed, and CSTĐCS is never easier than LĐTT', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(nd90, nd233), (change, context) => {
        const ldtt = person('LDTT', change, context);
        const cstdcs = person('CSTDCS', change, context);
        for (const verdict of [ldtt, cstdcs]) {
          expect(verdict.eligibility === 'no').toBe(verdict.failed.length > 0);
          expect(verdict.postponed && verdict.eligibility !== 'needs-person').toBe(false);
          expect(verdict.summary).not.toMatch(/undefined|null|NaN/);
        }
        expect(cstdcs.failed.slice(0, ldtt.failed.length)).toEqual(ldtt.failed);
        if (cstdcs.eligibility === 'yes') expect(ldtt.eligibility).toBe('yes');
      }),
    );
  });
});
