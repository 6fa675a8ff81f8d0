/** Pupils put forward by a pasted list, corrected one by one, and taken off it again before registration is locked. */
import { ownerIdOf } from '../../../../shared/domain/case-object.ts';
import type { AppError } from '../../../../shared/errors.ts';
import {
  classTitle,
  pupilKey,
  readClassName,
  readPupilLines,
  type PupilLine,
  type PupilProblem,
} from '../../../../shared/imports/pupils.ts';
import { fold, tidy } from '../../../../shared/names.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import { judgedWaysOf } from '../../../../shared/rules/judged-ways.ts';
import { pupilConductRule } from '../../../../shared/rules/pupil-conduct.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { missingPupilThings } from '../../../../shared/vi/pupils.ts';
import type { CommandContext, Handlers } from '../../context.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { usesOf } from '../../database/uses.ts';
import { answers } from '../appraisal/answers.ts';
import { openStates } from '../appraisal/check.ts';
import { listCaseRows, mustBeUnlocked, putForward } from '../registration.ts';
import { currentSeason, seasonRules, type SeasonRow } from '../season.ts';
import { findPupil, listPupils, putPupil, type Pupil } from './roster.ts';

const deletePupil = define<{ id: Id }>()((p) => sql.deleteFrom('pupil').where('id', '=', p('id')));

/** Finds the pupil of a line among those that are known; tells when its code is another pupil's. */
function matcher(known: readonly Pupil[]): (line: PupilLine) => Pupil | 'other-pupil' | undefined {
  const byCode = new Map(known.flatMap((pupil) => (pupil.code === null ? [] : [[pupil.code, pupil]])));
  const placeOf = (pupil: Pick<Pupil, 'className' | 'name'>) => pupilKey({ ...pupil, code: null });
  const byName = Map.groupBy(known, placeOf);
  return (line) => {
    const alike = byName.get(placeOf(line)) ?? [];
    const nameless = alike.find(({ code }) => code === null);
    if (line.code === null) return nameless ?? (alike.length === 1 ? alike[0] : undefined);
    const holder = byCode.get(line.code);
    if (holder === undefined) return nameless;
    return placeOf(holder) === placeOf(line) ? holder : 'other-pupil';
  };
}

interface PutLine {
  readonly season: SeasonRow;
  readonly line: PupilLine;
  readonly pupil: Pupil | undefined;
  readonly known: CaseRow | undefined;
  readonly titleId: string;
  readonly registeredOn: string;
  readonly wayId: string | null;
  readonly conductGrounds: string;
}

/** Writes one line: the pupil, the case, and what the line says of it. Says what it came to, or why it can't be. */
function putLine(
  context: CommandContext,
  { season, line, pupil, known, titleId, registeredOn, wayId, conductGrounds }: PutLine,
): 'added' | 'changed' | 'same' | PupilProblem {
  const { write, newId } = context;
  if (known?.state === 'WITHDRAWN') return 'withdrawn';
  const id = pupil?.id ?? newId();
  const code = line.code ?? pupil?.code ?? null;
  const isRenamed = pupil !== undefined && pupil.code !== code;
  if (pupil === undefined || isRenamed) {
    const { kind, name, className } = pupil ?? line;
    putPupil(write, season.id, { id, kind, name, className, code });
  }
  const caseId =
    known?.id ??
    putForward(context, season, { personId: null, groupId: null, pupilId: id, titleId, registeredOn }).id;
  const achievement = line.achievement === '' ? (known?.achievement ?? '') : line.achievement;
  if (wayId !== null && achievement === '') return 'no-achievement';
  const isOther = achievement !== (known?.achievement ?? '');
  const wanted = [
    ...(wayId === null ? [] : [{ ruleId: wayId, reason: achievement }]),
    ...(conductGrounds === '' ? [] : [{ ruleId: pupilConductRule, reason: conductGrounds }]),
  ];
  const given = write.all(answers.select, { id: caseId });
  const unanswered = wanted.filter(
    ({ ruleId, reason }) =>
      !given.some((one) => one.rule_id === ruleId && one.answer === 'pass' && one.reason === reason),
  );
  const isAnswered = unanswered.length === 0;
  if (known !== undefined && !openStates.has(known.state) && (isOther || !isAnswered)) return 'closed';
  if (isOther) write.run(answers.putAchievement, { id: caseId, achievement });
  for (const answer of unanswered) {
    write.run(answers.put, {
      id: caseId,
      ...answer,
      answer: 'pass',
      by: context.session.name,
      at: context.now,
    });
  }
  if (known === undefined) return 'added';
  return isOther || !isAnswered || isRenamed ? 'changed' : 'same';
}

