/**
 * What a school may settle by its own regulation: each setting with its default, where the default comes from and how
 * sure it is. Settings that the app computes with become overrides of the rule set; the others are kept in words.
 */
import type { Confidence, TitleId } from '../terms.ts';
import { awardPapers, chainIds, chains } from './papers.ts';
import { findTitle, ruleSets, voteRuleFor, type Override, type Overrides } from './catalogue.ts';
import { bodyOfSetting, bodySettings, withBodySettings } from './bodies.ts';
import type { QuorumRule, RuleSet, TitleVariant, VoteKind, VoteRule } from './model.ts';
import {
  noteIds,
  noteRows,
  numberRows,
  settingGroups,
  switchIds,
  switchRows,
  valueIds,
  type NumberRow,
  type SettingEffect,
  type SettingGroup,
  type SettingUnit,
  type SwitchId,
  type ValueId,
} from './setting-rows.ts';

/** What a setting is set to. */
export type SettingValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'switch'; readonly on: boolean }
  | { readonly kind: 'vote'; readonly vote: VoteRule }
  | { readonly kind: 'quorum'; readonly quorum: QuorumRule }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'text'; readonly text: string };

/** One setting as the rule set has it before the school says anything; `standard` is null where nothing was found. */
export interface Setting {
  readonly id: string;
  readonly group: SettingGroup;
  readonly affects: SettingEffect;
  readonly kind: SettingValue['kind'];
  readonly standard: SettingValue | null;
  readonly source: string;
  readonly confidence: Confidence;
  /** What can be chosen; empty for every other kind. */
  readonly choices: readonly string[];
  /** Unit and limits of a number; a number without a unit is none. */
  readonly unit?: SettingUnit;
  readonly minimum: number;
  readonly maximum: number;
  /** The default is a share that law asks for at least: a lower one is told. */
  readonly isLeast: boolean;
  /** Ways of voting that can be chosen; all when left out. */
  readonly voteKinds?: readonly VoteKind[];
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
      affects: 'council',
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
      const { group, affects, unit, minimum, maximum, isLeast = false }: NumberRow = numberRows[id];
      const { value: number, source, confidence } = ruleSet.values[id];
      const standard = { kind: 'number', number } as const;
      return {
        ...{ id, group, affects, kind: 'number', standard, source, confidence },
        ...{ unit, minimum, maximum, isLeast, choices: [] },
      };
    }),
    ...switchIds.map((id): Setting => {
      const { group, affects } = switchRows[id];
      const { value: on, source, confidence } = ruleSet.switches[id];
      return {
        ...plain,
        id,
        group,
        affects,
        kind: 'switch',
        standard: { kind: 'switch', on },
        source,
        confidence,
      };
    }),
    ...variantsOf(ruleSet).map(({ id, source, confidence }): Setting => ({
      ...plain,
      id: variantSettingId(id),
      group: 'practice',
      affects: 'condition',
      kind: 'switch',
      standard: { kind: 'switch', on: false },
      source,
      confidence,
    })),
    ...bodySettings(ruleSet),
    ...chainSettings(ruleSet),
    ...noteIds.map((id): Setting => {
      const { group, source, confidence } = noteRows[id];
      return { ...plain, id, group, affects: 'paper', kind: 'text', standard: null, source, confidence };
    }),
  ];
  return settingGroups.flatMap((group) => all.filter((setting) => setting.group === group));
}

function voteSetting(id: string, rule: RuleSet['defaultVote']): Setting {
  return {
    id,
    group: 'vote',
    affects: 'voting',
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
        affects: 'paper',
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

/** The settled settings that a verdict depends on: votes, their counting, quorum and papers are no condition. */
export function conditionsAmong(settled: readonly SettledSetting[]): readonly SettledSetting[] {
  return settled.filter(({ id }) => effectOf(id) === 'condition');
}

function effectOf(id: string): SettingEffect | null {
  const row = [...Object.entries(numberRows), ...Object.entries(switchRows)].find(([known]) => known === id);
  return row?.[1].affects ?? (variantOfSetting(id) === null ? null : 'condition');
}
