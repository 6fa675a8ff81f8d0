/** A passing and a failing set of facts for each condition, and each step of a way, of the higher awards. */
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import type { ConditionState } from '../../shared/domain/finding.ts';
import { awardsOf, initiativeOf, judgedFail, judgedPass, ratingsOf } from '../support/history.ts';

export interface Pair<Facts> {
  readonly pass: Partial<Facts>;
  readonly fail: Partial<Facts>;
  /** State of the failing side, when it is not `failed`. */
  readonly state?: ConditionState;
}

type Examples<Facts> = (schoolYear: string) => Readonly<Record<string, Pair<Facts>>>;

const htxs = { rating: { level: 'HTXS', state: 'decided' } } as const;
const htt = { rating: { level: 'HTT', state: 'decided' } } as const;
const nothingThisYear = { awardsThisYear: {} } as const;

function wideEffect(y: string, scope: 'CITY' | 'MINISTRY' | 'NATION'): Pair<PersonFacts> {
  return {
    pass: { initiatives: [initiativeOf(y, 1, { effect: { scope, number: '7/XN' } })] },
    fail: { initiatives: [initiativeOf(y, 1, { effect: null })] },
  };
}

function service(change: Partial<NonNullable<PersonFacts['service']>>): Partial<PersonFacts> {
  return { service: { sectorMonths: null, teachingMonths: null, hardAreaMonths: 0, ...change } };
}

/** Came in January and was disciplined in March, for what nobody has said yet. */
function disciplinedAfterMove(y: string): Partial<PersonFacts> {
  const spring = y.slice(5);
  return {
    transfer: {
      on: `${spring}-01-05`,
      previousUnit: 'Trường THCS Hoa Sữa',
      monthsThere: 7,
      commentReceived: true,
    },
    disciplines: [{ form: 'REPRIMAND', from: `${spring}-03-02`, to: null, linkedToDuty: false }],
  };
}

