/** The school's own regulation: its document and the values it puts in the place of the defaults. */
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ruleSetFor, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { BodyKind } from '../../../shared/domain/body.ts';
import { bodyOfSetting } from '../../../shared/rules/bodies.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import {
  checkSetting,
  isBelowLeast,
  settingsOf,
  titleOfSetting,
  type Setting,
  type SettingValue,
} from '../../../shared/rules/settings.ts';
import type { Id } from '../../../shared/terms.ts';
import type { Regulation, RegulationDocument, RegulationSetting } from '../../../shared/views.ts';
import {
  documentText,
  regulationStates,
  regulationStep,
  settingName,
  settingProblems,
  settingText,
} from '../../../shared/vi/regulation.ts';
import type { Handlers } from '../context.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import { listKeptSettings, readDocument, ruleSetOn, sourceOf, type KeptSetting } from './rule-set.ts';
import { currentSeason, decisionDay } from './season.ts';

const upsertDocument = define<{ name: string; number: string; date: string | null }>()((p) =>
  sql
    .insertInto('regulation')
    .values({ id: 1, name: p('name'), number: p('number'), date: p('date') })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ name: p('name'), number: p('number'), date: p('date') }),
    ),
);
const upsertSetting = define<{ setting: string; value: string; article: string; other: string }>()((p) =>
  sql
    .insertInto('regulation_setting')
    .values({
      setting: p('setting'),
      value: p('value'),
      article: p('article'),
      other_document: p('other'),
    })
    .onConflict((conflict) =>
      conflict
        .column('setting')
        .doUpdateSet({ value: p('value'), article: p('article'), other_document: p('other') }),
    ),
);
const deleteSetting = define<{ setting: string }>()((p) =>
  sql.deleteFrom('regulation_setting').where('setting', '=', p('setting')),
);
const selectHandsTitles = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('hands_vote')
    .innerJoin('award_case', 'award_case.id', 'hands_vote.case_id')
    .innerJoin('meeting', 'meeting.id', 'hands_vote.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .select(['award_case.title_id', 'council.kind'])
    .distinct()
    .where('council.season_id', '=', p('season')),
);
const selectRoundTitles = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('round')
    .innerJoin('meeting', 'meeting.id', 'round.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .select(['round.title_id', 'council.kind'])
    .distinct()
    .where('council.season_id', '=', p('season')),
);
const selectInitiativeVote = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('initiative_vote')
    .innerJoin('meeting', 'meeting.id', 'initiative_vote.meeting_id')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .select('initiative_vote.initiative_id')
    .where('council.season_id', '=', p('season'))
    .limit(1),
);
const selectMeetingStates = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('meeting')
    .innerJoin('council', 'council.id', 'meeting.council_id')
    .select(['meeting.state', 'council.kind'])
    .where('council.season_id', '=', p('season')),
);

interface Base {
  /** As the catalogue has it: what the school replaces. */
  readonly standard: RuleSet;
  /** As the school has it. */
  readonly current: RuleSet;
  readonly seasonId: Id;
}

function readBase(read: ReadHandle): Result<Base, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const date = decisionDay(season.value);
  const current = ruleSetOn(read, date);
  if (!current.ok) return current;
  const standard = ruleSetFor({ date }) ?? current.value;
  return ok({ standard, current: current.value, seasonId: season.value.id });
}

/** Why a setting can't change: a vote keeps the rule it was taken by, an open meeting its quorum. */
function lockOf(read: ReadHandle, { current, seasonId }: Base): (id: string) => string | null {
  const votes = [
    ...read.all(selectHandsTitles, { season: seasonId }),
    ...read.all(selectRoundTitles, { season: seasonId }),
  ];
  const titles = votes.filter(({ kind }) => kind === 'SCHOOL').map(({ title_id }) => title_id);
  const voted = new Set(titles);
  const votedByDefault = titles.some(
    (titleId) => voteRuleFor({ ruleSet: current, titleId }) === current.defaultVote,
  );
  const hasInitiatives = read.get(selectInitiativeVote, { season: seasonId }) !== undefined;
  const votedKinds = new Set<BodyKind>([
    ...votes.map(({ kind }) => kind),
    ...(hasInitiatives ? (['INITIATIVE'] as const) : []),
  ]);
  const opened = new Set(
    read
      .all(selectMeetingStates, { season: seasonId })
      .filter(({ state }) => state !== 'preparing')
      .map(({ kind }) => kind),
  );
  return (id) => {
    if (id === 'quorum') return opened.has('SCHOOL') ? regulationStates.meetingOpen : null;
    const body = bodyOfSetting(id);
    if (body !== null) return lockOfBody(body, { opened, voted: votedKinds });
    if (id === 'defaultVote') return votedByDefault ? regulationStates.voted : null;
    const titleId = titleOfSetting(id);
    return titleId !== null && voted.has(titleId) ? regulationStates.voted : null;
  };
}

