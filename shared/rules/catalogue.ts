/**
 * The catalogue: awards and dated rule sets, and how they are found. A rule set is chosen by the day of the council's
 * meeting and its id and version are kept with every verdict. What a school's own regulation says replaces the
 * numbers, with the document that says so, and the standard stays beside it.
 */
import type { IsoDate } from '../dates.ts';
import type { TitleId } from '../terms.ts';
import { at, LAW06, ND152, ND233, ND90, ND98 } from './documents.ts';
import { bodyRules } from './body-rules.ts';
import { certificateRules } from './certificate-rules.ts';
import { groupRules } from './group-rules.ts';
import { higherGroupRules } from './higher-group-rules.ts';
import { higherPersonRules } from './higher-person-rules.ts';
import {
  type HigherVote,
  type QuorumRule,
  type RatingRegime,
  type Rule,
  type RuleSet,
  type Sourced,
  type Title,
  type VoteRule,
} from './model.ts';
import { personRules } from './person-rules.ts';
import { numberRows, switchIds, switchRows, valueIds, type SwitchId, type ValueId } from './setting-rows.ts';
import { sharedNameReader, titleReader } from './read-title.ts';
import { titleRules } from './title-rules.ts';
import { sharedNames, titles } from './titles.ts';

export { titles } from './titles.ts';

function sourced<T>(value: Omit<Sourced<T>, 'standard'>): Sourced<T> {
  return { ...value, standard: null };
}

const regimes: readonly RatingRegime[] = [
  { id: 'ND90', name: ND90, from: '2020-08-20', to: '2026-06-30', keptUntil: '2026-12-31' },
  { id: 'ND233', name: ND233, from: '2026-07-01', to: null, keptUntil: null },
];

/** The defaults of rows, by their ids. */
function defaultsOf<Id extends string, T>(
  rows: Readonly<Record<Id, Omit<Sourced<T>, 'standard'>>>,
): Readonly<Record<Id, Sourced<T>>> {
  const all = Object.entries<Omit<Sourced<T>, 'standard'>>(rows);
  return Object.fromEntries(
    all.map(([id, { value, confidence, source }]) => [id, sourced({ value, confidence, source })]),
  ) as Record<Id, Sourced<T>>;
}

const values = defaultsOf<ValueId, number>(numberRows);

const switches = defaultsOf<SwitchId, boolean>(switchRows);

function ballot(percent: number): Sourced<VoteRule> {
  return sourced({
    value: { kind: 'SECRET_BALLOT', percent, strict: false, base: 'TOTAL' },
    confidence: 'C2',
    source: 'Khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP, kế thừa; cần đối chiếu Nghị định số 152/2025/NĐ-CP.',
  });
}

/** The share in the school's council for titles that a higher council decides: not fixed, taken as for CSTĐCS. */
const submittedBallot: Sourced<VoteRule> = {
  ...ballot(80),
  confidence: 'U',
  source: 'Tỷ lệ ở Hội đồng cấp trường chưa có quy định, áp dụng như Chiến sĩ thi đua cơ sở.',
};

const standardVotes: Readonly<Record<TitleId, Sourced<VoteRule>>> = {
  CSTDCS: ballot(80),
  CSTD_TP: submittedBallot,
  CSTD_BO: submittedBallot,
  CSTD_TQ: submittedBallot,
  CO_TP: ballot(80),
  CO_BO: ballot(80),
  CO_CP: ballot(80),
  CO_TP_CD: ballot(80),
  CO_CP_CD: ballot(80),
};

function council(name: string, percent: number): Sourced<HigherVote> {
  return { ...ballot(percent), value: { council: name, vote: ballot(percent).value }, standard: null };
}

const higherVotes: Readonly<Record<TitleId, Sourced<HigherVote>>> = {
  CSTD_TP: council('Hội đồng Thi đua - Khen thưởng thành phố', 90),
  CSTD_BO: council('Hội đồng Thi đua - Khen thưởng Bộ', 90),
  CSTD_TQ: council('Hội đồng Thi đua - Khen thưởng thành phố', 90),
};

