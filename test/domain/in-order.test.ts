import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { careerFacts } from '../../shared/domain/career.ts';
import { checkGroup, checkPerson } from '../../shared/domain/eligibility.ts';
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import { factsInOrder } from '../../shared/domain/in-order.ts';
import { titles } from '../../shared/rules/catalogue.ts';
import {
  careerKinds,
  disciplineForms,
  initiativeScopes,
  pendingMatterKinds,
  ratings,
} from '../../shared/terms.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';

const contexts = [contextOf('2025-2026', { limitedPlaces: true }), contextOf('2026-2027')];
const day = fc
  .integer({ min: 0, max: 40 })
  .map((weeks) => new Date(Date.UTC(2025, 8, 1) + weeks * 7 * 86_400_000).toISOString().slice(0, 10));
const end = fc.option(day, { nil: null });
const year = fc.constantFrom('2023-2024', '2024-2025', '2025-2026', '2026-2027');
const titleId = fc.constantFrom('LDTT', 'CSTDCS', 'TTLDTT', 'TTLDXS', 'BK_TP', 'BK_TTG', 'CO_TP', 'HCLD3');
const discipline = fc.record({
  form: fc.constantFrom(...disciplineForms),
  from: day,
  to: end,
  linkedToDuty: fc.constantFrom(true, false, null),
  countedInYear: fc.option(year, { nil: null }),
});
const matter = fc.record({ kind: fc.constantFrom(...pendingMatterKinds), from: day, to: end });
const award = fc.record({
  titleId,
  schoolYear: year,
  decisionNumber: fc.constantFrom(null, '1/QĐ', '2/QĐ'),
  decisionDate: end,
  rewardType: fc.constantFrom('MERIT' as const, 'SUDDEN' as const, 'MOVEMENT' as const, null),
  themed: fc.constantFrom(true, false, null),
  achievementId: fc.constantFrom(null, 'a', 'b'),
  cancelled: fc.boolean(),
});
const pastRating = fc.record({ schoolYear: year, level: fc.constantFrom(...ratings) });
const initiative = fc.record({
  schoolYear: year,
  name: fc.constantFrom('A', 'B'),
  scope: fc.option(fc.constantFrom(...initiativeScopes), { nil: null }),
  decisionNumber: fc.constantFrom(null, '', '12/QĐ', '13/QĐ'),
  share: fc.constantFrom(null, 50),
  effect: fc.constantFrom(
    null,
    { scope: 'CITY' as const, number: '1/XN' },
    { scope: 'NATION' as const, number: '2/XN' },
  ),
  usedFor: fc.array(fc.record({ titleId, schoolYear: year }), { maxLength: 3 }),
});
const research = fc.record({
  schoolYear: year,
  name: fc.constantFrom('A', 'B'),
  accepted: fc.boolean(),
  decisionNumber: fc.constant(null),
  scope: fc.option(fc.constantFrom(...initiativeScopes), { nil: null }),
});
const absence = fc.record({
  kind: fc.constantFrom('SICK' as const, 'UNPAID' as const, 'TRAINING' as const),
  from: day,
  to: end,
});

/** Lists and the same lists in another order. */
function shuffled<Item>(item: fc.Arbitrary<Item>, maxLength = 5) {
  return fc.array(item, { maxLength }).chain((list) =>
    fc.record({
      list: fc.constant(list),
      other: fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    }),
  );
}

const person = fc.record({
  absences: shuffled(absence),
  disciplines: shuffled(discipline),
  pendingMatters: shuffled(matter),
  initiatives: shuffled(initiative),
  research: shuffled(research),
  awards: shuffled(award, 8),
  pastRatings: shuffled(pastRating),
});
const group = fc.record({
  awards: shuffled(award, 8),
  pastRatings: shuffled(pastRating),
  disciplines: shuffled(discipline, 2),
  pendingMatters: shuffled(matter),
  leftOut: shuffled(
    fc.record({
      personId: fc.constantFrom('p7', 'p8', 'p9'),
      fullName: fc.constantFrom('Lê Văn A', 'Trần Thị B'),
      because: fc.constantFrom('recruit' as const, 'moved' as const, { reason: 'nghỉ', by: 'Thư ký' }),
      disciplines: fc.array(discipline, { maxLength: 2 }),
    }),
  ),
  members: shuffled(
    fc.record({
      personId: fc.constantFrom('p1', 'p2', 'p3'),
      rating: fc.option(fc.constantFrom(...ratings), { nil: null }),
      disciplines: fc.array(discipline, { maxLength: 3 }),
      titles: fc.record({
        LDTT: fc.constantFrom('open' as const, 'decided' as const, null),
        CSTDCS: fc.constantFrom('proposed' as const, 'rejected' as const, null),
      }),
      sex: fc.constantFrom('FEMALE' as const, 'MALE' as const),
    }),
  ),
});

type Lists = Readonly<
  Record<string, { readonly list: readonly unknown[]; readonly other: readonly unknown[] }>
>;
function pick(lists: Lists, which: 'list' | 'other'): object {
  return Object.fromEntries(Object.entries(lists).map(([name, both]) => [name, both[which]]));
}
const shared = { judgements: {}, awardsKnownFrom: '2023-2024', achievementId: 'a' } as const;
const titlesOf = (object: 'PERSON' | 'GROUP') =>
  titles.filter((one) => one.object === object || one.object === 'PERSON_OR_GROUP').map(({ id }) => id);

describe('the order of facts', () => {
  it('never matters to any award of people, whatever is alike in two of them', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...contexts), (lists, context) => {
        const [one, other] = (['list', 'other'] as const).map((which) =>
          personFacts({ ...shared, ...(pick(lists, which) as Partial<PersonFacts>) }),
        ) as [PersonFacts, PersonFacts];
        for (const id of titlesOf('PERSON')) {
          const verdict = checkPerson({ titleId: id, facts: one, context });
          expect(checkPerson({ titleId: id, facts: other, context })).toEqual(verdict);
        }
      }),
    );
  });
  it('never matters to any award of collectives', () => {
    fc.assert(
      fc.property(group, fc.constantFrom(...contexts), (lists, context) => {
        const [one, other] = (['list', 'other'] as const).map((which) =>
          groupFacts({ ...shared, ...(pick(lists, which) as Partial<GroupFacts>) }),
        ) as [GroupFacts, GroupFacts];
        for (const id of titlesOf('GROUP')) {
          const verdict = checkGroup({ titleId: id, facts: one, context });
          expect(checkGroup({ titleId: id, facts: other, context })).toEqual(verdict);
        }
      }),
    );
  });
  it('never matters to a course of work', () => {
    const stretch = fc.record({
      kind: fc.constantFrom(...careerKinds),
      from: day,
      to: end,
      unit: fc.constantFrom('Trường A', 'Trường B'),
      commentReceived: fc.boolean(),
    });
    fc.assert(
      fc.property(shuffled(stretch, 6), ({ list, other }) => {
        const asked = {
          joinedOn: '2026-03-01',
          reviewPeriod: { from: '2025-06-01', to: '2026-05-31' },
          day: '2026-05-31',
        };
        expect(careerFacts({ ...asked, stretches: other })).toEqual(
          careerFacts({ ...asked, stretches: list }),
        );
      }),
    );
  });
  it('is put right once for facts that are read for many titles, and leaves them as they are', () => {
    const facts = personFacts();
    const kept = JSON.stringify(facts);
    expect(factsInOrder(facts)).toBe(factsInOrder(facts));
    expect(JSON.stringify(facts)).toBe(kept);
  });
});
