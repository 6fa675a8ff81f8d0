/** Every sentence that people read: plain administrative Vietnamese, with no id, no English and no note of a developer in it. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { api } from '../../shared/api.ts';
import { checkGroup, checkPerson, checkPupil, type Verdict } from '../../shared/domain/eligibility.ts';
import type { GroupFacts, PersonFacts } from '../../shared/domain/facts.ts';
import type { AppError, ErrorCode } from '../../shared/errors.ts';
import {
  rulesOf,
  ruleSets,
  titles,
  voteRuleFor,
  withOverrides,
  withVariant,
} from '../../shared/rules/catalogue.ts';
import { multiples } from '../../shared/rules/money.ts';
import type { RuleSet } from '../../shared/rules/model.ts';
import { awardPapers, chains, dossierItems } from '../../shared/rules/papers.ts';
import { ratingSystems } from '../../shared/rules/rating-systems.ts';
import { settingsOf } from '../../shared/rules/settings.ts';
import { vectors } from '../../shared/rules/vectors.ts';
import { warningSources } from '../../shared/rules/warnings.ts';
import { citationText, quorumText, voteText } from '../../shared/rules/words.ts';
import * as appraisal from '../../shared/vi/appraisal.ts';
import { auditedMethods, auditSentence } from '../../shared/vi/audit.ts';
import * as bodies from '../../shared/vi/bodies.ts';
import * as career from '../../shared/vi/career.ts';
import * as council from '../../shared/vi/council.ts';
import { errorCodes, errorSentence } from '../../shared/vi/errors.ts';
import { fieldName, fieldNames } from '../../shared/vi/fields.ts';
import * as findings from '../../shared/vi/findings.ts';
import * as groupFindings from '../../shared/vi/group-findings.ts';
import * as history from '../../shared/vi/history.ts';
import * as overview from '../../shared/vi/overview.ts';
import * as papers from '../../shared/vi/papers.ts';
import * as readiness from '../../shared/vi/readiness.ts';
import { cautionsOn, knowledgeText } from '../../shared/vi/readings.ts';
import * as regulation from '../../shared/vi/regulation.ts';
import * as terms from '../../shared/vi/terms.ts';
import { caseAbout, outcomeWords } from '../../shared/vi/vectors.ts';
import { contextOf, groupFacts, members, personFacts } from '../support/facts.ts';
import { judgedFail, judgedPass } from '../support/history.ts';
import { faultsOf } from '../support/sentences.ts';
import { groupExamples, personExamples } from './higher-examples.ts';
import { collectives, people } from './rule-examples.ts';

function expectPlain(texts: Iterable<string>): void {
  const list = [...texts];
  expect(list.length).toBeGreaterThan(0);
  expect(list.filter((text) => text.trim() === '')).toEqual([]);
  expect([...new Set(list.flatMap(faultsOf))]).toEqual([]);
}

/** Every text that a module holds, and every sentence of it that needs no facts. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null && !(value instanceof Set)
    ? Object.values(value).flatMap(textsOf)
    : [];
}

/** Facts as the core gives them: whatever is asked for is a name of the school, a number, or one of these. */
const known: Readonly<Record<string, unknown>> = {
  uses: ['award_case'],
  problems: [],
  changes: [
    { row: [], field: 'rating', wanted: 'HT', now: 'HTXS', by: null },
    {
      row: ['id-1'],
      field: 'titleId',
      wanted: 'CSTDCS',
      now: 'LDTT',
      by: { name: 'Lan', role: 'chair', at: '14:05' },
    },
    { row: [], field: 'members', wanted: [], now: [{ personId: 'id-1' }], by: null },
  ],
  columns: ['Họ và tên', 'Tổ'],
  sheets: ['Danh sách'],
  allowed: ['secretary', 'chair'],
  problem: 'reason-empty',
  field: 'decision.reason',
};
const numbers =
  /^(count|left|right|row|version|known|present|total|needed|cast|mayVote|agree|base|maximum|score|free|ballot|number|most|printed)$/;

function anything(own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return new Proxy(
    { ...own },
    {
      get: (target, name: string) =>
        name in target ? target[name] : (known[name] ?? (numbers.test(name) ? 7 : 'Trần Thị Mẫu')),
    },
  );
}

const ownFacts: { readonly [K in ErrorCode]?: Readonly<Record<string, unknown>> } = {
  'in-use': { kind: 'person' },
  'not-a-workbook': { found: 'word' },
};