/** A body keeps the rule it voted by, and that of the meeting that it opened. */
function lockOfBody(
  { kind, part }: NonNullable<ReturnType<typeof bodyOfSetting>>,
  { opened, voted }: { readonly opened: ReadonlySet<BodyKind>; readonly voted: ReadonlySet<BodyKind> },
): string | null {
  switch (part) {
    case 'quorum':
      return opened.has(kind) ? regulationStates.meetingOpen : null;
    case 'vote':
      return voted.has(kind) ? regulationStates.voted : null;
    case 'used':
    case 'required':
      return null;
  }
}

function describeSetting(
  setting: Setting,
  {
    kept,
    document,
    locked,
  }: {
    readonly kept: KeptSetting | undefined;
    readonly document: RegulationDocument;
    readonly locked: string | null;
  },
): RegulationSetting {
  const { id, group, kind, standard, source, confidence, minimum, maximum, choices } = setting;
  return {
    id,
    group,
    kind,
    name: settingName(id),
    standard,
    standardText: standard === null ? null : settingText(id, standard),
    standardSource: source,
    confidence,
    choices: choices.map((choice) => ({ id: choice, text: settingText(id, { kind: 'choice', choice }) })),
    minimum,
    maximum,
    voteKinds: setting.voteKinds ?? null,
    settled:
      kept === undefined
        ? null
        : {
            value: kept.value,
            text: settingText(id, kept.value),
            article: kept.article,
            otherDocument: kept.otherDocument,
            source: sourceOf(kept, document),
            belowLeast: isBelowLeast(setting, kept.value),
          },
    locked,
  };
}

function readRegulation(read: ReadHandle): Result<Regulation, AppError> {
  const base = readBase(read);
  if (!base.ok) return base;
  const { standard } = base.value;
  const document = readDocument(read);
  const kept = new Map(listKeptSettings(read).map((setting) => [setting.id, setting]));
  const lock = lockOf(read, base.value);
  return ok({
    document,
    documentText: documentText(document),
    ruleSet: { id: standard.id, name: standard.name },
    settings: settingsOf(standard).map((setting) =>
      describeSetting(setting, { kept: kept.get(setting.id), document, locked: lock(setting.id) }),
    ),
  });
}

/** A fraction carries its floor as percent, which papers and comparisons read. */
function tidyValue(value: SettingValue): SettingValue {
  if (value.kind !== 'vote') return value;
  const { fraction = null, ...vote } = value.vote;
  if (fraction === null) return { kind: 'vote', vote };
  const percent = Math.floor((fraction.numerator * 100) / fraction.denominator);
  return { kind: 'vote', vote: { ...vote, percent, fraction } };
}

export const regulationHandlers: Handlers<'getRegulation' | 'saveRegulation'> = {
  getRegulation: ({ read }) => readRegulation(read),

  saveRegulation({ write, record }, { document, settings, reason }) {
    const base = readBase(write);
    if (!base.ok) return base;
    const known = new Map(settingsOf(base.value.standard).map((setting) => [setting.id, setting]));
    const lock = lockOf(write, base.value);
    const told: string[] = [];
    for (const { id, value, article, otherDocument } of settings) {
      const setting = known.get(id);
      if (setting === undefined) return err({ code: 'not-found', what: 'thiết lập này' });
      const name = settingName(id);
      const locked = lock(id);
      if (locked !== null) return err({ code: 'wrong-state', name, state: locked, wanted: regulationStep });
      if (value === null) {
        write.run(deleteSetting, { setting: id });
        told.push(`${name}: trở lại mặc định`);
        continue;
      }
      const problem = checkSetting(setting, value);
      if (problem !== null)
        return err({ code: 'invalid-input', field: name, detail: settingProblems[problem] });
      const tidy = tidyValue(value);
      write.run(upsertSetting, { setting: id, value: JSON.stringify(tidy), article, other: otherDocument });
      told.push(`${name}: ${settingText(id, tidy)}`);
    }
    write.run(upsertDocument, document);
    // A replaced value is worth no more than the document that says so.
    const nameless = listKeptSettings(write).find(
      ({ value, otherDocument }) => value.kind !== 'text' && otherDocument === '',
    );
    if (nameless !== undefined && documentText(document) === null)
      return err({ code: 'regulation-not-named', setting: settingName(nameless.id) });
    record({
      document: documentText(document) ?? document.name,
      changes: told.length === 0 ? null : told.join('; '),
      reason,
    });
    return readRegulation(write);
  },
};
