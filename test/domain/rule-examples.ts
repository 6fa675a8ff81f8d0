/** One passing and one failing set of facts for each rule of the first four titles. */
import type { Condition } from '../../shared/domain/eligibility.ts';
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import type { RatingRegimeId } from '../../shared/rules/model.ts';
import { members } from '../support/facts.ts';

export type State = Condition['state'];
export interface Example<Facts> {
  readonly facts: Partial<Facts>;
  readonly state: State;
}
export interface Examples<Facts> {
  readonly passing: Example<Facts>;
  /** The other side: failed, except for rules that cannot fail. */
  readonly failing: Example<Facts>;
}

const none = { answer: 'fail', reason: 'Không tham gia phong trào', by: 'Tổ trưởng' } as const;
export const year = { ND90: '2025-2026', ND233: '2026-2027' } as const;

function absence(kind: PersonFacts['absences'][number]['kind'], months: number, regime: RatingRegimeId) {
  const start = year[regime].slice(0, 4);
  const ends: Record<number, string> = { 2: '10-31', 4: '12-31' };
  return months === 7
    ? { kind, from: `${start}-09-01`, to: `${Number(start) + 1}-03-31` }
    : { kind, from: `${start}-09-01`, to: `${start}-${ends[months]}` };
}

/** By rule id, or by rule id and decree where they differ. */
export const people: Record<string, (regime: RatingRegimeId) => Examples<PersonFacts>> = {
  rating: () => ({
    passing: { facts: { rating: { level: 'HTT', state: 'proposed' } }, state: 'passed' },
    failing: { facts: { rating: { level: 'HT', state: 'decided' } }, state: 'failed' },
  }),
  T1: (regime) => ({
    passing: { facts: { joinedOn: `${year[regime].slice(0, 4)}-12-01` }, state: 'passed' },
    failing: { facts: { joinedOn: `${year[regime].slice(0, 4)}-12-02` }, state: 'failed' },
  }),
  T2: (regime) => ({
    passing: { facts: { absences: [absence('MATERNITY', 7, regime)] }, state: 'passed' },
    failing: { facts: { absences: [absence('UNPAID', 2, regime)] }, state: 'not-applicable' },
  }),
  T3: (regime) => ({
    passing: { facts: { absences: [absence('MATERNITY', 7, regime)] }, state: 'passed' },
    failing: { facts: { absences: [absence('SICK', 2, regime)] }, state: 'not-applicable' },
  }),
  T4: (regime) => ({
    passing: {
      facts: { absences: [absence('MATERNITY', 7, regime)], rating: { level: null, state: null } },
      state: 'passed',
    },
    failing: {
      facts: { absences: [absence('UNPAID', 7, regime)], rating: { level: null, state: null } },
      state: 'failed',
    },
  }),
  T5: (regime) => ({
    passing: { facts: { absences: [absence('SICK', 2, regime)] }, state: 'passed' },
    failing: { facts: { absences: [absence('SICK', 4, regime)] }, state: 'failed' },
  }),
  T5b: (regime) => ({
    passing: { facts: { absences: [absence('SICK', 4, regime)] }, state: 'passed' },
    failing: { facts: { absences: [absence('OTHER', 2, regime)] }, state: 'not-applicable' },
  }),
  T6: (regime) => ({
    passing: { facts: { absences: [absence('TRAINING', 7, regime)] }, state: 'passed' },
    failing: { facts: { absences: [absence('SICK', 2, regime)] }, state: 'not-applicable' },
  }),
  T7: (regime) => ({
    passing: { facts: { absences: [absence('INJURED_RESCUING', 4, regime)] }, state: 'passed' },
    failing: { facts: {}, state: 'not-applicable' },
  }),
  B1: (regime) => ({
    passing: {
      facts: {
        pendingMatters: [
          { kind: 'COMPLAINT', from: `${year[regime].slice(5)}-03-01`, to: `${year[regime].slice(5)}-05-28` },
        ],
      },
      state: 'passed',
    },
    failing: {
      facts: { pendingMatters: [{ kind: 'COMPLAINT', from: `${year[regime].slice(5)}-03-01`, to: null }] },
      state: 'postponed',
    },
  }),
  B2: (regime) => ({
    passing: {
      facts: {
        disciplines: [
          {
            form: 'WARNING',
            from: '2023-05-02',
            to: `${year[regime].slice(0, 4)}-05-31`,
            linkedToDuty: true,
          },
        ],
      },
      state: 'passed',
    },
    failing: {
      facts: {
        disciplines: [
          {
            form: 'WARNING',
            from: '2025-05-02',
            to: `${year[regime].slice(0, 4)}-06-01`,
            linkedToDuty: true,
          },
        ],
      },
      state: 'to-be-judged',
    },
  }),
  B3: () => ({
    passing: {
      facts: {
        disciplines: [{ form: 'REPRIMAND', from: '2024-11-03', to: '2025-05-01', linkedToDuty: true }],
      },
      state: 'passed',
    },
    failing: {
      facts: {
        disciplines: [{ form: 'PARTY_REPRIMAND', from: '2025-06-01', to: null, linkedToDuty: false }],
      },
      state: 'failed',
    },
  }),
  B3b: () => ({
    passing: {
      facts: { disciplines: [{ form: 'REPRIMAND', from: '2026-11-03', to: null, linkedToDuty: false }] },
      state: 'passed',
    },
    failing: {
      facts: { disciplines: [{ form: 'REPRIMAND', from: '2026-11-03', to: null, linkedToDuty: true }] },
      state: 'failed',
    },
  }),
  'emulation-spirit': () => ({
    passing: { facts: {}, state: 'passed' },
    failing: { facts: { judgements: { 'emulation-spirit': none } }, state: 'failed' },
  }),
  'initiative-or-excellent': (regime) => ({
    passing: {
      facts: {
        initiatives: [
          {
            schoolYear: year[regime],
            name: 'Học liệu số',
            scope: 'BASE',
            decisionNumber: '12/QĐ',
            share: 100,
          },
        ],
      },
      state: 'passed',
    },
    failing: {
      facts: {
        initiatives: [
          {
            schoolYear: '2024-2025',
            name: 'Học liệu số',
            scope: 'BASE',
            decisionNumber: '12/QĐ',
            share: 100,
          },
        ],
      },
      state: 'failed',
    },
  }),
  'rating-excellent': () => ({
    passing: { facts: { rating: { level: 'HTXS', state: 'decided' } }, state: 'passed' },
    failing: { facts: { rating: { level: 'HTT', state: 'decided' } }, state: 'failed' },
  }),
  'initiative-or-research': (regime) => ({
    passing: {
      facts: {
        research: [{ schoolYear: year[regime], name: 'Đề tài A', accepted: true, decisionNumber: null }],
      },
      state: 'passed',
    },
    failing: {
      facts: {
        research: [{ schoolYear: year[regime], name: 'Đề tài A', accepted: false, decisionNumber: null }],
      },
      state: 'failed',
    },
  }),
};

