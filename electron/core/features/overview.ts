/** Where the season stands: every step, n in = n out for every title, what is late, and who must act. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { reconcile } from '../../../shared/domain/award-case.ts';
import { formatDate } from '../../../shared/dates.ts';
import { compareText } from '../../../shared/names.ts';
import { ok } from '../../../shared/result.ts';
import { findTitle, voteRuleFor } from '../../../shared/rules/catalogue.ts';
import type { CaseRow, Overview, StepId } from '../../../shared/views.ts';
import { lateSentences, stepNotes, whoActs } from '../../../shared/vi/overview.ts';
import type { Handlers, QueryContext } from '../context.ts';
import { define, sql } from '../database/query.ts';
import { listSeasonPapers } from './dossier/papers.ts';
import { readSource, type Source } from './dossier/source.ts';
import { listCriteria } from './evaluation/criteria.ts';
import { listScoreCounts } from './evaluation/scores.ts';

const countPackages = define<{ season: string }>()((p) =>
  sql
    .selectFrom('package')
    .select((column) => column.fn.countAll<number>().as('total'))
    .where('season_id', '=', p('season')),
);

type Step = Overview['steps'][number];
type Funnel = Overview['funnel'][number];

interface Standing {
  readonly source: Source;
  readonly cases: readonly CaseRow[];
  readonly active: number;
  readonly registered: number;
  readonly evaluated: number;
  readonly papersReady: number;
  readonly papers: number;
  readonly exported: boolean;
  readonly hasCriteria: boolean;
}

function step(
  id: StepId,
  state: Step['state'],
  numbers: readonly [done: number, total: number],
  note: string,
): Step {
  return { id, state, done: numbers[0], total: numbers[1], note };
}

function progress(done: number, total: number): Step['state'] {
  if (done === 0) return 'not-started';
  return done >= total ? 'done' : 'in-progress';
}

function peopleStep({ source, active }: Standing): Step {
  return step(
    'people',
    active === 0 ? 'not-started' : 'done',
    [active, active],
    active === 0 ? stepNotes.noPeople : stepNotes.people(source.people.size),
  );
}

function campaignStep({ source }: Standing): Step {
  const named = source.season.movement_name !== '';
  return step(
    'campaign',
    named ? 'done' : 'in-progress',
    [named ? 1 : 0, 1],
    named ? '' : stepNotes.noMovement,
  );
}

/** Whether registration is over: it was locked, or the council has concluded on what there was. */
function isRegistrationOver({ season, meeting }: Source): boolean {
  return season.locked_at !== null || meeting.meeting?.state === 'closed';
}

function registrationStep({ source, registered, active }: Standing): Step {
  const isOver = isRegistrationOver(source);
  const note = isOver
    ? source.season.locked_at === null
      ? stepNotes.concludedUnlocked
      : stepNotes.locked
    : registered === 0
      ? stepNotes.nobodyRegistered
      : stepNotes.unregistered(active - registered);
  if (active === 0) return step('registration', 'blocked', [0, 0], stepNotes.needPeople);
  return step(
    'registration',
    isOver ? 'done' : registered === 0 ? 'not-started' : 'in-progress',
    [registered, active],
    note,
  );
}

function evaluationStep({ evaluated, active, hasCriteria }: Standing): Step {
  if (active === 0) return step('evaluation', 'blocked', [0, 0], stepNotes.needPeople);
  const note = !hasCriteria
    ? stepNotes.noCriteria
    : evaluated >= active
      ? ''
      : stepNotes.notEvaluated(active - evaluated);
  return step('evaluation', progress(evaluated, active), [evaluated, active], note);
}