const defaultVote = sourced<VoteRule>({
  value: { kind: 'SHOW_OF_HANDS', percent: 50, strict: true, base: 'TOTAL' },
  confidence: 'U',
  source:
    'Luật và nghị định không quy định tỷ lệ; theo thông lệ, nhà trường có thể quy định khác trong quy chế.',
});

const quorum = sourced<QuorumRule>({
  value: { numerator: 2, denominator: 3, awardPercent: null },
  confidence: 'L',
  source:
    'Chưa có quy định cho Hội đồng cấp trường; theo mẫu của các Hội đồng cấp cơ sở khác, nhà trường có thể quy định khác.',
});

const rules: readonly Rule[] = [
  ...personRules,
  ...groupRules,
  ...higherPersonRules,
  ...certificateRules,
  ...higherGroupRules,
];

/** The rules that hold on some day of a span. */
function rulesWithin({ from, to }: { readonly from: IsoDate; readonly to: IsoDate | null }): readonly Rule[] {
  return rules.filter(
    (rule) => (rule.to === null || rule.to >= from) && (rule.from === null || to === null || rule.from <= to),
  );
}

const rs2025: RuleSet = {
  id: 'RS2025',
  version: '2',
  name: 'Luật Thi đua, khen thưởng năm 2022 và Nghị định số 152/2025/NĐ-CP',
  effectiveFrom: '2025-07-01',
  effectiveTo: '2026-09-30',
  note: '',
  regimes,
  values,
  switches,
  rules: rulesWithin({ from: '2025-07-01', to: '2026-09-30' }),
  titles: titleRules,
  votes: standardVotes,
  defaultVote,
  higherVotes,
  quorum,
  bodies: bodyRules,
};

const rs2026: RuleSet = {
  ...rs2025,
  values: {
    ...values,
    ldttSharePercent: {
      ...values.ldttSharePercent,
      confidence: 'U',
      source: `${values.ldttSharePercent.source} ${LAW06} sửa đổi, bổ sung từ 01/10/2026, chưa đối chiếu.`,
    },
  },
  id: 'RS2026',
  name: 'Luật Thi đua, khen thưởng năm 2022, sửa đổi, bổ sung bởi Luật số 06/2026/QH16',
  effectiveFrom: '2026-10-01',
  effectiveTo: null,
  rules: rulesWithin({ from: '2026-10-01', to: null }),
  note: 'Chưa đối chiếu văn bản chính thức của Luật số 06/2026/QH16: các điều kiện giữ như bộ quy tắc trước, nhà trường đối chiếu trước khi dùng.',
};

/** What NĐ 152/2025 says was said by NĐ 98/2023 before it, in articles that were not read: the rule stays, its place is open. */
function before152(rule: Rule): Rule {
  if (rule.citation.document !== ND152) return rule;
  return {
    ...rule,
    citation: at(ND98, null, null),
    confidence: 'U',
    source:
      'Theo nội dung tương ứng của Nghị định số 152/2025/NĐ-CP; chưa đối chiếu điều của Nghị định số 98/2023/NĐ-CP.',
  };
}

const rs2024: RuleSet = {
  ...rs2025,
  id: 'RS2024',
  name: 'Luật Thi đua, khen thưởng năm 2022 và Nghị định số 98/2023/NĐ-CP',
  effectiveFrom: '2024-01-01',
  effectiveTo: '2025-06-30',
  rules: rulesWithin({ from: '2024-01-01', to: '2025-06-30' }).map(before152),
  note: 'Dùng cho mùa thi đua trước 01/7/2025; nhà trường đối chiếu với Nghị định số 98/2023/NĐ-CP và thẩm quyền khi đó.',
};

/** The rule sets, oldest first. */
export const ruleSets: readonly RuleSet[] = [rs2024, rs2025, rs2026];

/** The rule set in force on a day (of the meeting); null before the first. */
export function ruleSetFor({ date }: { readonly date: IsoDate }): RuleSet | null {
  const inForce = ruleSets.find(
    (set) => set.effectiveFrom <= date && (set.effectiveTo === null || date <= set.effectiveTo),
  );
  return inForce ?? null;
}