describe('every sentence of a failure', () => {
  it.each(errorCodes)('%s', (code) => {
    const error = anything({ code, ...ownFacts[code] }) as unknown as AppError;
    expectPlain([errorSentence(error)]);
  });

  it('names each field of the contract, and no path of it', () => {
    const unnamed = Object.entries(api).flatMap(([method, { input }]) =>
      keysOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }))
        .filter((key) => !Object.hasOwn(fieldNames, key))
        .map((key) => `${method} ${key}`),
    );
    expect(unnamed).toEqual([]);
    expectPlain(Object.values(fieldNames));
    expect(fieldName('members.3.role')).toBe('vai trò, chức vụ, dòng 4');
    expect(fieldName('decision.reason')).toBe('lý do');
    expect(fieldName('nowhere')).toBe('');
    expect(fieldName('Số thành viên phải có mặt')).toBe('Số thành viên phải có mặt');
  });
});

/** The names of properties of a JSON schema, however deep. */
function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value as Readonly<Record<string, unknown>>).flatMap(keysOf)]
      : keysOf(value),
  );
}

/** Details as rows of the trail hold them, by the method where two mean different things by one name. */
const details: Readonly<Record<string, unknown>> = {
  as: 'secretary',
  status: 'RETIRED',
  of: 'status',
  form: 'WARNING',
  rating: 'HTXS',
  eligibility: 'no',
  outcome: 'lowered',
  answer: 'pass',
  announced: true,
  isNew: true,
};
const ownDetails: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  saveCareer: { kind: 'TEACHING' },
  saveAbsence: { kind: 'SICK' },
  recordCouncilChange: { kind: 'joined', as: 'CHAIR' },
};

describe('every sentence of the trail', () => {
  it.each(auditedMethods)('%s', (method) => {
    const filled = new Proxy({ ...details, ...ownDetails[method] } as Record<string, string>, {
      get: (target, name: string) =>
        name === 'body'
          ? undefined
          : name in target
            ? target[name]
            : numbers.test(name)
              ? '7'
              : 'Trần Thị Mẫu',
    });
    expectPlain([auditSentence(method, filled)]);
    const none = new Proxy({ ...ownDetails[method] } as Record<string, string>, {
      get: (target, name: string) => (name === 'body' ? undefined : (target[name] ?? null)),
    });
    expectPlain([auditSentence(method, none)]);
  });

  it('of a version to come', () => {
    expectPlain([auditSentence('rejectDecision', {})]);
  });
});

function wide(set: RuleSet): readonly RuleSet[] {
  const source = 'Quy chế số 12/QC-THCSHP ngày 05/9/2025';
  const switched = withOverrides({
    ruleSet: set,
    overrides: {
      switches: {
        registrationRequired: { value: true, source },
        groupsMayReceive: { value: false, source },
      },
    },
  });
  return [
    set,
    switched,
    ...Object.entries(set.titles).flatMap(([titleId, own]) =>
      own.variants.map(({ id }) => withVariant({ ruleSet: set, titleId, variantId: id })),
    ),
  ];
}

describe('every sentence of the rules', () => {
  it.each(ruleSets)('$id: conditions, places, how sure, votes, settings', (set) => {
    const day = set.effectiveTo ?? '2026-12-01';
    expectPlain([
      set.name,
      ...(set.note === '' ? [] : [set.note]),
      ...textsOf(set.regimes.map(({ name }) => name)),
    ]);
    expectPlain(
      set.rules.flatMap((rule) => [
        rule.sentence,
        citationText(rule.citation),
        rule.source,
        knowledgeText({ ...rule, day }),
        ...(rule.test.operator === 'one-of-routes'
          ? rule.test.routes.flatMap(({ sentence, citation, steps }) => [
              sentence,
              citationText(citation),
              ...steps.map((step) => step.sentence),
            ])
          : []),
      ]),
    );
    expectPlain(
      titles.flatMap(({ id, name, decidedBy }) => [
        name,
        decidedBy,
        voteText(voteRuleFor({ ruleSet: set, titleId: id })),
      ]),
    );
    expectPlain([quorumText(set.quorum), ...cautionsOn('2027-01-01')]);
    expectPlain(
      settingsOf(set).flatMap(({ id, source, standard }) => [
        regulation.settingName(id),
        source,
        ...(standard === null ? [] : [regulation.settingText(id, standard)]),
      ]),
    );
  });

  it('warnings, ratings, dossiers, money', () => {
    expectPlain(
      Object.values(warningSources).flatMap(({ citation, source }) => [citationText(citation), source]),
    );
    expectPlain(
      Object.values(ratingSystems).flatMap(({ texts }) =>
        texts.flatMap(({ sentence, citation, source }) => [sentence, citationText(citation), source]),
      ),
    );
    expectPlain(
      [...Object.values(dossierItems), ...Object.values(chains)].flatMap(({ citation, source }) => [
        citationText(citation),
        source,
      ]),
    );
    expectPlain(Object.values(awardPapers).flatMap(({ items }) => items.map((id) => dossierItems[id].name)));
    expectPlain(
      Object.values(multiples).flatMap(({ person, group }) =>
        [person, group].flatMap((one) => (one === null ? [] : [citationText(one.citation)])),
      ),
    );
  });

  it('vectors', () => {
    expectPlain(
      vectors.flatMap(({ situation, cases }) => [
        situation,
        ...cases.flatMap((one) => [caseAbout(one), outcomeWords(one, { ...one.expected })]),
      ]),
    );
  });
});