function withMember(
  change: Partial<GroupFacts['members'][number]>,
): readonly GroupFacts['members'][number][] {
  return members({ count: 10, ldtt: 9, cstdcs: 1 }).map((member, index) =>
    index === 9 ? { ...member, ...change } : member,
  );
}

export const collectives: Record<string, (regime: RatingRegimeId) => Examples<GroupFacts>> = {
  'group-rating TTLDTT': () => ({
    passing: { facts: { rating: { level: 'HTT', state: 'decided' } }, state: 'passed' },
    failing: { facts: { rating: { level: 'HT', state: 'decided' } }, state: 'failed' },
  }),
  'group-rating TTLDXS': () => ({
    passing: { facts: { rating: { level: 'HTXS', state: 'decided' } }, state: 'passed' },
    failing: { facts: { rating: { level: 'HTT', state: 'decided' } }, state: 'failed' },
  }),
  'B4 TTLDTT': (regime) => ({
    passing: {
      facts: {
        members: withMember({
          disciplines: [
            { form: 'REPRIMAND', from: `${year[regime].slice(5)}-01-05`, to: null, linkedToDuty: true },
          ],
        }),
      },
      state: 'passed',
    },
    failing: {
      facts: {
        members: withMember({
          disciplines: [
            { form: 'PARTY_WARNING', from: `${year[regime].slice(5)}-01-05`, to: null, linkedToDuty: true },
          ],
        }),
      },
      state: 'failed',
    },
  }),
  'ldtt-share TTLDTT': () => ({
    passing: { facts: { members: members({ count: 10, ldtt: 7 }) }, state: 'passed' },
    failing: { facts: { members: members({ count: 13, ldtt: 9 }) }, state: 'failed' },
  }),
  'ldtt-share TTLDXS': () => ({
    passing: { facts: { members: members({ count: 10, ldtt: 7 }) }, state: 'passed' },
    failing: { facts: { members: members({ count: 10, ldtt: 6 }) }, state: 'failed' },
  }),
  'member-rating TTLDXS': () => ({
    passing: { facts: { members: withMember({ rating: 'HT' }) }, state: 'passed' },
    failing: { facts: { members: withMember({ rating: 'KHT' }) }, state: 'failed' },
  }),
  'has-cstdcs TTLDXS': () => ({
    passing: { facts: { members: members({ count: 4, ldtt: 4, cstdcs: 1 }) }, state: 'passed' },
    failing: { facts: { members: members({ count: 4, ldtt: 4 }) }, state: 'failed' },
  }),
  'group-movement TTLDTT': manual,
  'group-movement TTLDXS': manual,
  'group-unity TTLDTT': manual,
  'group-unity TTLDXS': manual,
};

function manual(): Examples<GroupFacts> {
  return {
    passing: { facts: {}, state: 'passed' },
    failing: { facts: { judgements: { 'group-movement': none, 'group-unity': none } }, state: 'failed' },
  };
}

/** Rules that have their examples here. */
export const personExampleIds: ReadonlySet<string> = new Set(Object.keys(people));
export const groupExampleIds: ReadonlySet<string> = new Set(Object.keys(collectives));
