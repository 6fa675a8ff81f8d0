/** How bodies beside the school's council vote: no law says it for a school, so each value is a default that the school replaces. */
import { otherBodyKinds, type BodyKind, type OtherBodyKind } from '../domain/body.ts';
import { replaceSourced, type Override } from './catalogue.ts';
import type { BodyRules, QuorumRule, RuleSet, VoteRule } from './model.ts';
import type { Setting, SettingValue, SettledSetting } from './settings.ts';

/** Parts of the rules of a body, in the order in which they are shown. */
export const bodyParts = [
  'used',
  'quorum',
  'vote',
  'required',
] as const satisfies readonly (keyof BodyRules)[];
export type BodyPart = (typeof bodyParts)[number];

/** The rules by which a body votes: those of the rule set for the school's council, its own for any other. */
export function rulesOfBody(ruleSet: RuleSet, kind: BodyKind): RuleSet {
  if (kind === 'SCHOOL') return ruleSet;
  const { quorum, vote } = ruleSet.bodies[kind];
  return { ...ruleSet, quorum, votes: {}, defaultVote: vote };
}

/** The id of the setting of a part: "body:GROUP:vote". */
function bodySettingId(kind: OtherBodyKind, part: BodyPart): string {
  return `body:${kind}:${part}`;
}

/** The body and the part that a setting is about; null for every other setting. */
export function bodyOfSetting(id: string): { readonly kind: OtherBodyKind; readonly part: BodyPart } | null {
  for (const kind of otherBodyKinds) {
    for (const part of bodyParts) if (bodySettingId(kind, part) === id) return { kind, part };
  }
  return null;
}

function standardOf(rules: BodyRules, part: BodyPart): SettingValue {
  switch (part) {
    case 'used':
    case 'required':
      return { kind: 'switch', on: rules[part].value };
    case 'quorum':
      return { kind: 'quorum', quorum: rules.quorum.value };
    case 'vote':
      return { kind: 'vote', vote: rules.vote.value };
  }
}

/** The settings of the bodies beside the school's council. The initiative council decides: nothing waits for its opinion. */
export function bodySettings(ruleSet: RuleSet): readonly Setting[] {
  return otherBodyKinds.flatMap((kind) =>
    bodyParts
      .filter((part) => part !== 'required' || kind !== 'INITIATIVE')
      .map((part): Setting => {
        const standard = standardOf(ruleSet.bodies[kind], part);
        const { source, confidence } = ruleSet.bodies[kind][part];
        return {
          id: bodySettingId(kind, part),
          group: 'body',
          affects: 'council',
          kind: standard.kind,
          standard,
          source,
          confidence,
          minimum: 1,
          maximum: 100,
          isLeast: false,
          choices: [],
          // A ballot lists cases of titles: an initiative is none, and is voted on by hands.
          ...(kind === 'INITIATIVE' && part === 'vote' ? { voteKinds: ['SHOW_OF_HANDS'] as const } : {}),
        };
      }),
  );
}

/** The rules of the bodies as the school's regulation has them. */
export function withBodySettings(
  bodies: RuleSet['bodies'],
  settled: readonly SettledSetting[],
): RuleSet['bodies'] {
  const replaced = { ...bodies };
  for (const { id, value, source } of settled) {
    const about = bodyOfSetting(id);
    if (about === null) continue;
    replaced[about.kind] = replacePart(replaced[about.kind], about.part, { value, source });
  }
  return replaced;
}

function replacePart(rules: BodyRules, part: BodyPart, { value, source }: Override<SettingValue>): BodyRules {
  switch (part) {
    case 'used':
    case 'required':
      return value.kind === 'switch'
        ? { ...rules, [part]: replaceSourced<boolean>(rules[part], { value: value.on, source }) }
        : rules;
    case 'quorum':
      return value.kind === 'quorum'
        ? { ...rules, quorum: replaceSourced<QuorumRule>(rules.quorum, { value: value.quorum, source }) }
        : rules;
    case 'vote':
      return value.kind === 'vote'
        ? { ...rules, vote: replaceSourced<VoteRule>(rules.vote, { value: value.vote, source }) }
        : rules;
  }
}