/** By rule id and title; a step of a way by its own id and title. */
export const personExamples: Examples<PersonFacts> = (y) => {
  const fighter = (n: number) => awardsOf(y, 'CSTDCS', ...Array.from({ length: n }, (_, index) => index));
  const chain = (titleId: string, n: number): Pair<PersonFacts> => ({
    pass: { awards: awardsOf(y, titleId, ...Array.from({ length: n }, (_, index) => index)) },
    fail: { awards: awardsOf(y, titleId, 0, ...Array.from({ length: n - 1 }, (_, index) => index + 2)) },
  });
  const twoFighters = { pass: { awards: fighter(2) }, fail: { awards: awardsOf(y, 'CSTDCS', 0, 2) } };
  const excellentTwice = {
    pass: { ...htxs, pastRatings: ratingsOf(y, 'HTXS') },
    fail: { ...htxs, pastRatings: ratingsOf(y, 'HTT') },
  };
  const twoInitiatives = {
    pass: { initiatives: [initiativeOf(y, 0), initiativeOf(y, 1)] },
    fail: { initiatives: [initiativeOf(y, 0), initiativeOf(y, 2)] },
  };
  const four = ratingsOf(y, 'HTXS', 'HTXS', 'HTT', 'HTT');
  return {
    'T8 null': {
      pass: {
        transfer: {
          on: `${y.slice(5)}-01-05`,
          previousUnit: 'Trường THCS Hoa Sữa',
          monthsThere: 7,
          commentReceived: true,
        },
      },
      fail: {
        transfer: {
          on: `${y.slice(5)}-01-05`,
          previousUnit: 'Trường THCS Hoa Sữa',
          monthsThere: 7,
          commentReceived: false,
        },
      },
      state: 'to-be-judged',
    },
    'T8b null': {
      pass: { ...disciplinedAfterMove(y), judgements: judgedPass('emulation-spirit', 'T8b') },
      fail: { ...disciplinedAfterMove(y), judgements: judgedFail('T8b') },
    },
    'T9 null': {
      pass: { secondment: { unit: 'Sở Giáo dục và Đào tạo', commentReceived: true } },
      fail: { secondment: { unit: 'Sở Giáo dục và Đào tạo', commentReceived: false } },
      state: 'to-be-judged',
    },
    'B2-running null': {
      pass: { disciplines: [{ form: 'WARNING', from: '2020-01-05', to: '2021-01-04', linkedToDuty: true }] },
      fail: {
        disciplines: [{ form: 'WARNING', from: `${y.slice(0, 4)}-11-05`, to: null, linkedToDuty: true }],
      },
    },
    'B11 null': { pass: { registered: true }, fail: { registered: false } },
    'chain CSTD_TP': chain('CSTDCS', 3),
    'chain CSTD_BO': chain('CSTDCS', 3),
    'chain CSTD_TQ': {
      pass: { awards: [...awardsOf(y, 'CSTD_TP', 0, 3), ...awardsOf(y, 'CSTDCS', 0, 1, 2, 3)] },
      fail: { ...nothingThisYear, awards: awardsOf(y, 'CSTD_TP', 0) },
    },
    'wide-effect CSTD_TP': wideEffect(y, 'CITY'),
    'wide-effect CSTD_BO': wideEffect(y, 'MINISTRY'),
    'wide-effect CSTD_TQ': wideEffect(y, 'NATION'),
    'rating-good GK_XA': {
      pass: htt,
      fail: { rating: { level: 'HT', state: 'decided' } },
      state: 'to-be-judged',
    },
    'not-yet KNC_GD': {
      pass: {},
      fail: { awards: awardsOf(y, 'KNC_GD', 3) },
      state: 'to-be-judged',
    },
    'award-before NGND': {
      pass: { awards: awardsOf(y, 'NGUT', 4) },
      fail: { awards: awardsOf(y, 'KNC_GD', 4) },
    },
    'R4-chain BK_TP': twoFighters,
    'R4-chain BK_BO': twoFighters,
    'R5-rating BK_TP': excellentTwice,
    'R5-rating BK_BO': excellentTwice,
    'R5-initiatives BK_TP': twoInitiatives,
    'R5-initiatives BK_BO': twoInitiatives,
    'R2-award BK_TTG': {
      pass: { awards: awardsOf(y, 'BK_TP', 3) },
      fail: { awards: awardsOf(y, 'BK_TP', 3).map((one) => ({ ...one, rewardType: 'SUDDEN' as const })) },
    },
    'R2-chain BK_TTG': {
      pass: { ...htt, pastRatings: four, awards: fighter(3) },
      fail: { ...htt, ...nothingThisYear, pastRatings: four, awards: awardsOf(y, 'CSTDCS', 1, 2) },
    },
    'R1-chain HCLD3': {
      pass: { ...htt, pastRatings: four, awards: [...fighter(3), ...awardsOf(y, 'BK_TTG', 5)] },
      fail: { ...htt, pastRatings: four, awards: [...fighter(3), ...awardsOf(y, 'BK_TTG', 4)] },
    },
    'R1-chain HCLD2': {
      pass: { ...htt, pastRatings: four, awards: [...awardsOf(y, 'CSTD_TP', 1), ...awardsOf(y, 'HCLD3', 5)] },
      fail: {
        ...htt,
        pastRatings: ratingsOf(y, 'HTXS', 'HTT', 'HTT', 'HTT'),
        awards: [...awardsOf(y, 'CSTD_TP', 1), ...awardsOf(y, 'HCLD3', 5)],
      },
    },
    'R1-chain HCLD1': {
      pass: {
        ...htxs,
        pastRatings: four,
        awards: [...awardsOf(y, 'CSTD_TP', 1, 3), ...awardsOf(y, 'HCLD2', 5)],
      },
      fail: {
        ...htxs,
        ...nothingThisYear,
        pastRatings: four,
        awards: [...awardsOf(y, 'CSTD_TP', 1, 6), ...awardsOf(y, 'HCLD2', 5)],
      },
    },
    'R1-sector KNC_GD': { pass: { joinedOn: '2000-09-01' }, fail: { joinedOn: '2010-09-01' } },
    'R2-sector KNC_GD': { pass: { joinedOn: '2010-09-01' }, fail: { joinedOn: '2015-09-01' } },
    'R2-hard-area KNC_GD': { pass: service({ hardAreaMonths: 60 }), fail: service({ hardAreaMonths: 59 }) },
    'R1-teaching NGUT': { pass: service({ teachingMonths: 180 }), fail: service({ teachingMonths: 179 }) },
    'R2-manager NGUT': { pass: { manager: true }, fail: { manager: false } },
    'R2-sector NGUT': { pass: service({ sectorMonths: 240 }), fail: service({ sectorMonths: 239 }) },
    'R2-teaching NGUT': { pass: service({ teachingMonths: 120 }), fail: service({ teachingMonths: 119 }) },
    'R1-teaching NGND': {
      pass: service({ teachingMonths: 200, hardAreaMonths: 40 }),
      fail: service({ teachingMonths: 200, hardAreaMonths: 39 }),
    },
    'R2-manager NGND': { pass: { manager: true }, fail: { manager: false } },
    'R2-sector NGND': { pass: service({ sectorMonths: 300 }), fail: service({ sectorMonths: 299 }) },
    'R2-teaching NGND': { pass: service({ teachingMonths: 180 }), fail: service({ teachingMonths: 179 }) },
  };
};