function unlockedSeason(read: ReadHandle): Result<SeasonRow, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const unlocked = mustBeUnlocked(season.value);
  return unlocked.ok ? season : unlocked;
}

export const pupilHandlers: Handlers<'registerPupils' | 'savePupil' | 'removePupil'> = {
  registerPupils(context, { titleId, registeredOn, text, wayId, conductGrounds }) {
    const { write } = context;
    const found = unlockedSeason(write);
    if (!found.ok) return found;
    const season = found.value;
    const rules = seasonRules(write, season);
    if (!rules.ok) return rules;
    const title = findTitle(titleId);
    if (title === null || title.object !== 'PUPIL')
      return err({ code: 'unknown-title', title: title?.name ?? titleId });
    const ways = judgedWaysOf({ ruleSet: rules.value, titleId });
    if (wayId !== null && !ways.some(({ id }) => id === wayId))
      return err({ code: 'not-found', what: missingPupilThings.way });
    const read = readPupilLines(text);
    const problems = [...read.problems];
    const match = matcher(listPupils(write, season.id));
    const cases = new Map(
      listCaseRows(write, season)
        .filter((row) => row.pupilId !== null && row.titleId === titleId)
        .map((row) => [ownerIdOf(row), row]),
    );
    const counts = { added: 0, changed: 0, same: 0 };
    // Every line is tried, so that all mistakes are told at once; one of them undoes all.
    for (const line of read.lines) {
      const pupil = match(line);
      const result =
        pupil === 'other-pupil'
          ? pupil
          : putLine(context, {
              season,
              line,
              pupil,
              known: pupil === undefined ? undefined : cases.get(pupil.id),
              titleId,
              registeredOn,
              wayId,
              conductGrounds: tidy(conductGrounds),
            });
      if (result === 'added' || result === 'changed' || result === 'same') counts[result] += 1;
      else problems.push({ line: line.line, problem: result });
    }
    if (problems.length > 0 || read.lines.length === 0)
      return err({ code: 'pupil-lines', problems: problems.sort((a, b) => a.line - b.line) });
    context.record({ title: title.name, ...counts });
    return ok(counts);
  },

  savePupil({ write, record }, { id, name, className, code }) {
    const season = currentSeason(write);
    if (!season.ok) return season;
    const pupil = findPupil(write, id);
    if (pupil === undefined) return err({ code: 'not-found', what: missingPupilThings.pupil });
    const place = readClassName(className);
    const isClass = pupil.kind === 'CLASS';
    const next: Pupil = {
      ...pupil,
      name: isClass ? classTitle(place) : tidy(name),
      className: place,
      code: isClass || code === '' ? null : code,
    };
    const others = listPupils(write, season.value.id).filter((other) => other.id !== id);
    const holder = others.find((other) => next.code !== null && other.code === next.code);
    if (holder !== undefined)
      return err({ code: 'duplicate-code', personCode: next.code ?? '', name: holder.name });
    const namesake = others.some(
      (other) =>
        other.code === next.code &&
        fold(other.name) === fold(next.name) &&
        fold(other.className) === fold(next.className),
    );
    if (namesake) return err({ code: 'pupil-exists', name: next.name, className: next.className });
    putPupil(write, season.value.id, next);
    record({ name: next.name, class: next.className });
    return ok(null);
  },

  removePupil({ write, record }, { id, reason }) {
    const season = unlockedSeason(write);
    if (!season.ok) return season;
    const pupil = findPupil(write, id);
    if (pupil === undefined) return err({ code: 'not-found', what: missingPupilThings.pupil });
    const own = listCaseRows(write, season.value).filter(({ pupilId }) => pupilId === id);
    const uses = usesOf(write, 'pupil', id);
    if (uses.length > 0) return err({ code: 'in-use', kind: 'pupil', name: pupil.name, uses });
    const isMoved = own.some(({ state }) => state !== 'WITHDRAWN' && !openStates.has(state));
    if (isMoved) return err({ code: 'pupil-dealt-with', name: pupil.name });
    write.run(deletePupil, { id });
    record({ name: pupil.name, class: pupil.className, reason });
    return ok(null);
  },
};
