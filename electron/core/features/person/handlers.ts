/** People: what the screens ask of them. */
import { formatDate } from '../../../../shared/dates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { daysFault } from '../../../../shared/person-name.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { PersonDetail } from '../../../../shared/views.ts';
import { inputProblems } from '../../../../shared/vi/input.ts';
import type { Handlers, QueryContext } from '../../context.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { usesOf } from '../../database/uses.ts';
import { checkNotTwice } from '../awards.ts';
import { listGroups } from '../group.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason } from '../season.ts';
import { listCareer, writeCareer } from './career.ts';
import {
  factOwner,
  removeFact,
  statements,
  writeDiscipline,
  writeInitiative,
  writePendingMatter,
  writeRating,
} from './facts.ts';
import {
  awardRow,
  effectOf,
  fromFlag,
  listResearch,
  listUses,
  writeAward,
  writeEffect,
  writeReading,
  writeResearch,
} from './record.ts';
import { addPerson, findByCode, findPerson, writePerson } from './roster.ts';
import { checkPeriod, gone, mustFind, mustOwn, noFact } from './owned.ts';
import { findPersonOn, listPeopleOn } from './standing.ts';
import { groupTimeline, listSpells, statusTimeline } from './timeline.ts';

const deletePerson = define<{ id: Id }>()((p) => sql.deleteFrom('person').where('id', '=', p('id')));

function detail({ read, today }: QueryContext, id: Id): Result<PersonDetail, AppError> {
  const person = findPersonOn(read, id, today);
  if (person === undefined) return err(gone);
  const ratings = read.all(statements.ratings, { person: id });
  const awards = read.all(statements.awards, { person: id });
  const years = [...new Set([...ratings, ...awards].map((row) => row.school_year))].sort().reverse();
  const season = currentSeason(read);
  const usesOf = listUses(read, id);
  const groupNames = new Map(listGroups(read).map((group) => [group.id, group.name]));
  return ok({
    ...person,
    memberships: listSpells(read, groupTimeline, id).map(({ value, from, to }) => ({
      groupName: groupNames.get(value) ?? '',
      from,
      to,
    })),
    statuses: listSpells(read, statusTimeline, id).map(({ value, from, to }) => ({
      status: value,
      from,
      to,
    })),
    years: years.map((schoolYear) => {
      const rating = ratings.find((row) => row.school_year === schoolYear);
      return {
        schoolYear,
        rating: rating?.rating ?? null,
        ratingState: rating?.state ?? null,
        ratedOn: rating?.decided_on ?? null,
        awards: awards.filter((row) => row.school_year === schoolYear).map(awardRow),
      };
    }),
    initiatives: read.all(statements.initiatives, { person: id }).map((row) => ({
      id: row.id,
      schoolYear: row.school_year,
      name: row.name,
      share: row.share,
      scope: row.scope,
      decisionNumber: row.decision_number,
      effect: effectOf(row),
      usedFor: usesOf(row.id),
    })),
    research: listResearch(read, id),
    career: listCareer(read, id),
    disciplines: read.all(statements.disciplines, { person: id }).map((row) => ({
      id: row.id,
      form: row.form,
      from: row.from_date,
      to: row.to_date,
      linkedToDuty: fromFlag(row.linked_to_duty),
      countedInYear: row.counted_in_year,
    })),
    absences: read.all(statements.absences, { person: id }).map((row) => ({
      id: row.id,
      kind: row.kind,
      from: row.from_date,
      to: row.to_date,
    })),
    pendingMatters: read.all(statements.pendingMatters, { person: id }).map((row) => ({
      id: row.id,
      kind: row.kind,
      from: row.from_date,
      to: row.to_date,
      note: row.note,
    })),
    cases: season.ok ? listCaseRows(read, season.value).filter((row) => row.personId === id) : [],
  });
}

const noTitle = { code: 'not-found', what: 'danh hiệu này' } as const;
const initiativeName = 'Sáng kiến này';

function mustFindGroup(read: ReadHandle, id: Id): Result<null, AppError> {
  return listGroups(read).some((group) => group.id === id)
    ? ok(null)
    : err({ code: 'not-found', what: 'tổ này' });
}

export const personHandlers: Handlers<
  | 'listPeople'
  | 'getPerson'
  | 'savePerson'
  | 'removePerson'
  | 'saveRating'
  | 'saveAward'
  | 'saveResearch'
  | 'saveInitiative'
  | 'saveDiscipline'
  | 'saveCareer'
  | 'savePendingMatter'
  | 'removeFact'
