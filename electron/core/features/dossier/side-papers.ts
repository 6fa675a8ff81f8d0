/** Papers beside the dossier, asked for by their id: what the cases of a tổ lack, and the card of one person. */
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import { unchecked, verdictReason, verdictText } from '../../../../shared/vi/verdict.ts';
import type { Condition } from '../../../../shared/domain/eligibility.ts';
import { missingList, type MissingCase } from '../../../../shared/documents/missing-list.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { personCard } from '../../../../shared/documents/person-card.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { CaseRow, PersonDetail } from '../../../../shared/views.ts';
import { compareText } from '../../../../shared/names.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import {
  absenceKindNames,
  disciplineFormNames,
  initiativeScopeNames,
  outcomeNames,
  pendingMatterKindNames,
  personStatusNames,
  ratingNames,
  sexNames,
} from '../../../../shared/vi/terms.ts';
import type { QueryContext } from '../../context.ts';
import { define, sql, type ReadHandle } from '../../database/query.ts';
import { listGroups } from '../group.ts';
import { personHandlers } from '../person/handlers.ts';
import { resultPaper } from './council-papers.ts';
import { makePaper, ready, secretary, type SeasonPaper } from './paper-kit.ts';
import type { Source } from './source.ts';

const selectVerdicts = define<{ season: Id }>()((p) =>
  sql
    .selectFrom('verdict')
    .innerJoin('award_case', 'award_case.id', 'verdict.case_id')
    .select(['verdict.case_id', 'verdict.verdict'])
    .where('award_case.season_id', '=', p('season')),
);

/** The paper of an id that no list of the season's papers holds; undefined when there is none. */
export function findSidePaper(
  context: QueryContext,
  source: Source,
  paperId: string,
): SeasonPaper | undefined {
  const at = paperId.indexOf(':');
  const [kind, key] = at < 0 ? [paperId, null] : [paperId.slice(0, at), paperId.slice(at + 1)];
  if (kind === 'missing-list') return missingPaper(context.read, source, key);
  if (kind === 'person-card' && key !== null) return personPaper(context, source, key);
  if (kind === 'result-notice' && key !== null) return resultPaper(source, key);
  return undefined;
}

function remarkOf(row: CaseRow): string | null {
  if (row.overruled !== null) return paperNotes.councilRefused(row.overruled.reason);
  return row.eligibility === null ? unchecked : null;
}

function missingOf(conditions: readonly Condition[]): MissingCase['conditions'] {
  return conditions.flatMap(({ state, sentence, citation, doubt, fact, missing }) =>
    state === 'failed' || state === 'to-be-judged' || state === 'postponed'
      ? [{ state, sentence, citation, doubt, fact, missing }]
      : [],
  );
}

function missingPaper(read: ReadHandle, source: Source, groupId: Id | null): SeasonPaper | undefined {
  const group = groupId === null ? null : listGroups(read).find(({ id }) => id === groupId);
  if (group === undefined) return undefined;
  const isIn = (row: CaseRow): boolean =>
    group === null ||
    row.groupId === group.id ||
    (row.personId !== null && source.people.get(row.personId)?.groupId === group.id);
  const cases = source.cases.filter(
    (row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) !== 'yes' && isIn(row),
  );
  return makePaper(source, {
    id: group === null ? 'missing-list' : `missing-list:${group.id}`,
    fileName: paperFiles.missingList(group?.name ?? null),
    title: paperTitles.missingList(group?.name ?? null),
    type: null,
    formats: ['docx', 'pdf', 'xlsx'],
    date: null,
    state: ready,
    inPackage: false,
    build(base) {
      const verdicts = new Map(
        read.all(selectVerdicts, { season: source.season.id }).map((row) => [row.case_id, row.verdict]),
      );
      return missingList({
        ...base,
        group: group?.name ?? null,
        cases: cases.map((row) => {
          const stored = verdicts.get(row.id);
          const { conditions } =
            stored === undefined
              ? { conditions: [] }
              : (JSON.parse(stored) as { readonly conditions: readonly Condition[] });
          return {
            name: row.name,
            group: row.groupName,
            titleName: row.titleName,
            conditions: missingOf(conditions),
            remark: remarkOf(row),
          };
        }),
        secretary: secretary(source),
      });
    },
  });
}

function watchedOf(person: PersonDetail) {
  return [
    ...person.disciplines.map(({ form, from, to }) => ({
      kind: paperNotes.discipline,
      note: disciplineFormNames[form],
      from,
      to,
    })),
    ...person.pendingMatters.map(({ kind, note, from, to }) => ({
      kind: pendingMatterKindNames[kind],
      note,
      from,
      to,
    })),
  ];
}

function personPaper(context: QueryContext, source: Source, id: Id): SeasonPaper | undefined {
  const found = personHandlers.getPerson(context, { id });
  if (!found.ok) return undefined;
  const person = found.value;
  return makePaper(source, {
    id: `person-card:${id}`,
    fileName: paperFiles.personCard(person.fullName, person.code),
    title: paperTitles.personCard(person.fullName),
    type: null,
    formats: ['docx', 'pdf'],
    date: null,
    state: ready,
    inPackage: false,
    build: (base) =>
      personCard({
        ...base,
        person: { ...person, sex: person.sex === null ? null : sexNames[person.sex] },
        memberships: person.memberships,
        statuses: [
          ...person.statuses.map((row) => ({ ...row, status: personStatusNames[row.status] })),
          ...person.absences.map(({ kind, from, to }) => ({ status: absenceKindNames[kind], from, to })),
        ].sort((a, b) => compareText(b.from ?? '9', a.from ?? '9')),
        years: person.years.map(({ schoolYear, rating, ratingState, awards }) => ({
          schoolYear,
          rating: rating === null ? null : ratingNames[rating],
          proposed: ratingState === 'proposed',
          awards,
        })),
        initiatives: person.initiatives.map((row) => ({ ...row, scope: initiativeScopeNames[row.scope] })),
        watched: watchedOf(person),
        cases: person.cases
          .filter(({ state }) => state !== 'WITHDRAWN')
          .map((row) => ({
            titleName: row.titleName,
            registeredOn: row.registeredOn,
            verdict: verdictText(row),
            reason: verdictReason(row),
            outcome: row.outcome === null ? null : outcomeNames[row.outcome],
          })),
        secretary: secretary(source),
      }),
  });
}