/** The rule set of an id that was kept with a verdict; null when this version of the app does not know it. */
export function findRuleSet(id: string): RuleSet | null {
  return ruleSets.find((set) => set.id === id) ?? null;
}

const titleById = new Map(titles.map((title) => [title.id, title]));

/** The award of an id; null when the catalogue has none. */
export function findTitle(id: TitleId): Title | null {
  return titleById.get(id) ?? null;
}

/**
 * Reads the name of one award as files write it: in full or short, with or without marks and "đ", in any case.
 * `readTitle(' Chiến sỹ thi đua cấp cơ sở ') === 'CSTDCS'`; null when it is none, or more than one could be meant.
 */
export const readTitle: (text: string) => TitleId | null = titleReader(titles);

/** The awards that a name may mean which several share: "Bằng khen của Bộ, ban, ngành, tỉnh"; none for other texts. */
export const readSharedName: (text: string) => readonly TitleId[] = sharedNameReader(sharedNames);

/** Rules of a title that were put together once; rule sets are never changed after they are made. */
const assembled = new WeakMap<RuleSet, Map<TitleId, readonly Rule[]>>();

/**
 * The rules of one title in a rule set, those of titles it includes first; empty when it has none yet. An award for
 * people and for collectives has those of both: take the ones `about` whom you ask.
 */
export function rulesOf({
  ruleSet,
  titleId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
}): readonly Rule[] {
  const known = assembled.get(ruleSet) ?? new Map<TitleId, readonly Rule[]>();
  assembled.set(ruleSet, known);
  const found = known.get(titleId);
  if (found !== undefined) return found;
  const made = assemble({ ruleSet, titleId });
  known.set(titleId, made);
  return made;
}

function assemble({
  ruleSet,
  titleId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
}): readonly Rule[] {
  const own = ruleSet.titles[titleId];
  if (own === undefined) return [];
  const object = findTitle(titleId)?.object;
  const included = own.meets.flatMap((other) => rulesOf({ ruleSet, titleId: other }));
  const named = own.rules.flatMap((id) =>
    ruleSet.rules.filter(
      (rule) =>
        rule.id === id &&
        (rule.forTitle === null || rule.forTitle === titleId) &&
        (rule.about === 'PERSON' ? object !== 'GROUP' : object === 'GROUP' || object === 'PERSON_OR_GROUP'),
    ),
  );
  return [...included, ...named];
}

/** How a title is voted in a rule set, with the source of it. */
export function voteRuleFor({
  ruleSet,
  titleId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
}): Sourced<VoteRule> {
  return ruleSet.votes[titleId] ?? ruleSet.defaultVote;
}

/** One value of the school's own regulation and the document that says so (number and date). */
export interface Override<T> {
  readonly value: T;
  readonly source: string;
}

/** What a school's regulation replaces. */
export interface Overrides {
  /** Where the share of votes that law asks for is written now; the shares stay. */
  readonly ballotArticle?: string;
  /** Known wordings of titles that are switched on; one that the rule set does not have is left out. */
  readonly variants?: readonly { readonly titleId: TitleId; readonly variantId: string }[];
  readonly values?: Partial<Readonly<Record<ValueId, Override<number>>>>;
  readonly votes?: Readonly<Record<TitleId, Override<VoteRule>>>;
  readonly defaultVote?: Override<VoteRule>;
  readonly quorum?: Override<QuorumRule>;
  readonly switches?: Partial<Readonly<Record<SwitchId, Override<boolean>>>>;
  readonly bodies?: (bodies: RuleSet['bodies']) => RuleSet['bodies'];
}

/** A value as the school's regulation has it, with the catalogue's own beside it. */
export function replaceSourced<T>(standard: Sourced<T>, override: Override<T>): Sourced<T> {
  const { value, source, confidence } = standard;
  return { ...override, confidence: 'P', standard: standard.standard ?? { value, source, confidence } };
}

function replace<T>(standard: Sourced<T>, override: Override<T> | undefined): Sourced<T> {
  return override === undefined ? standard : replaceSourced(standard, override);
}

