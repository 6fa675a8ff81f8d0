/** The council's meeting as its file tells it: members, presence, hands, ballots and written opinions. */
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { InputOf } from '../../../shared/api.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { MeetingFile } from '../../../shared/imports/meeting.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import type { CaseRow, CouncilMember, Problem, RoundView } from '../../../shared/views.ts';
import { undealtCases, unheldCase, withoutQuorum } from '../../../shared/vi/season.ts';
import { findInput, type Call } from './inputs.ts';

interface Meeting {
  readonly call: Call;
  readonly file: MeetingFile;
  readonly fileName: string;
  readonly folder: string;
}

/** Writes the council, the meeting and who was there; gives the members by the code of the person. */
export async function seatCouncil({
  call,
  file,
}: Meeting): Promise<Result<ReadonlyMap<string, CouncilMember>, AppError>> {
  const people = await call('listPeople', {});
  if (!people.ok) return people;
  const byCode = new Map(people.value.map((person) => [person.code ?? '', person]));
  const members: InputOf<'saveCouncil'>['members'] = [];
  for (const { code, role } of file.council) {
    const person = byCode.get(code);
    if (person === undefined) return err({ code: 'person-not-found', person: code });
    members.push({ personId: person.id, role });
  }
  const season = await call('getSeason', {});
  if (!season.ok) return season;
  const { movement, startsOn, endsOn, registrationDeadline } = season.value;
  const steps = [
    () => call('saveSeason', { movement, startsOn, endsOn, registrationDeadline, meetingOn: file.date }),
    () => call('saveCouncil', { decisionNumber: '', decisionDate: null, members }),
    () =>
      call('saveMeeting', {
        date: file.date,
        from: file.from ?? '00:00',
        to: file.to ?? file.from ?? '00:00',
        place: file.place,
        discussion: '',
        otherOpinions: '',
      }),
  ];
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  const view = await call('getMeeting', {});
  if (!view.ok) return view;
  const byPerson = new Map((view.value.council?.members ?? []).map((member) => [member.personId, member]));
  const seated = new Map<string, CouncilMember>();
  for (const { code } of file.council) {
    const member = byPerson.get(byCode.get(code)?.id ?? '');
    if (member !== undefined) seated.set(code, member);
  }
  const presence = await call('savePresence', {
    presence: file.council.map(({ code, present, absenceReason }) => ({
      memberId: seated.get(code)?.id ?? '',
      present,
      reason: absenceReason,
    })),
  });
  return presence.ok ? ok(seated) : presence;
}

/** Opens the meeting and writes the hands for every case that may be voted; what has no case is told. */
export async function voteByHands({
  call,
  file,
  fileName,
}: Meeting): Promise<Result<readonly Problem[], AppError>> {
  const opened = await call('openMeeting', { withoutQuorumBecause: null });
  if (!opened.ok) {
    if (opened.error.code !== 'no-quorum') return opened;
    const forced = await call('openMeeting', { withoutQuorumBecause: withoutQuorum });
    if (!forced.ok) return forced;
  }
  const cases = await call('listCases', {});
  if (!cases.ok) return cases;
  const view = await call('getMeeting', {});
  if (!view.ok) return view;
  const rooms = new Map(view.value.hands.map((row) => [row.caseId, row]));
  const problems: Problem[] = [];
  const votes: InputOf<'saveHands'>['votes'] = [];
  for (const { titleId, code, agree } of file.handsFor) {
    const row = cases.value.find((candidate) => candidate.code === code && candidate.titleId === titleId);
    if (row === undefined) {
      problems.push({
        file: fileName,
        sheet: '',
        row: 0,
        column: `handsFor.${titleId}.${code}`,
        code: 'unknown-case',
        message: unheldCase({ code, titleId }),
        severity: 'problem',
      });
    } else if (mayBeVoted(row)) {
      // The file tells all who agreed: those beyond the room can only have written.
      const written = Math.max(0, agree - (rooms.get(row.id)?.mayVote ?? agree));
      votes.push({ caseId: row.id, agree, disagree: null, abstain: null, written });
    }
  }
  if (votes.length === 0) return ok(problems);
  const saved = await call('saveHands', { votes });
  return saved.ok ? ok(problems) : saved;
}

function mayBeVoted(row: CaseRow): boolean {
  return effectiveEligibility(row) === 'yes' && row.state !== 'WITHDRAWN';
}