function appraisalStep({ cases }: Standing): Step {
  const checked = cases.filter((row) => row.eligibility !== null).length;
  const open = cases.filter(
    (row) => effectiveEligibility(row) === 'needs-person' && row.outcome === null,
  ).length;
  if (cases.length === 0) return step('appraisal', 'blocked', [0, 0], stepNotes.needRegistration);
  if (checked === cases.length && open > 0) {
    return step('appraisal', 'attention', [checked - open, cases.length], stepNotes.needsPerson(open));
  }
  const note = checked === cases.length ? '' : stepNotes.unchecked(cases.length - checked);
  return step('appraisal', progress(checked, cases.length), [checked, cases.length], note);
}

function councilStep({ source, cases }: Standing): Step {
  const { council, meeting, hands } = source.meeting;
  if (council === null) return step('council', 'not-started', [0, 1], stepNotes.noCouncil);
  const isOpen = meeting?.state === 'open';
  if (!isOpen && cases.every((row) => row.eligibility === null))
    return step('council', 'blocked', [0, 1], stepNotes.needAppraisal);
  const voted = hands.filter((row) => row.agree !== null).length;
  if (meeting?.state === 'closed') return step('council', 'done', [voted, hands.length], '');
  const note =
    meeting === null || meeting.state === 'preparing'
      ? stepNotes.meetingNotOpen
      : voted < hands.length
        ? stepNotes.handsLeft(hands.length - voted)
        : stepNotes.notConcluded;
  return step('council', isOpen ? 'in-progress' : 'not-started', [voted, hands.length], note);
}

function ballotStep({ source, cases }: Standing): Step {
  const titles = new Set(
    cases
      .filter(
        (row) =>
          effectiveEligibility(row) === 'yes' &&
          row.state !== 'WITHDRAWN' &&
          source.ruleSet.titles[row.titleId] !== undefined &&
          voteRuleFor({ ruleSet: source.ruleSet, titleId: row.titleId }).value.kind !== 'SHOW_OF_HANDS',
      )
      .map((row) => row.titleId),
  );
  // A title is done with its last round: while a further one is counted it is not.
  const counting = source.rounds.find((round) => round.state !== 'sealed');
  const done = [...titles].filter((titleId) => {
    const rounds = source.rounds.filter((round) => round.titleId === titleId);
    return rounds.length > 0 && rounds.every((round) => round.state === 'sealed');
  }).length;
  const isOpen = source.meeting.meeting !== null && source.meeting.meeting.state !== 'preparing';
  if (!isOpen) return step('ballot', 'blocked', [done, titles.size], stepNotes.needMeeting);
  if (cases.some((row) => row.eligibility === null))
    return step('ballot', 'blocked', [done, titles.size], stepNotes.needAppraisal);
  if (titles.size === 0) return step('ballot', 'done', [0, 0], stepNotes.nobodyToVote);
  const note =
    done === titles.size
      ? ''
      : counting === undefined
        ? stepNotes.noRound
        : stepNotes.roundOpen(counting.titleName);
  const state = done === titles.size ? 'done' : counting === undefined ? 'not-started' : 'in-progress';
  return step('ballot', state, [done, titles.size], note);
}

function dossierStep({ source, papers, papersReady, exported }: Standing): Step {
  if (source.meeting.meeting?.state !== 'closed')
    return step('dossier', 'blocked', [papersReady, papers], stepNotes.needConclusion);
  if (exported) return step('dossier', 'done', [papersReady, papers], stepNotes.exported);
  return step('dossier', 'in-progress', [papersReady, papers], stepNotes.notExported);
}

function funnelOf(cases: readonly CaseRow[]): readonly Funnel[] {
  const byTitle = Map.groupBy(cases, (row) => row.titleId);
  return [...byTitle]
    .sort(([a], [b]) => (findTitle(a)?.sort ?? 0) - (findTitle(b)?.sort ?? 0))
    .map(([titleId, rows]) => {
      const sum = reconcile({ cases: rows.map(({ id, outcome }) => ({ id, outcome })) });
      const verdict = (wanted: string | null) =>
        rows.filter((row) => row.outcome !== 'withdrawn' && effectiveEligibility(row) === wanted).length;
      return {
        titleId,
        titleName: findTitle(titleId)?.name ?? titleId,
        registered: rows.length,
        eligible: verdict('yes'),
        notEligible: sum['not-eligible'].count,
        toBeJudged: verdict('needs-person'),
        voted: rows.filter((row) => row.agree !== null).length,
        proposed: sum.proposed.count,
        rejected: sum.rejected.count,
        postponed: sum.postponed.count,
        lowered: sum.lowered.count,
        withdrawn: sum.withdrawn.count,
        open: sum.open.count,
        balanced: sum.balanced,
      };
    });
}