> = {
  listPeople: ({ read, today }) => ok(listPeopleOn(read, today)),

  getPerson: (context, { id }) => detail(context, id),

  savePerson(context, input) {
    const { write, record, newId } = context;
    const code = input.code === null || input.code === '' ? null : input.code;
    const holder = code === null ? undefined : findByCode(write, code);
    if (code !== null && holder !== undefined && holder.id !== input.id) {
      return err({ code: 'duplicate-code', personCode: code, name: holder.fullName });
    }
    if (input.id !== null && findPerson(write, input.id) === undefined) return err(gone);
    const fault = daysFault({ ...input, latestBirth: context.today });
    if (fault !== null) {
      const field = fault === 'born-later' ? 'birthDate' : 'joinedOn';
      return err({ code: 'invalid-input', field, detail: inputProblems[fault] });
    }
    const group = input.groupId === null ? ok(null) : mustFindGroup(write, input.groupId);
    if (!group.ok) return group;
    const id = input.id ?? newId();
    const fields = { ...input, code };
    if (input.id === null) {
      const season = currentSeason(write);
      if (!season.ok) return season;
      // Without a day of recruitment the whole season counts, not only what is left of it.
      const from = input.joinedOn ?? season.value.starts_on;
      addPerson(write, { id, fields, groupId: input.groupId, status: 'WORKING', from });
    } else writePerson(write, { id, fields });
    record({ person: input.fullName, isNew: input.id === null });
    const saved = findPersonOn(write, id, context.today);
    return saved === undefined ? err(gone) : ok(saved);
  },

  removePerson({ write, record }, { id }) {
    const person = findPerson(write, id);
    if (person === undefined) return err(gone);
    const uses = usesOf(write, 'person', id);
    if (uses.length > 0) return err({ code: 'in-use', kind: 'person', name: person.fullName, uses });
    write.run(deletePerson, { id });
    record({ person: person.fullName });
    return ok(null);
  },

  saveRating({ write, record }, input) {
    const person = mustFind(write, input.personId);
    if (!person.ok) return person;
    writeRating(write, input);
    record({
      person: person.value.fullName,
      schoolYear: input.schoolYear,
      rating: input.rating,
      state: input.state,
    });
    return ok(null);
  },

  saveAward(context, input) {
    const person = mustOwn(context.write, 'award', input);
    if (!person.ok) return person;
    if (input.titleId !== null && findTitle(input.titleId) === null) return err(noTitle);
    const own = context.write.all(statements.awards, { person: input.personId }).map(awardRow);
    const once = checkNotTwice(input, own);
    if (!once.ok) return once;
    writeAward(context, input);
    context.record({
      person: person.value.fullName,
      award: input.name,
      schoolYear: input.schoolYear,
      ...(input.keepBoth === true ? { keptBoth: true } : {}),
    });
    return ok(null);
  },

  saveResearch(context, input) {
    const person = mustOwn(context.write, 'research', input);
    if (!person.ok) return person;
    writeResearch(context, input);
    context.record({ person: person.value.fullName, research: input.name });
    return ok(null);
  },

  saveInitiative(context, input) {
    const person = mustOwn(context.write, 'initiative', input);
    if (!person.ok) return person;
    if (input.usedFor.some(({ titleId }) => findTitle(titleId) === null)) return err(noTitle);
    const id = writeInitiative(context, input);
    writeEffect(context.write, { ...input, id });
    context.record({ person: person.value.fullName, initiative: input.name });
    return ok(null);
  },

  saveDiscipline(context, input) {
    const person = mustOwn(context.write, 'discipline', input);
    if (!person.ok) return person;
    const period = checkPeriod(input);
    if (!period.ok) return period;
    const id = writeDiscipline(context, input);
    writeReading(context.write, { ...input, id });
    context.record({ person: person.value.fullName, form: input.form, from: formatDate(input.from) });
    return ok(null);
  },

  saveCareer(context, input) {
    const person = mustOwn(context.write, 'career', input);
    if (!person.ok) return person;
    const period = checkPeriod(input);
    if (!period.ok) return period;
    writeCareer(context, input);
    context.record({ person: person.value.fullName, kind: input.kind, from: formatDate(input.from) });
    return ok(null);
  },

  savePendingMatter(context, input) {
    const person = mustOwn(context.write, 'pending-matter', input);
    if (!person.ok) return person;
    const period = checkPeriod(input);
    if (!period.ok) return period;
    writePendingMatter(context, input);
    context.record({ person: person.value.fullName, kind: input.kind, from: formatDate(input.from) });
    return ok(null);
  },

  removeFact({ write, record }, { kind, id, reason }) {
    const personId = factOwner(write, { kind, id });
    const person = personId === undefined ? undefined : findPerson(write, personId);
    if (person === undefined) return err(noFact);
    const uses = kind === 'initiative' ? usesOf(write, kind, id) : [];
    if (uses.length > 0) return err({ code: 'in-use', kind: 'initiative', name: initiativeName, uses });
    removeFact(write, { kind, id });
    record({ person: person.fullName, kind, reason });
    return ok(null);
  },
};