/** How many papers are printed beyond one for each member. */
const spare = 1;

/** Holds the round of one title: papers, ballots, written opinions, seal. Gives the sealed round. */
export async function voteByBallot(
  meeting: Meeting,
  seated: ReadonlyMap<string, CouncilMember>,
  ballots: MeetingFile['ballots'][number],
): Promise<Result<RoundView, AppError>> {
  const { call, file, folder } = meeting;
  const round = await call('openRound', { titleId: ballots.titleId });
  if (!round.ok) return round;
  const roundId = round.value.id;
  const tellers = file.counters.map((code) => seated.get(code)?.id);
  const stranger = file.counters[tellers.indexOf(undefined)];
  if (stranger !== undefined) return err({ code: 'not-a-member', person: stranger });
  const printed = Math.max(file.council.length, ballots.issued) + spare;
  const steps = [
    () => call('saveTellers', { memberIds: tellers.filter((id) => id !== undefined) }),
    () => call('savePrintRun', { roundId, printed, issued: ballots.issued }),
    () => call('declareReturned', { roundId, returned: ballots.returned, mode: 'ballots' }),
    () => enterBallots({ call, folder, roundId, ballots }),
    () => enterOpinions(meeting, seated, { roundId, titleId: ballots.titleId }),
    () => call('sealRound', { roundId }),
  ] as const;
  for (const step of steps) {
    const done: Result<unknown, AppError> = await step();
    if (!done.ok) return done;
  }
  return call('getRound', { id: roundId });
}

async function enterBallots({
  call,
  folder,
  roundId,
  ballots,
}: {
  readonly call: Call;
  readonly folder: string;
  readonly roundId: Id;
  readonly ballots: MeetingFile['ballots'][number];
}): Promise<Result<null, AppError>> {
  if (ballots.file === null) return ok(null);
  const found = await findInput(folder, { prefix: ballots.file, name: ballots.file });
  if (!found.ok) return found;
  if (found.value === null) return err({ code: 'missing-input', file: ballots.file, folder });
  const { fileName, bytes } = found.value;
  const read = await call('previewBallotFile', { roundId, fileName, bytes: bytes.toString('base64') });
  if (!read.ok) return read;
  if (read.value.ballots.length === 0) return ok(null);
  const stored = await call('storeBallots', {
    roundId,
    ballots: read.value.ballots.map(({ invalidReason, marks }) => ({ invalidReason, marks: [...marks] })),
  });
  return stored.ok ? ok(null) : stored;
}

async function enterOpinions(
  { call, file, fileName }: Meeting,
  seated: ReadonlyMap<string, CouncilMember>,
  { roundId, titleId }: { readonly roundId: Id; readonly titleId: string },
): Promise<Result<null, AppError>> {
  const cases = await call('listCases', {});
  if (!cases.ok) return cases;
  const round = await call('getRound', { id: roundId });
  if (!round.ok) return round;
  const slate = new Set(round.value.candidates.map(({ caseId }) => caseId));
  for (const opinion of file.writtenOpinions) {
    if (opinion.titleId !== titleId) continue;
    const member = seated.get(opinion.code);
    if (member === undefined) return err({ code: 'not-a-member', person: opinion.code });
    const marks: NonNullable<InputOf<'saveWrittenOpinion'>['marks']> = [];
    for (const { code, mark } of opinion.marks) {
      const row = cases.value.find((candidate) => candidate.code === code && candidate.titleId === titleId);
      if (row === undefined || !slate.has(row.id)) {
        return err({
          code: 'not-on-slate',
          name: row?.name ?? code,
          file: fileName,
          column: 'writtenOpinions',
        });
      }
      marks.push({ caseId: row.id, mark });
    }
    const saved = await call('saveWrittenOpinion', { roundId, memberId: member.id, marks });
    if (!saved.ok) return saved;
  }
  return ok(null);
}

/** Concludes the meeting, with a reason where its file tells nothing of some cases. */
export async function concludeSeason(call: Call): Promise<Result<null, AppError>> {
  const concluded = await call('concludeMeeting', {});
  if (concluded.ok) return ok(null);
  if (concluded.error.code !== 'cases-undealt') return concluded;
  const forced = await call('concludeMeeting', { undealtBecause: undealtCases });
  return forced.ok ? ok(null) : forced;
}
