import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMove, reconcile, transitions } from '../../shared/domain/award-case.ts';
import { caseStates, outcomes, type CaseState } from '../../shared/terms.ts';

describe('the states of a case', () => {
  it('go forward in the order of the season without a reason', () => {
    const season = caseStates.slice(0, caseStates.indexOf('AWARDED') + 1);
    for (const [index, to] of season.entries()) {
      const from = season[index - 1];
      if (from !== undefined) expect(canMove({ from, to })).toEqual({ allowed: true, needsReason: false });
    }
  });

  it('ask for a reason for each step aside or back, and for no other', () => {
    const aside: readonly CaseState[] = [
      'RETURNED',
      'WITHDRAWN',
      'POSTPONED',
      'LOWERED',
      'REJECTED',
      'REVOKED',
    ];
    for (const { from, to, reason } of transitions) {
      const back = caseStates.indexOf(to) < caseStates.indexOf(from);
      expect([from, to, reason]).toEqual([
        from,
        to,
        back || aside.includes(to) || aside.includes(from) ? 'needed' : 'none',
      ]);
    }
  });

  it('let a title voted by hands go without a ballot, and nothing go without a vote', () => {
    expect(canMove({ from: 'CHECKED', to: 'VOTED' }).allowed).toBe(true);
    expect(canMove({ from: 'CHECKED', to: 'CONCLUDED' }).allowed).toBe(false);
    expect(canMove({ from: 'REGISTERED', to: 'VOTED' }).allowed).toBe(false);
    expect(canMove({ from: 'CONCLUDED', to: 'DECIDED' }).allowed).toBe(false);
    expect(canMove({ from: 'REJECTED', to: 'CONCLUDED' }).allowed).toBe(false);
  });

  it('can all be reached, and a revoked decision is the only end without a way back', () => {
    const reached = new Set<CaseState>(['REGISTERED']);
    for (const from of reached) for (const one of transitions) if (one.from === from) reached.add(one.to);
    expect([...reached].toSorted()).toEqual([...caseStates].toSorted());
    expect(caseStates.filter((from) => !transitions.some((one) => one.from === from))).toEqual(['REVOKED']);
  });

  it('name each move once, and none to the same state', () => {
    const keys = transitions.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(transitions.filter(({ from, to }) => from === to)).toEqual([]);
    expect(canMove({ from: 'CHECKED', to: 'CHECKED' })).toEqual({ allowed: false, needsReason: false });
  });
});

describe('reconcile', () => {
  it('gives the ids behind each number', () => {
    const cases = [
      { id: 'a', outcome: 'proposed' },
      { id: 'b', outcome: 'not-eligible' },
      { id: 'c', outcome: null },
      { id: 'd', outcome: 'proposed' },
    ] as const;
    expect(reconcile({ cases })).toMatchObject({
      registered: { count: 4, ids: ['a', 'b', 'c', 'd'] },
      proposed: { count: 2, ids: ['a', 'd'] },
      'not-eligible': { count: 1, ids: ['b'] },
      rejected: { count: 0, ids: [] },
      open: { count: 1, ids: ['c'] },
      balanced: true,
    });
  });

  it('names a case that was lost, slipped in, or counted twice', () => {
    const proposed = (id: string) => ({ id, outcome: 'proposed' }) as const;
    expect(reconcile({ cases: [proposed('a')], registered: ['a', 'b'] })).toMatchObject({
      lost: ['b'],
      balanced: false,
    });
    expect(reconcile({ cases: [proposed('a'), proposed('z')], registered: ['a'] })).toMatchObject({
      unknown: ['z'],
      balanced: false,
    });
    const twice = [proposed('a'), { id: 'a', outcome: 'rejected' } as const];
    expect(reconcile({ cases: twice, registered: ['a'] })).toMatchObject({
      repeated: ['a'],
      balanced: false,
    });
    expect(reconcile({ cases: twice }).balanced).toBe(false);
  });

  it('balances whatever the outcomes are, and stops balancing when any one case is taken away', () => {
    const outcome = fc.option(fc.constantFrom(...outcomes), { nil: null });
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 40 }), fc.nat(), (list, pick) => {
        const cases = list.map((one, index) => ({ id: `c${index}`, outcome: one }));
        const registered = cases.map(({ id }) => id);
        const whole = reconcile({ cases, registered });
        const parts = [...outcomes, 'open' as const].map((key) => whole[key].count);
        expect(parts.reduce((sum, count) => sum + count, 0)).toBe(whole.registered.count);
        expect(whole.balanced).toBe(true);
        const gone = cases[pick % cases.length];
        expect(reconcile({ cases: cases.filter((one) => one !== gone), registered })).toMatchObject({
          balanced: false,
          lost: [gone?.id],
        });
      }),
    );
  });
});