/** The same for collectives. */
export const groupExamples: Examples<GroupFacts> = (y) => {
  const rank: Pair<GroupFacts> = { pass: { clusterRank: 1 }, fail: { clusterRank: 2 } };
  const four = ratingsOf(y, 'HTXS', 'HTXS', 'HTXS', 'HTXS');
  const excellentTwice = {
    pass: { ...htxs, pastRatings: ratingsOf(y, 'HTXS') },
    fail: { ...htxs, ...nothingThisYear, awards: [], pastRatings: ratingsOf(y, 'HTT') },
  };
  return {
    'whole-school TTLDTT': { pass: { isSchool: true }, fail: { isSchool: false } },
    'whole-school TTLDXS': { pass: { isSchool: true }, fail: { isSchool: false } },
    'B1 null': {
      pass: { pendingMatters: [] },
      fail: { pendingMatters: [{ kind: 'COMPLAINT', from: '2025-09-05', to: null }] },
      state: 'postponed',
    },
    'leading CO_TP': rank,
    'leading CO_BO': rank,
    'R1-leading CO_CP': rank,
    'rating-good GK_XA': {
      pass: htt,
      fail: { rating: { level: 'HT', state: 'decided' } },
      state: 'to-be-judged',
    },
    'R4-chain BK_TP': excellentTwice,
    'R4-chain BK_BO': excellentTwice,
    'R6-chain BK_TTG': {
      pass: { ...htxs, pastRatings: four, awards: [...awardsOf(y, 'BK_TP', 5), ...awardsOf(y, 'CO_TP', 2)] },
      fail: { ...htxs, ...nothingThisYear, pastRatings: four, awards: awardsOf(y, 'BK_TP', 5, 2) },
    },
    'R1-age HCLD3': { pass: { establishedOn: '2000-09-05' }, fail: { establishedOn: '2020-09-05' } },
    'R1-chain HCLD3': {
      pass: {
        ...htxs,
        pastRatings: four,
        receivesFlags: false,
        awards: [...awardsOf(y, 'BK_TTG', 5), ...awardsOf(y, 'BK_TP', 1, 3)],
      },
      fail: {
        ...htxs,
        ...nothingThisYear,
        pastRatings: four,
        receivesFlags: true,
        awards: [...awardsOf(y, 'BK_TTG', 5), ...awardsOf(y, 'BK_TP', 1, 3)],
      },
    },
    'R1-chain HCLD2': {
      pass: {
        ...htxs,
        pastRatings: four,
        awards: [...awardsOf(y, 'HCLD3', 5), ...awardsOf(y, 'CO_TP', 1, 2, 3)],
      },
      fail: {
        ...htxs,
        ...nothingThisYear,
        pastRatings: four,
        receivesFlags: true,
        awards: [...awardsOf(y, 'HCLD3', 5), ...awardsOf(y, 'CO_TP', 1, 2)],
      },
    },
    'R1-chain HCLD1': {
      pass: {
        ...htxs,
        pastRatings: four,
        awards: [...awardsOf(y, 'HCLD2', 5), ...awardsOf(y, 'CO_CP', 1), ...awardsOf(y, 'CO_TP', 2, 3)],
      },
      fail: {
        ...htxs,
        ...nothingThisYear,
        pastRatings: four,
        receivesFlags: true,
        awards: [...awardsOf(y, 'HCLD2', 5), ...awardsOf(y, 'CO_CP', 1), ...awardsOf(y, 'CO_TP', 2)],
      },
    },
  };
};