function latenessOf(source: Source, today: string): readonly string[] {
  const { registration_deadline: deadline, meeting_on: meetingOn } = source.season;
  const late = source.cases.filter((row) => row.late && row.state !== 'WITHDRAWN').length;
  return [
    ...(deadline !== null && deadline < today && !isRegistrationOver(source)
      ? [lateSentences.registrationOpen(formatDate(deadline))]
      : []),
    ...(late > 0 ? [lateSentences.lateRegistrations(late)] : []),
    ...(meetingOn !== null && meetingOn < today && source.meeting.meeting?.state !== 'closed'
      ? [lateSentences.meetingPassed(formatDate(meetingOn))]
      : []),
  ];
}

function describe(context: QueryContext, source: Source): Overview {
  const { read, today } = context;
  const active = [...source.people.values()].filter(
    (person) => person.status !== 'LEFT' && person.status !== 'RETIRED',
  );
  const cases = source.cases.filter((row) => row.state !== 'WITHDRAWN');
  const registered = new Set(cases.map((row) => row.personId));
  const proposed = new Set(cases.filter((row) => row.outcome === 'proposed').map((row) => row.personId));
  const criteria = listCriteria(read, source.season).length;
  const done = new Set(
    listScoreCounts(read, source.season)
      .filter(({ self, group }) => criteria > 0 && self === criteria && group === criteria)
      .map(({ person_id: person }) => person),
  );
  const papers = listSeasonPapers(source).filter(({ row }) => row.inPackage);
  const standing: Standing = {
    source,
    cases,
    active: active.length,
    registered: active.filter((person) => registered.has(person.id)).length,
    evaluated: active.filter((person) => done.has(person.id)).length,
    papers: papers.length,
    papersReady: papers.filter(({ row }) => row.state === 'ready').length,
    exported: (read.get(countPackages, { season: source.season.id })?.total ?? 0) > 0,
    hasCriteria: criteria > 0,
  };
  const steps = [
    peopleStep(standing),
    campaignStep(standing),
    registrationStep(standing),
    evaluationStep(standing),
    appraisalStep(standing),
    councilStep(standing),
    ballotStep(standing),
    dossierStep(standing),
  ];
  const finished = steps.filter(({ state }) => state === 'done').length;
  const overview = step('overview', progress(finished, steps.length), [finished, steps.length], '');
  const byGroup = Map.groupBy(active, (person) => person.groupName);
  const acting = steps.filter(({ state, note }) => note !== '' && state !== 'done' && state !== 'blocked');
  return {
    steps: [overview, ...steps],
    current:
      acting.find(({ id }) => id !== 'campaign')?.id ?? (finished === steps.length ? 'dossier' : 'overview'),
    funnel: funnelOf(source.cases),
    groups: [...byGroup]
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, people]) => ({
        name,
        people: people.length,
        registered: people.filter((person) => registered.has(person.id)).length,
        evaluated: people.filter((person) => done.has(person.id)).length,
        proposed: people.filter((person) => proposed.has(person.id)).length,
      })),
    late: latenessOf(source, today),
    mustAct: acting.map(({ id, note }) => ({ who: whoActs[id], what: note, step: id })),
  };
}

export const overviewHandlers: Handlers<'getOverview'> = {
  getOverview(context) {
    const source = readSource(context);
    return source.ok ? ok(describe(context, source.value)) : source;
  },
};
