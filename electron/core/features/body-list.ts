/** Every body that a school can hold, founded or not, and how far its meeting has come. */
import { schoolBody, type Body } from '../../../shared/domain/body.ts';
import type { AppError } from '../../../shared/errors.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { rulesOfBody } from '../../../shared/rules/bodies.ts';
import type { Id } from '../../../shared/terms.ts';
import type { BodyRow, CaseRow } from '../../../shared/views.ts';
import type { Handlers } from '../context.ts';
import type { ReadHandle } from '../database/query.ts';
import { findCouncil, nameOfBody, whyUnused } from './body.ts';
import { listMembers } from './council.ts';
import { listGroups } from './group.ts';
import { listCaseRows } from './registration.ts';
import { listInitiatives } from './recognition.ts';
import { ruleSetOn } from './rule-set.ts';
import { currentSeason, decisionDay, type SeasonRow } from './season.ts';
import { findMeeting, listCasesOf } from './sitting.ts';

function describeBody(
  read: ReadHandle,
  {
    season,
    body,
    all,
  }: { readonly season: SeasonRow; readonly body: Body; readonly all: readonly CaseRow[] },
): Result<BodyRow, AppError> {
  const name = nameOfBody(read, body);
  if (!name.ok) return name;
  const council = findCouncil(read, season.id, body);
  const unused = council === undefined ? whyUnused(read, season, body) : ok(null);
  if (!unused.ok) return unused;
  const meeting = council === undefined ? undefined : findMeeting(read, council.id);
  const day = meeting?.date ?? decisionDay(season);
  const meetingId = meeting?.id ?? null;
  const cases = listCasesOf(read, { cases: all, body, day, meetingId }).filter(
    ({ state }) => state !== 'WITHDRAWN',
  );
  const voted = cases.filter(({ agree, opinions }) =>
    body.kind === 'SCHOOL' ? agree !== null : opinions.some(({ councilId }) => councilId === council?.id),
  );
  const counted = body.kind === 'INITIATIVE' ? countInitiatives(read, { season, meetingId }) : null;
  return ok({
    body,
    name: name.value,
    unusedBecause: unused.value,
    members: council === undefined ? 0 : listMembers(read, council.id, day).length,
    meetingOn: meeting?.date ?? null,
    state: meeting?.state ?? null,
    cases: counted?.cases ?? cases.length,
    voted: counted?.voted ?? voted.length,
  });
}

/** Initiatives before the council, and how many of them it has voted on: no member is needed to count them. */
function countInitiatives(
  read: ReadHandle,
  { season, meetingId }: { readonly season: SeasonRow; readonly meetingId: Id | null },
): Pick<BodyRow, 'cases' | 'voted'> | null {
  const rules = ruleSetOn(read, decisionDay(season));
  if (!rules.ok) return null;
  const { initiatives } = listInitiatives(read, {
    schoolYear: season.school_year,
    meetingId,
    members: [],
    ruleSet: rulesOfBody(rules.value, 'INITIATIVE'),
  });
  return { cases: initiatives.length, voted: initiatives.filter(({ agree }) => agree !== null).length };
}

export const bodyHandlers: Handlers<'listBodies'> = {
  listBodies({ read }) {
    const season = currentSeason(read);
    if (!season.ok) return season;
    const bodies: readonly Body[] = [
      schoolBody,
      ...listGroups(read).map(({ id }): Body => ({ kind: 'GROUP', groupId: id })),
      { kind: 'STAFF' },
      { kind: 'INITIATIVE' },
    ];
    const all = listCaseRows(read, season.value);
    const rows: BodyRow[] = [];
    for (const body of bodies) {
      const row = describeBody(read, { season: season.value, body, all });
      if (!row.ok) return row;
      rows.push(row.value);
    }
    return ok(rows);
  },
};
