/**
 * What a school may settle by its own regulation: each setting with its default, where the default comes from and how
 * sure it is. Settings that the app computes with become overrides of the rule set; the others are kept in words.
 */
import type { Confidence, TitleId } from '../terms.ts';
import { awardPapers, chainIds, chains } from './papers.ts';
import { findTitle, ruleSets, voteRuleFor, type Override, type Overrides } from './catalogue.ts';
import { bodyOfSetting, bodySettings, withBodySettings } from './bodies.ts';
import { ND233, ND90 } from './documents.ts';
import {
  councilSwitchIds,
  switchIds,
  valueIds,
  type QuorumRule,
  type RuleSet,
  type SwitchId,
  type TitleVariant,
  type ValueId,
  type VoteKind,
  type VoteRule,
} from './model.ts';

/** What a setting is set to. */
export type SettingValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'switch'; readonly on: boolean }
  | { readonly kind: 'vote'; readonly vote: VoteRule }
  | { readonly kind: 'quorum'; readonly quorum: QuorumRule }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'text'; readonly text: string };

/** Parts of the table of settings, in its order. */
export const settingGroups = [
  'council',
  'vote',
  'body',
  'condition',
  'practice',
  'chain',
  'document',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** Settings that the app does not compute with: the school's answer in words. */
export const noteIds = [
  'cityRegulation',
  'sectorCircular',
  'ballotArticle',
  'amendedLaw',
  'initiativeRecogniser',
  'principalCertificate',
  'ownVote',
  'scoringScheme',
  'ratingCalendar',
  'contractStaff',
] as const;
export type NoteId = (typeof noteIds)[number];

/** One setting as the rule set has it before the school says anything; `standard` is null where nothing was found. */
export interface Setting {
  readonly id: string;
  readonly group: SettingGroup;
  readonly kind: SettingValue['kind'];
  readonly standard: SettingValue | null;
  readonly source: string;
  readonly confidence: Confidence;
  /** What can be chosen; empty for every other kind. */
  readonly choices: readonly string[];
  /** Limits of a number. */
  readonly minimum: number;
  readonly maximum: number;
  /** The default is a share that law asks for at least: a lower one is told. */
  readonly isLeast: boolean;
  /** Ways of voting that can be chosen; all when left out. */
  readonly voteKinds?: readonly VoteKind[];
}

/** How votes are held and counted: no condition of a title rests on them. */
const votingIds: ReadonlySet<string> = new Set<ValueId | SwitchId>([
  'maximumRounds',
  'secondCount',
  'tieNeedsRound',
  'spareBallots',
]);

/** What papers say: no condition of a title rests on them either. */
const paperIds: ReadonlySet<string> = new Set<ValueId | SwitchId>(['publicityDays', 'councilOwnSeries']);

/** The least and the most of the numbers that are neither months nor shares. */
const limits: Partial<Readonly<Record<ValueId, readonly [minimum: number, maximum: number]>>> = {
  maximumRounds: [1, 9],
  spareBallots: [0, 200],
  publicityDays: [1, 60],
};

const months: ReadonlySet<ValueId> = new Set(['newStaffMonths', 'workedMonths', 'transferMonths']);

/** What is known of the settings that are kept in words. */
const notes: Readonly<Record<NoteId, Pick<Setting, 'group' | 'source' | 'confidence'>>> = {
  cityRegulation: {
    group: 'document',
    confidence: 'U',
    source:
      'Nghị định số 152/2025/NĐ-CP để địa phương quy định tiêu chuẩn, hồ sơ, số bản, thời hạn; văn bản hiện hành của thành phố chưa tìm được.',
  },
  sectorCircular: {
    group: 'document',
    confidence: 'U',
    source:
      'Thông tư số 07/2026/TT-BGDĐT thay thế Thông tư số 29/2023/TT-BGDĐT từ 02/4/2026; chưa đối chiếu các điều về giấy khen, kỷ niệm chương.',
  },
  ballotArticle: {
    group: 'document',
    confidence: 'U',
    source:
      'Tỷ lệ 80 %, 90 % lấy từ khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP; điều tương ứng của Nghị định số 152/2025/NĐ-CP chưa xác định.',
  },
  amendedLaw: {
    group: 'document',
    confidence: 'U',
    source: 'Luật số 06/2026/QH16 có hiệu lực từ 01/10/2026; chưa đối chiếu văn bản chính thức.',
  },
  initiativeRecogniser: {
    group: 'practice',
    confidence: 'C1',
    source: 'Hội đồng sáng kiến cấp cơ sở; từ 01/7/2025 cấp xã thay cấp huyện, chưa thống nhất giữa các nơi.',
  },
  principalCertificate: {
    group: 'practice',
    confidence: 'C1',
    source:
      'Khoản 1 Điều 11 Thông tư số 29/2023/TT-BGDĐT cho phép; thông tư thay thế chưa đối chiếu, Luật không nêu Hiệu trưởng.',
  },
  ownVote: {
    group: 'council',
    confidence: 'U',
    source:
      'Chưa tìm được quy định về việc thành viên bỏ phiếu cho chính mình và người dự thay; ứng dụng tính mọi thành viên như nhau.',
  },
  scoringScheme: {
    group: 'practice',
    confidence: 'PR',
    source:
      'Đợt thi đua, tiêu chí, thang điểm, trọng số do nhà trường đặt ra; bốn đợt có sẵn là thông lệ. Sửa đợt ở bước Phong trào và đợt, sửa tiêu chí ở bước Đánh giá.',
  },
  ratingCalendar: {
    group: 'practice',
    confidence: 'U',
    source: `Quy định chung là trước ngày 15/12; giáo dục theo năm học: ${ND90} để người đứng đầu chọn, ${ND233} để Bộ Giáo dục và Đào tạo quy định nhưng chưa tìm được văn bản.`,
  },
  contractStaff: {
    group: 'practice',
    confidence: 'P',
    source: `Khoản 2 Điều 20 ${ND233}: người đứng đầu quyết định; danh hiệu Lao động tiên tiến vẫn xét cho người lao động theo khoản 1 Điều 24 Luật Thi đua, khen thưởng.`,
  },
};

const withInitiative: readonly TitleId[] = ['CSTDCS', 'CSTD_TP', 'CSTD_BO', 'CSTD_TQ', 'BK_TP', 'BK_BO'];

/** Of which titles a note is told on every case; null is all. Notes that are told elsewhere are left out. */
const noteTitles: Partial<Readonly<Record<NoteId, readonly TitleId[] | null>>> = {
  cityRegulation: null,
  amendedLaw: null,
  sectorCircular: ['GK_HT', 'GK_HT_HS', 'KNC_GD'],
  initiativeRecogniser: withInitiative,
  principalCertificate: ['GK_HT'],
  contractStaff: ['LDTT', 'CSTDCS'],
};

/** The notes that are told on a case of a title. */
export function notesOfTitle(titleId: TitleId): readonly NoteId[] {
  return noteIds.filter((id) => {
    const titles = noteTitles[id];
    return titles !== undefined && (titles === null || titles.includes(titleId));
  });
}

/** The id of the setting that switches a known wording of a title on. */
function variantSettingId(variantId: string): string {
  return `variant:${variantId}`;
}

/** The wording that a setting switches on; null for every other setting. */
export function variantOfSetting(id: string): (TitleVariant & { readonly titleId: TitleId }) | null {
  return allVariants().find((variant) => variantSettingId(variant.id) === id) ?? null;
}

function allVariants(): readonly (TitleVariant & { readonly titleId: TitleId })[] {
  return ruleSets.flatMap(variantsOf);
}

function variantsOf({ titles }: RuleSet): readonly (TitleVariant & { readonly titleId: TitleId })[] {
  return Object.entries(titles).flatMap(([titleId, { variants }]) =>
    variants.map((variant) => ({ ...variant, titleId })),
  );
}

/** The id of the setting that says how a title is voted. */
export function voteSettingId(titleId: string): string {
  return `vote:${titleId}`;
}

/** The title whose vote a setting is about; null for every other setting. */
export function titleOfSetting(id: string): string | null {
  return id.startsWith('vote:') ? id.slice('vote:'.length) : null;
}

/** The id of the setting that says by which way a title is submitted. */
export function chainSettingId(titleId: string): string {
  return `chain:${titleId}`;
}

/** The title whose way of submission a setting is about; null for every other setting. */
export function titleOfChain(id: string): string | null {
  return id.startsWith('chain:') ? id.slice('chain:'.length) : null;
}

/** Every setting of a rule set, part by part. Give the rule set as the catalogue has it. */
export function settingsOf(ruleSet: RuleSet): readonly Setting[] {
  const plain = { minimum: 0, maximum: 100, isLeast: false, choices: [] } as const;
  const all: readonly Setting[] = [
    {
      ...plain,
      id: 'quorum',
      group: 'council',
      kind: 'quorum',
      standard: { kind: 'quorum', quorum: ruleSet.quorum.value },
      source: ruleSet.quorum.source,
      confidence: ruleSet.quorum.confidence,
    },
    voteSetting('defaultVote', ruleSet.defaultVote),
    ...votedTitles(ruleSet).map((titleId) =>
      voteSetting(voteSettingId(titleId), voteRuleFor({ ruleSet, titleId })),
    ),
    ...valueIds.map((id): Setting => {
      const { value, source, confidence } = ruleSet.values[id];
      return {
        ...plain,
        id,
        group: votingIds.has(id) ? 'vote' : paperIds.has(id) ? 'practice' : 'condition',
        kind: 'number',
        standard: { kind: 'number', number: value },
        source,
        confidence,
        minimum: limits[id]?.[0] ?? (months.has(id) ? 0 : 1),
        maximum: limits[id]?.[1] ?? (months.has(id) ? 24 : 100),
        isLeast: id === 'ldttSharePercent',
      };
    }),
    ...switchIds.map((id): Setting => {
      const { value, source, confidence } = ruleSet.switches[id];
      return {
        ...plain,
        id,
        group: votingIds.has(id) ? 'vote' : isCouncilSwitch(id) ? 'council' : 'practice',
        kind: 'switch',
        standard: { kind: 'switch', on: value },
        source,
        confidence,
      };
    }),
    ...variantsOf(ruleSet).map(({ id, source, confidence }): Setting => ({
      ...plain,
      id: variantSettingId(id),
      group: 'practice',
      kind: 'switch',
      standard: { kind: 'switch', on: false },
      source,
      confidence,
    })),
    ...bodySettings(ruleSet),
    ...chainSettings(ruleSet),
    ...noteIds.map((id): Setting => ({ ...plain, id, kind: 'text', standard: null, ...notes[id] })),
  ];
  return settingGroups.flatMap((group) => all.filter((setting) => setting.group === group));
}

function voteSetting(id: string, rule: RuleSet['defaultVote']): Setting {
  return {
    id,
    group: 'vote',
    kind: 'vote',
    standard: { kind: 'vote', vote: rule.value },
    source: rule.source,
    confidence: rule.confidence,
    minimum: 1,
    maximum: 100,
    isLeast: rule.confidence === 'P' || rule.confidence === 'C2',
    choices: [],
  };
}

/** By which way each award that has a dossier is submitted. */
function chainSettings(ruleSet: RuleSet): readonly Setting[] {
  return votedTitles(ruleSet).flatMap((titleId): readonly Setting[] => {
    const papers = awardPapers[titleId];
    if (papers === undefined) return [];
    const { source, confidence } = chains[papers.chain];
    return [
      {
        id: chainSettingId(titleId),
        group: 'chain',
        kind: 'choice',
        standard: { kind: 'choice', choice: papers.chain },
        source,
        confidence,
        minimum: 0,
        maximum: 0,
        isLeast: false,
        choices: chainIds,
      },
    ];
  });
}

function votedTitles(ruleSet: RuleSet): readonly string[] {
  return Object.keys(ruleSet.titles)
    .map((titleId) => findTitle(titleId))
    .filter((title) => title !== null)
    .filter(({ active }) => active)
    .sort((a, b) => a.sort - b.sort)
    .map(({ id }) => id);
}

/** Why a value does not fit a setting; null when it does. */
export type SettingProblem = 'other-kind' | 'no-ballot' | 'out-of-range' | 'empty';

/** Compares a value with what a setting may hold. */
export function checkSetting(setting: Setting, value: SettingValue): SettingProblem | null {
  if (setting.kind !== value.kind) return 'other-kind';
  switch (value.kind) {
    case 'number':
      return value.number >= setting.minimum && value.number <= setting.maximum ? null : 'out-of-range';
    case 'vote': {
      const { percent, strict, fraction, kind, chooseAtMost = null } = value.vote;
      if (setting.voteKinds?.includes(kind) === false) return 'no-ballot';
      if (kind === 'CHOOSE' && (chooseAtMost === null || chooseAtMost < 1)) return 'out-of-range';
      if (fraction !== undefined && fraction !== null) return isFraction(fraction) ? null : 'out-of-range';
      return percent >= 1 && percent <= (strict ? 99 : 100) ? null : 'out-of-range';
    }
    case 'quorum':
      return isFraction(value.quorum) ? null : 'out-of-range';
    case 'text':
      return value.text === '' ? 'empty' : null;
    case 'choice':
      return setting.choices.includes(value.choice) ? null : 'out-of-range';
    case 'switch':
      return null;
  }
}

function isFraction({
  numerator,
  denominator,
}: {
  readonly numerator: number;
  readonly denominator: number;
}) {
  return numerator >= 1 && numerator <= denominator;
}

/** Whether a value asks for less than what law asks for at least. */
export function isBelowLeast(setting: Setting, value: SettingValue): boolean {
  const { standard, isLeast } = setting;
  if (!isLeast || standard === null) return false;
  if (standard.kind === 'number' && value.kind === 'number') return value.number < standard.number;
  if (standard.kind !== 'vote' || value.kind !== 'vote') return false;
  const [asked, least] = [value.vote, standard.vote];
  if (least.kind !== 'SHOW_OF_HANDS' && asked.kind === 'SHOW_OF_HANDS') return true;
  return asked.percent < least.percent || (least.base === 'TOTAL' && asked.base !== 'TOTAL');
}

/** One setting that the school has settled, with the document that says so. */
export interface SettledSetting {
  readonly id: string;
  readonly value: SettingValue;
  readonly source: string;
}

/** What the settled settings replace in a rule set; of those in words only the place of the share of votes does. */
export function overridesOf(settled: readonly SettledSetting[]): Overrides {
  const values: Partial<Record<ValueId, Override<number>>> = {};
  const switches: Partial<Record<SwitchId, Override<boolean>>> = {};
  const votes: Record<string, Override<VoteRule>> = {};
  const variants: { readonly titleId: TitleId; readonly variantId: string }[] = [];
  let common: Pick<Overrides, 'defaultVote' | 'quorum' | 'ballotArticle'> = {};
  for (const { id, value, source } of settled) {
    if (bodyOfSetting(id) !== null) continue;
    const titleId = titleOfSetting(id);
    const valueId = valueIds.find((known) => known === id);
    const switchId = switchIds.find((known) => known === id);
    if (value.kind === 'number' && valueId !== undefined) values[valueId] = { value: value.number, source };
    if (value.kind === 'switch' && switchId !== undefined) switches[switchId] = { value: value.on, source };
    const variant = variantOfSetting(id);
    if (value.kind === 'switch' && value.on && variant !== null)
      variants.push({ titleId: variant.titleId, variantId: variant.id });
    if (id === 'ballotArticle' && value.kind === 'text') common = { ...common, ballotArticle: value.text };
    if (value.kind === 'quorum') common = { ...common, quorum: { value: value.quorum, source } };
    if (value.kind === 'vote' && titleId !== null) votes[titleId] = { value: value.vote, source };
    if (value.kind === 'vote' && titleId === null)
      common = { ...common, defaultVote: { value: value.vote, source } };
  }
  const bodies = (standard: RuleSet['bodies']) => withBodySettings(standard, settled);
  return { values, switches, votes, variants, bodies, ...common };
}

function isCouncilSwitch(id: string): boolean {
  return councilSwitchIds.some((known) => known === id);
}

/** The settled settings that a verdict depends on: votes, their counting and quorum are no condition. */
export function conditionsAmong(settled: readonly SettledSetting[]): readonly SettledSetting[] {
  return settled.filter(
    ({ id, value }) =>
      (value.kind === 'number' || value.kind === 'switch') &&
      !votingIds.has(id) &&
      !paperIds.has(id) &&
      !isCouncilSwitch(id) &&
      bodyOfSetting(id) === null,
  );
}
