/** Time away, time under contract and time under discipline: what the law refuses, no confirmation can allow. */
import { describe, expect, it } from 'vitest';
import { careerFacts } from '../../shared/domain/career.ts';
import { checkGroup, checkPerson, type Verdict } from '../../shared/domain/eligibility.ts';
import type { AbsenceFact, DisciplineFact, PersonFacts } from '../../shared/domain/facts.ts';
import { disciplineTerms } from '../../shared/rules/discipline-term.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';
import { awardsOf, judgedPass } from '../support/history.ts';

const nd90 = contextOf('2025-2026');
const nd233 = contextOf('2026-2027');

function person(titleId: string, change: Partial<PersonFacts>, context = nd90): Verdict {
  return checkPerson({ titleId, facts: personFacts(change), context });
}

function stateOf(verdict: Verdict, ruleId: string): string | undefined {
  return verdict.conditions.find((condition) => condition.ruleId === ruleId)?.state;
}

/** Away from the first of September for so many months. */
function away(kind: AbsenceFact['kind'], months: number, context = nd90): readonly AbsenceFact[] {
  const year = Number(context.schoolYear.slice(0, 4));
  const end = new Date(Date.UTC(year, 8 + months, 0)).toISOString().slice(0, 10);
  return [{ kind, from: `${year}-09-01`, to: end }];
}

/** An answer to every condition of time that somebody might press. */
const pressed = judgedPass('emulation-spirit', 'rating', 'T1', 'T4', 'T5', 'T5b', 'B2', 'B3');

describe('a year rated by NĐ 90/2020: time away without maternity', () => {
  it.each([
    [2, []],
    [3, ['T5']],
    [4, ['T5']],
    [5, ['T5']],
    [6, ['T5']],
    [7, ['T4', 'T5']],
    [8, ['T4', 'T5']],
    [9, ['T4', 'T5']],
  ])('%i months: fails %j, whatever was confirmed', (months, failed) => {
    for (const judgements of [judgedPass('emulation-spirit'), pressed]) {
      const verdict = person('LDTT', { absences: away('SICK', months), judgements });
      expect(verdict.failed).toEqual(failed);
      expect(verdict.eligibility).toBe(failed.length === 0 ? 'yes' : 'no');
      expect(verdict.conditions.filter(({ state }) => state === 'to-be-judged')).toEqual([]);
    }
  });
  it('leaves maternity apart, however long', () => {
    for (const months of [3, 6, 8])
      expect(person('LDTT', { absences: away('MATERNITY', months) }).eligibility).toBe('yes');
  });
  it('does not take a month of 31 days that lacks its last for a whole one', () => {
    const absences = [{ kind: 'SICK', from: '2025-10-02', to: '2025-12-31' }] as const;
    expect(person('LDTT', { absences }).eligibility).toBe('yes');
    const whole = [{ kind: 'SICK', from: '2025-10-01', to: '2025-12-31' }] as const;
    expect(person('LDTT', { absences: whole }).failed).toEqual(['T5']);
  });
});

describe('a year rated by NĐ 233/2026: time away', () => {
  it('refuses under six months of work without pay, whatever rating was entered', () => {
    const absences = away('UNPAID', 7, nd233);
    for (const judgements of [judgedPass('emulation-spirit'), pressed])
      expect(person('LDTT', { absences, judgements }, nd233).failed).toEqual(['T4']);
    expect(person('LDTT', { absences: away('UNPAID', 6, nd233) }, nd233).eligibility).toBe('yes');
    expect(person('LDTT', { absences: away('SICK', 8, nd233) }, nd233).eligibility).toBe('yes');
  });
});

describe('leave whose days nobody wrote', () => {
  const undated = (kind: AbsenceFact['kind']): readonly AbsenceFact[] => [{ kind, from: null, to: null }];

  it('is asked where its days matter, and told as it was recorded', () => {
    const verdict = person('LDTT', { absences: undated('SICK') });
    expect(verdict.eligibility).toBe('needs-person');
    expect(verdict.failed).toEqual([]);
    expect(stateOf(verdict, 'T4')).toBe('to-be-judged');
    expect(verdict.conditions.find(({ ruleId }) => ruleId === 'T5')).toMatchObject({
      state: 'to-be-judged',
      fact: 'Chưa rõ đã nghỉ bao lâu trong kỳ xét (nghỉ ốm chưa ghi từ ngày nào, đến ngày nào)',
    });
  });
  it('is not asked where the law takes nothing away for it', () => {
    expect(person('LDTT', { absences: undated('MATERNITY') }).eligibility).toBe('yes');
    expect(stateOf(person('LDTT', { absences: undated('MATERNITY') }), 'T2')).toBe('passed');
    expect(person('LDTT', { absences: undated('SICK') }, nd233).eligibility).toBe('yes');
    expect(person('LDTT', { absences: undated('UNPAID') }, nd233).eligibility).toBe('needs-person');
  });
  it('fails where what is known is enough to', () => {
    const absences = [...away('SICK', 3), ...undated('OTHER')];
    expect(person('LDTT', { absences }).failed).toEqual(['T5']);
  });
  it('without an end is counted up to the day of the meeting, and asked where the rest would matter', () => {
    const lasting = [{ kind: 'SICK', from: '2026-03-02', to: null }] as const;
    const onDay = (meetingDate: string) => person('LDTT', { absences: lasting }, { ...nd90, meetingDate });
    // Three months would end on 01/6, a day after the period: short of it whatever comes.
    expect(onDay('2026-05-28').eligibility).toBe('yes');
    const since = [{ kind: 'SICK', from: '2026-03-01', to: null }] as const;
    expect(person('LDTT', { absences: since }, { ...nd90, meetingDate: '2026-05-30' }).eligibility).toBe(
      'needs-person',
    );
    expect(person('LDTT', { absences: since }, { ...nd90, meetingDate: '2026-05-31' }).failed).toEqual([
      'T5',
    ]);
  });
});