/** Registration as a condition of every title for people that has conditions, or of none (B11). */
function withRegistration({
  titles: all,
  isRequired,
}: {
  readonly titles: RuleSet['titles'];
  readonly isRequired: boolean;
}): RuleSet['titles'] {
  return Object.fromEntries(
    Object.entries(all).map(([titleId, own]) => {
      const object = findTitle(titleId)?.object;
      const isOwn = (object === 'PERSON' || object === 'PERSON_OR_GROUP') && own.meets.length === 0;
      const rest = own.rules.filter((id) => id !== 'B11');
      return [titleId, { ...own, rules: isOwn && rest.length > 0 && isRequired ? [...rest, 'B11'] : rest }];
    }),
  );
}

/** Titles of which the school may say that a tổ is not put forward for them. */
const wholeSchoolTitles: readonly TitleId[] = ['TTLDTT', 'TTLDXS'];

/** A rule as a condition of these titles and of no other. */
function withRule({
  id,
  titles: all,
  titleIds,
}: {
  readonly id: string;
  readonly titles: RuleSet['titles'];
  readonly titleIds: readonly TitleId[];
}): RuleSet['titles'] {
  return Object.fromEntries(
    Object.entries(all).map(([titleId, own]) => {
      const rest = own.rules.filter((one) => one !== id);
      return [titleId, { ...own, rules: titleIds.includes(titleId) ? [id, ...rest] : rest }];
    }),
  );
}

/** The shares of the law with the place that the school found for them. */
function withArticle(
  votes: RuleSet['votes'],
  article: string | undefined,
): Record<TitleId, Sourced<VoteRule>> {
  return Object.fromEntries(
    Object.entries(votes).map(([titleId, vote]) => [
      titleId,
      article === undefined || vote.confidence === 'U'
        ? vote
        : replace(vote, { value: vote.value, source: article }),
    ]),
  );
}

/** The rule set as the school's own regulation has it; each replaced value keeps the standard beside it. */
export function withOverrides({
  ruleSet,
  overrides,
}: {
  readonly ruleSet: RuleSet;
  readonly overrides: Overrides;
}): RuleSet {
  const worded = (overrides.variants ?? [])
    .filter(({ titleId, variantId }) => ruleSet.titles[titleId]?.variants.some(({ id }) => id === variantId))
    .reduce((set, variant) => withVariant({ ruleSet: set, ...variant }), ruleSet);
  const votes: Record<TitleId, Sourced<VoteRule>> = withArticle(ruleSet.votes, overrides.ballotArticle);
  for (const [titleId, override] of Object.entries(overrides.votes ?? {})) {
    votes[titleId] = replace(voteRuleFor({ ruleSet, titleId }), override);
  }
  const values = { ...ruleSet.values };
  for (const id of valueIds) values[id] = replace(values[id], overrides.values?.[id]);
  const switched = { ...ruleSet.switches };
  for (const id of switchIds) switched[id] = replace(switched[id], overrides.switches?.[id]);
  return {
    ...ruleSet,
    values,
    switches: switched,
    titles: withRule({
      id: 'whole-school',
      titles: withRegistration({ titles: worded.titles, isRequired: switched.registrationRequired.value }),
      titleIds: switched.groupsMayReceive.value ? [] : wholeSchoolTitles,
    }),
    votes,
    defaultVote: replace(ruleSet.defaultVote, overrides.defaultVote),
    quorum: replace(ruleSet.quorum, overrides.quorum),
    bodies: overrides.bodies?.(ruleSet.bodies) ?? ruleSet.bodies,
  };
}

/** The rule set with another known wording of a title switched on; throws when the title has no such variant. */
export function withVariant({
  ruleSet,
  titleId,
  variantId,
}: {
  readonly ruleSet: RuleSet;
  readonly titleId: TitleId;
  readonly variantId: string;
}): RuleSet {
  const standard = ruleSet.titles[titleId];
  const variant = standard?.variants.find(({ id }) => id === variantId);
  if (standard === undefined || variant === undefined)
    throw new Error(`${titleId} has no variant ${variantId}`);
  const { meets, rules: own } = variant;
  return { ...ruleSet, titles: { ...ruleSet.titles, [titleId]: { ...standard, meets, rules: own } } };
}