function toldBy(verdict: Verdict): readonly string[] {
  return [
    verdict.summary,
    ...verdict.warnings.flatMap(({ text, citation }) => [text, citation]),
    ...verdict.conditions.flatMap(({ sentence, citation, fact, source, missing, doubt }) => [
      sentence,
      citation,
      fact,
      source,
      ...(missing === null ? [] : [missing]),
      ...(doubt === null ? [] : [doubt]),
    ]),
    ...verdict.routes.flatMap(({ sentence, citation, steps }) => [
      sentence,
      citation,
      ...steps.flatMap(({ fact, source, missing }) => [fact, source, ...(missing === null ? [] : [missing])]),
    ]),
  ];
}

describe('every sentence of a verdict', () => {
  const years = ['2025-2026', '2026-2027'] as const;
  const blank: Partial<PersonFacts> = {
    joinedOn: null,
    rating: { level: null, state: null },
    judgements: {},
    transfer: {
      on: '2026-02-01',
      previousUnit: 'Trường THCS Mẫu',
      monthsThere: null,
      commentReceived: false,
    },
    secondment: { unit: 'Phòng Văn hóa - Xã hội', commentReceived: false },
    pendingMatters: [{ kind: 'COMPLAINT', from: '2025-09-05', to: null }],
  };

  it.each(years)('on a person, whatever is known, in the year %s', (year) => {
    const regime = year === '2025-2026' ? 'ND90' : 'ND233';
    const examples: Partial<PersonFacts>[] = [
      {},
      blank,
      { judgements: judgedFail('emulation-spirit', 'exemplary', 'R1', 'R2', 'R3') },
      { judgements: judgedPass('emulation-spirit', 'exemplary', 'R1') },
      ...Object.values(people).flatMap((make) => {
        const { passing, failing } = make(regime);
        return [passing.facts, failing.facts];
      }),
      ...Object.values(personExamples(year)).flatMap(({ pass, fail }) => [pass, fail]),
    ];
    const context = contextOf(year);
    const told = new Set<string>();
    for (const ruleSet of wide(context.ruleSet)) {
      for (const { id: titleId, object } of titles) {
        if (object === 'GROUP' || rulesOf({ ruleSet, titleId }).length === 0) continue;
        for (const change of examples) {
          const verdict = checkPerson({
            titleId,
            facts: personFacts(change),
            context: { ...context, ruleSet },
          });
          for (const text of toldBy(verdict)) told.add(text);
        }
      }
    }
    expectPlain(told);
  });

  it.each(years)('on a collective, whatever is known, in the year %s', (year) => {
    const regime = year === '2025-2026' ? 'ND90' : 'ND233';
    const told = new Set<string>();
    const examples: Partial<GroupFacts>[] = [
      {},
      { members: [], rating: { level: null, state: null }, judgements: {} },
      { members: members({ count: 10, ldtt: 6 }), judgements: judgedFail('group-unity') },
      ...Object.values(collectives).flatMap((make) => {
        const { passing, failing } = make(regime);
        return [passing.facts, failing.facts];
      }),
      ...Object.values(groupExamples(year)).flatMap(({ pass, fail }) => [pass, fail]),
    ];
    const context = contextOf(year);
    for (const ruleSet of wide(context.ruleSet)) {
      for (const { id: titleId, object } of titles) {
        if (object === 'PERSON' || object === 'PUPIL' || rulesOf({ ruleSet, titleId }).length === 0) continue;
        for (const change of examples) {
          const verdict = checkGroup({
            titleId,
            facts: groupFacts(change),
            context: { ...context, ruleSet },
          });
          for (const text of toldBy(verdict)) told.add(text);
        }
      }
    }
    expectPlain(told);
  });

  it('on a pupil', () => {
    const facts = { pupilId: 'p', name: 'Trần Thị Mẫu', className: '6A', judgements: {} };
    expectPlain(toldBy(checkPupil({ titleId: 'GK_HT_HS', facts, context: contextOf('2025-2026') })));
  });
});

describe('every text of the tables of words', () => {
  it.each(
    Object.entries({
      appraisal,
      bodies,
      career,
      council,
      findings,
      groupFindings,
      history,
      overview,
      papers,
      readiness,
      regulation,
      terms,
    }),
  )('%s', (_name, module) => {
    const words = Object.entries(module)
      // Ids beside words: what is confirmed, what is supposed.
      .filter(([name]) => name !== 'groupConfirmation')
      .flatMap(([, value]) => textsOf(value));
    expectPlain(words);
  });
});