describe('time under contract (T1b)', () => {
  const reviewPeriod = nd90.reviewPeriod;
  function recruited(joinedOn: string, contract: { readonly from: string; readonly to: string }): Verdict {
    const stretches = [{ kind: 'CONTRACT', unit: '', commentReceived: false, ...contract } as const];
    return person('LDTT', {
      joinedOn,
      ...careerFacts({ stretches, joinedOn, reviewPeriod, day: '2026-05-28' }),
    });
  }
  it('counts when service is under a whole month', () => {
    const verdict = recruited('2026-05-11', { from: '2025-09-01', to: '2026-05-10' });
    expect(verdict.eligibility).toBe('yes');
    expect(verdict.conditions.find(({ ruleId }) => ruleId === 'T1')?.fact).toContain(
      'được 9 tháng tròn (tính cả 8 tháng 10 ngày hợp đồng tại đơn vị)',
    );
  });
  it('adds days before it counts months: one day less is one month less', () => {
    // Five months and seventeen days of service, with so many days under contract.
    const joined = '2025-12-15';
    expect(recruited(joined, { from: '2025-12-01', to: '2025-12-13' }).eligibility).toBe('yes');
    expect(recruited(joined, { from: '2025-12-03', to: '2025-12-14' }).failed).toEqual(['T1']);
  });
});

describe('the end of a discipline', () => {
  function discipline(from: string, to: string | null): readonly DisciplineFact[] {
    return [{ form: 'REPRIMAND', from, to, linkedToDuty: false }];
  }
  it('has a wording for every day, each with its place', () => {
    expect(disciplineTerms.map(({ from, to, months }) => ({ from, to, months }))).toEqual([
      { from: null, to: '2026-06-30', months: 12 },
      { from: '2026-07-01', to: null, months: 12 },
    ]);
    expect(disciplineTerms[1]?.citation).toMatchObject({ article: 'Điều 2', clause: 'khoản 9' });
  });
  it('comes after twelve months where nobody wrote it', () => {
    const verdict = person('LDTT', { disciplines: discipline('2024-05-02', null) });
    expect(verdict.eligibility).toBe('yes');
    expect(stateOf(verdict, 'B2')).toBe('passed');
    // A decision of July 2026 touches the year after the next no more.
    const later = contextOf('2027-2028');
    const running = person('LDTT', { disciplines: discipline('2026-07-15', null) }, later);
    expect(stateOf(running, 'B2')).toBe('to-be-judged');
    expect(running.summary).toContain('khoản 9 Điều 2 Nghị định số 234/2026/NĐ-CP');
    const over = contextOf('2028-2029');
    expect(person('LDTT', { disciplines: discipline('2026-07-15', null) }, over).eligibility).toBe('yes');
  });
  it('asks about the rest of a year it ends in, and refuses a year without a rest', () => {
    const part = discipline('2024-10-01', '2025-09-30');
    expect(stateOf(person('LDTT', { disciplines: part }), 'B2')).toBe('to-be-judged');
    const judgements = judgedPass('emulation-spirit', 'B2');
    expect(person('LDTT', { disciplines: part, judgements }).eligibility).toBe('yes');
    expect(person('LDTT', { disciplines: discipline('2025-05-31', null), judgements }).failed).toEqual([
      'B2',
    ]);
  });
  it('refuses a reward while it runs on the day of the meeting, whatever was confirmed', () => {
    const twice = {
      awards: awardsOf('2025-2026', 'CSTDCS', 0, 1),
      judgements: judgedPass('B2-running', 'exemplary'),
    };
    expect(person('BK_TP', { ...twice, disciplines: discipline('2025-06-02', null) }).failed).toContain(
      'B2-running',
    );
    expect(person('BK_TP', twice).failed).toEqual([]);
  });
  it('takes time under two disciplines at once off once', () => {
    const disciplines = [...discipline('2015-01-05', null), ...discipline('2015-03-05', null)];
    // Twenty years and fourteen months to the day, less the fourteen months that the two cover together.
    const facts = { joinedOn: '2005-03-28', disciplines };
    expect(person('KNC_GD', facts).eligibility).toBe('yes');
    expect(person('KNC_GD', { ...facts, joinedOn: '2005-03-30' }).eligibility).toBe('needs-person');
  });
});

describe('a matter that is still open (B1)', () => {
  const open = [{ kind: 'COMPLAINT', from: '2026-04-01', to: null }] as const;
  it.each(['TTLDTT', 'TTLDXS'])(
    'makes a collective wait for %s, and is asked where nobody wrote',
    (titleId) => {
      const context = nd90;
      const waits = checkGroup({ titleId, facts: groupFacts({ pendingMatters: open }), context });
      expect(waits).toMatchObject({ eligibility: 'needs-person', postponed: true });
      const { pendingMatters: _, ...silent } = groupFacts();
      const asked = checkGroup({ titleId, facts: silent, context });
      expect(asked).toMatchObject({ eligibility: 'needs-person', postponed: false });
      expect(stateOf(asked, 'B1')).toBe('to-be-judged');
      const answered = checkGroup({
        titleId,
        facts: { ...silent, judgements: { ...silent.judgements, ...judgedPass('B1') } },
        context,
      });
      expect(answered.eligibility).toBe('yes');
    },
  );
});
