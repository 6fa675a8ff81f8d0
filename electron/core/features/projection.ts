/** What the projector may show of the open file: picked field by field, never a whole row. */
import { nameInList } from '../../../shared/vi/namesakes.ts';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { initiativeAgenda } from '../../../shared/vi/bodies.ts';
import { sources as careerSources } from '../../../shared/vi/career.ts';
import { sources } from '../../../shared/vi/findings.ts';
import { nearestWay } from '../../../shared/vi/routes.ts';
import { sources as historySources } from '../../../shared/vi/history.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type {
  CaseDetail,
  MeetingView,
  ProjectedView,
  ProjectionRequest,
  RoundView,
} from '../../../shared/views.ts';
import type { Handlers, QueryContext } from '../context.ts';
import { appraisalHandlers } from './appraisal/handlers.ts';
import { ballotHandlers } from './ballot.ts';
import { readFileKind } from './file-info.ts';
import { readMeeting } from './meeting.ts';
import { currentSeason, readSchool } from './season.ts';

/** Facts of these places are the business of the council; all others are a person's own affair. */
const shownSources: ReadonlySet<string> = new Set([
  sources.rating,
  sources.initiatives,
  sources.research,
  sources.groupRating,
  sources.members,
  historySources.history,
  historySources.awards,
]);
/** Conditions that rest on these are named to the room, their facts are not: an answer holds what somebody wrote. */
const namedSources: ReadonlySet<string> = new Set([
  ...shownSources,
  ...[sources.judgement, sources.cluster, sources.unit, careerSources.registration],
]);

function isAllOf(known: ReadonlySet<string>, source: string): boolean {
  return source.split('; ').every((part) => known.has(part));
}

function projectCase(detail: CaseDetail): ProjectedView {
  const open = detail.conditions.flatMap(({ state, ...rest }) =>
    state === 'passed' || state === 'not-applicable' ? [] : [{ state, ...rest }],
  );
  const named = open.filter(({ source }) => isAllOf(namedSources, source));
  const nearest = detail.routes.find((route) => route.nearest);
  return {
    kind: 'case',
    name: nameInList(detail),
    position: detail.position,
    groupName: detail.groupName,
    titleName: detail.titleName,
    eligibility: effectiveEligibility(detail),
    overruled: detail.overruled !== null,
    merits: detail.merits.map(({ name, texts }) => ({ name, texts })),
    open: named.map(({ ruleId, state, sentence, citation, fact, source }) => ({
      state,
      sentence: nearest !== undefined && ruleId === 'routes' ? nearestWay(nearest.sentence) : sentence,
      citation,
      fact: isAllOf(shownSources, source) ? fact : '',
    })),
    openUnnamed: open.length - named.length,
    passed: detail.conditions.filter(({ state }) => state === 'passed').length,
  };
}

function projectAgenda({ body, agenda, initiatives }: MeetingView): ProjectedView {
  if (body.kind === 'INITIATIVE') {
    const cases = initiatives.length;
    return { kind: 'agenda', titles: [{ titleName: initiativeAgenda, cases, vote: 'hands' }] };
  }
  return {
    kind: 'agenda',
    titles: agenda
      .filter(({ chosen }) => chosen)
      .map(({ titleName, cases, byHands }) => ({ titleName, cases, vote: byHands ? 'hands' : 'ballot' })),
  };
}

function projectVoting(round: RoundView): ProjectedView {
  return {
    kind: 'voting',
    titleName: round.titleName,
    number: round.number,
    names: round.candidates.map(({ name, groupName }) => ({ name, groupName })),
    issued: round.issued,
    returned: round.returned,
  };
}

function projectResult(round: RoundView): ProjectedView {
  return {
    kind: 'result',
    titleName: round.titleName,
    number: round.number,
    base: round.base,
    demand: round.demand,
    rows:
      round.state === 'sealed'
        ? round.candidates.flatMap(({ name, groupName, result }) =>
            result === null
              ? []
              : [{ name, groupName, agree: result.agree, percent: result.percent, passed: result.passed }],
          )
        : null,
  };
}

function project(
  context: QueryContext,
  meeting: MeetingView,
  request: ProjectionRequest,
): Result<ProjectedView, AppError> {
  switch (request.kind) {
    case 'waiting':
      return ok({ kind: 'waiting' });
    case 'agenda':
      return ok(projectAgenda(meeting));
    case 'case': {
      const found = appraisalHandlers.getCase(context, { id: request.caseId });
      return found.ok ? ok(projectCase(found.value)) : found;
    }
    case 'voting':
    case 'result': {
      const round = ballotHandlers.getRound(context, { id: request.roundId });
      if (!round.ok) return round;
      return ok(request.kind === 'voting' ? projectVoting(round.value) : projectResult(round.value));
    }
  }
}

export const projectionHandlers: Handlers<'getProjection'> = {
  getProjection({ app, now, today }, request) {
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    const { read } = file.database;
    const context: QueryContext = { read, now, today, session: null };
    const season = currentSeason(read);
    if (!season.ok) return season;
    const meeting = readMeeting(context.read, request.body);
    if (!meeting.ok) return meeting;
    const shown = project(context, meeting.value, request);
    if (!shown.ok) return shown;
    const { meeting: sitting, quorum } = meeting.value;
    return ok({
      fileKind: readFileKind(read),
      school: readSchool(read).name,
      schoolYear: season.value.school_year,
      body: meeting.value.name,
      meeting:
        sitting === null
          ? null
          : {
              date: sitting.date,
              from: sitting.from,
              place: sitting.place,
              state: sitting.state,
              present: quorum?.present ?? 0,
              total: quorum?.total ?? 0,
            },
      shown: shown.value,
    });
  },
};
