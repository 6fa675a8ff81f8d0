/** Papers of the meeting: ballots, written opinions, the count and the minutes. */
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import {
  ballotPaper,
  writtenOpinionSheet,
  type BallotPaperData,
} from '../../../../shared/documents/ballot-paper.ts';
import type { ConcludedCase, MinutesData } from '../../../../shared/documents/minutes-parts.ts';
import { minutesGaps } from '../../../../shared/domain/minutes-gaps.ts';
import { councilLetterhead, type PaperBasics } from '../../../../shared/documents/parts.ts';
import { meetingMinutes, type MeetingMinutesData } from '../../../../shared/documents/meeting-minutes.ts';
import type { BallotSheet, BallotVote, Paper } from '../../../../shared/documents/model.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import {
  tallyMinutes,
  type TallyMinutesData,
  type ThresholdFacts,
} from '../../../../shared/documents/tally-minutes.ts';
import { formatDate } from '../../../../shared/dates.ts';
import { findTitle, voteRuleFor } from '../../../../shared/rules/catalogue.ts';
import type { Sourced, VoteRule } from '../../../../shared/rules/model.ts';
import { ruleText } from '../../../../shared/rules/words.ts';
import { withoutStop, withSmallLetter } from '../../../../shared/sentences.ts';
import type { Eligibility, Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow, RoundView } from '../../../../shared/views.ts';
import { loweredTo, paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { compareInList, nameInList } from '../../../../shared/vi/pupils.ts';
import { settingName } from '../../../../shared/vi/regulation.ts';
import { outcomeNames } from '../../../../shared/vi/terms.ts';
import { countHoursGap, gapNames } from '../../../../shared/vi/council.ts';
import { isByHands } from '../hands.ts';
import { noteOf, type Source } from './source.ts';
import {
  type SeasonPaper,
  ready,
  draft,
  blocked,
  makePaper,
  proposedTitles,
  isConcluded,
  meetingDate,
  blankToNull,
  chair,
  secretary,
  citedSource,
} from './paper-kit.ts';

function candidatesOf(round: RoundView) {
  return round.candidates.map((candidate) => ({
    name: candidate.name,
    post: candidate.position,
    group: candidate.groupName,
    titleName: candidate.titleName,
  }));
}

function shortNameOf(titleId: TitleId): string {
  return findTitle(titleId)?.shortName ?? titleId;
}

/** How the paper of a round is marked. */
function voteOf({ form }: RoundView): BallotVote {
  switch (form.kind) {
    case 'SECRET_BALLOT':
      return { kind: 'agree-columns' };
    case 'STRIKE_OUT':
      return { kind: 'strike-out' };
    case 'CHOOSE':
      return { kind: 'choose', atMost: form.chooseAtMost ?? 1 };
  }
}

/** Whether the names of some rounds may stand on one sheet: they are marked the same way. */
export function mayShareSheet(rounds: readonly RoundView[]): boolean {
  return new Set(rounds.map((round) => JSON.stringify(voteOf(round)))).size === 1;
}

type BallotPrint = Pick<BallotPaperData, 'copies' | 'format' | 'purpose'>;

/** The ballots of one or more rounds, which stand on one sheet by title. */
function ballotPapers(source: Source, rounds: readonly RoundView[], print: BallotPrint): SeasonPaper {
  const titleId = rounds.map((round) => round.titleId).join('-');
  const number = Math.max(...rounds.map((round) => round.number));
  const [vote = { kind: 'agree-columns' } as const] = rounds.map(voteOf);
  return makePaper(source, {
    id: `ballot-paper:${rounds.map((round) => round.id).join(':')}`,
    fileName: paperFiles.ballotPaper({ titleId, roundNumber: number }),
    title: paperTitles.ballotPaper(rounds.map((round) => round.titleName).join(', '), number),
    type: null,
    formats: ['pdf', 'docx'],
    date: meetingDate(source),
    state: ready,
    inPackage: false,
    build: (base) =>
      ballotPaper({
        ...base,
        ...print,
        titleId,
        shortNames: rounds.map((round) => shortNameOf(round.titleId)),
        roundNumber: number,
        candidates: rounds.flatMap(candidatesOf),
        vote,
      }),
  });
}

/** The ballot papers of one round, as many as were printed. */
export function ballotSheetPaper(source: Source, round: RoundView): SeasonPaper {
  return ballotPapers(source, [round], {
    copies: round.printed ?? round.total,
    format: null,
    purpose: 'vote',
  });
}

/** The ballots of rounds as they are asked for at the printer. */
export function ballotsOf(source: Source, rounds: readonly RoundView[], print: BallotPrint): BallotSheet {
  const sheet = ballotPapers(source, rounds, print).build();
  if (sheet?.kind !== 'ballots') throw new Error('Ballots are never blocked.');
  return sheet;
}

/** The sheets on which absent members write their opinion. */
export function opinionPapers(source: Source, round: RoundView): readonly SeasonPaper[] {
  const members = new Map(source.meeting.council?.members.map((member) => [member.id, member]));
  return round.opinions.flatMap(({ memberId }) => {
    const member = members.get(memberId);
    if (member === undefined) return [];
    return [
      makePaper(source, {
        id: `written-opinion:${round.id}:${memberId}`,
        fileName: paperFiles.writtenOpinion(
          { titleId: round.titleId, roundNumber: round.number },
          member.fullName,
        ),
        title: paperTitles.writtenOpinion(member.fullName, round.titleName, round.number),
        type: null,
        formats: ['pdf', 'docx'],
        date: meetingDate(source),
        state: ready,
        inPackage: false,
        build: (base) =>
          writtenOpinionSheet({
            ...base,
            titleId: round.titleId,
            roundNumber: round.number,
            candidates: candidatesOf(round),
            vote: voteOf(round),
            member: {
              name: member.fullName,
              post: member.position,
              sex: source.people.get(member.personId)?.sex ?? null,
            },
            absenceReason: blankToNull(member.absenceReason),
            sentOn: null,
            returnBy: meetingDate(source),
          }),
      }),
    ];
  });
}

/** What a vote on a title needs, as papers tell it. */
export function thresholdOf(
  source: Source,
  titleId: TitleId,
  vote: { readonly base: number | null; readonly needed: number | null },
): ThresholdFacts {
  const rule = voteRuleFor({ ruleSet: source.ruleSet, titleId });
  const { fraction = null } = rule.value;
  const kinds = { TOTAL: 'total', PRESENT: 'present', VALID: 'valid' } as const;
  return {
    percent: rule.value.percent,
    fraction: fraction === null ? null : `${fraction.numerator}/${fraction.denominator}`,
    base: vote.base ?? 0,
    baseKind: kinds[rule.value.base],
    needed: vote.needed ?? 0,
    comparison: rule.value.strict ? 'more-than' : 'at-least',
    article: citedSource(rule),
  };
}

function boardOf(names: readonly string[]): TallyMinutesData['board'] {
  const [head = null, ...members] = names;
  return { head, members };
}

/** The panel of tellers of the meeting, the head first. */
function tellerNames({ meeting }: Source): readonly string[] {
  const members = new Map(meeting.council?.members.map((member) => [member.id, member.fullName]));
  return meeting.tellers.map((id) => members.get(id)).filter((name) => name !== undefined);
}

/** The minutes of a sealed count are whole, but for hours that nobody wrote down. */
function sealedState({ wording }: RoundView): ReturnType<typeof draft> {
  const isTimed = wording.countedFrom !== null && wording.countedTo !== null;
  return isTimed ? ready : { ...ready, note: paperNotes.gaps([countHoursGap]) };
}

/** The minutes of one count. */
export function tallyPaper(source: Source, round: RoundView): SeasonPaper {
  const sealed = round.state === 'sealed';
  return makePaper(source, {
    id: `tally-minutes:${round.id}`,
    fileName: paperFiles.tallyMinutes({ titleId: round.titleId, roundNumber: round.number }),
    title: paperTitles.tallyMinutes(round.titleName, round.number),
    type: 'BB',
    formats: ['docx', 'pdf'],
    date: meetingDate(source),
    state: sealed ? sealedState(round) : draft(paperNotes.roundNotSealed, 'ballot'),
    inPackage: true,
    build: (base) =>
      tallyMinutes({
        ...base,
        titleId: round.titleId,
        titleName: round.titleName,
        roundNumber: round.number,
        countedOn: meetingDate(source) ?? source.asOf.slice(0, 10),
        place: source.meeting.meeting?.place ?? '',
        board: boardOf(round.tellers.map(({ fullName }) => fullName)),
        secretary: secretary(source),
        council: {
          total: round.total,
          present: round.present,
          absent: round.total - round.present,
        },
        writtenOpinions: round.opinions.filter((opinion) => opinion.received).length,
        ballots: {
          printed: round.printed ?? 0,
          issued: round.issued ?? 0,
          spoiled: round.spoiled,
          leftOver: round.leftOver,
          destroyed: round.destroyed,
          returned: round.returned ?? 0,
          valid: round.valid,
          invalid: round.invalid,
        },
        invalidReasons: source.invalidReasons.get(round.id) ?? [],
        form: round.form,
        decisions: round.decisions,
        counters: round.counts,
        versions: round.reopenings,
        wording: round.wording,
        threshold: thresholdOf(source, round.titleId, round),
        rows: round.candidates.flatMap(({ name, result }) =>
          result === null
            ? []
            : [
                {
                  name,
                  agreeInRoom: result.agreeInRoom,
                  agreeWritten: result.agreeWritten,
                  disagree: result.disagree,
                  blankOrInvalid: result.blank,
                  passed: result.passed,
                },
              ],
        ),
        copies: 2,
      }),
  });
}

/** What the council decided of a case by word instead of its count; null where the count stands. */
function conclusionOf(source: Source, caseId: Id): string | null {
  const decision = source.meeting.cases.find((one) => one.caseId === caseId)?.decision ?? null;
  if (decision === null) return null;
  return decision.loweredToName === null ? outcomeNames[decision.outcome] : loweredTo(decision.loweredToName);
}

/** What the school settled of voting for oneself and of stand-ins. */
function ownVotePrinciple(source: Source): readonly string[] {
  const text = noteOf(source, 'ownVote');
  return text === null ? [] : [`${settingName('ownVote')}: ${withoutStop(text)}.`];
}

function deliberationOf(source: Source): Pick<MeetingMinutesData, 'caseNotes' | 'recusals' | 'decisions'> {
  const rows = new Map(source.cases.map((row) => [row.id, row]));
  const posts = new Map(source.meeting.council?.members.map((member) => [member.id, member]));
  const told = source.meeting.cases.flatMap((one) => {
    const row = rows.get(one.caseId);
    return row === undefined ? [] : [{ ...one, about: aboutOf(row), row }];
  });
  return {
    caseNotes: told.flatMap(({ about, discussion, dissent }) =>
      discussion === '' && dissent === ''
        ? []
        : [{ about, discussion: oneLine(discussion), dissent: oneLine(dissent) }],
    ),
    recusals: told.flatMap(({ about, row, concerned }) =>
      concerned
        .filter(({ recused }) => recused)
        .map(({ memberId, fullName, reason }) => ({
          member: {
            name: fullName,
            post: posts.get(memberId)?.position ?? '',
            sex: source.people.get(posts.get(memberId)?.personId ?? '')?.sex ?? null,
          },
          about,
          reason,
          reduced: source.meeting.recusalReducesBase && isByHands(source.ruleSet, row.titleId),
        })),
    ),
    decisions: told.flatMap(({ about, decision }) =>
      decision === null
        ? []
        : [
            {
              about,
              outcome:
                decision.loweredToName === null
                  ? outcomeNames[decision.outcome]
                  : loweredTo(decision.loweredToName),
              reason: decision.reason,
            },
          ],
    ),
  };
}

function oneLine(text: string): string {
  return withoutStop(lines(text).map(withoutStop).join('; '));
}

/** The minutes as they were concluded before the meeting was opened again. */
export function minutesVersions(source: Source): readonly SeasonPaper[] {
  return source.minutesVersions.map(({ id, at, reason, minutes }, index) =>
    makePaper(source, {
      id: `meeting-minutes-version:${id}`,
      fileName: paperFiles.minutesVersion(index + 1),
      title: paperTitles[source.body === null ? 'minutesVersion' : 'bodyMinutesVersion'](
        formatDate(at.slice(0, 10)),
      ),
      type: null,
      formats: ['docx', 'pdf'],
      date: meetingDate(source),
      state: { ...ready, note: paperNotes.replaced(reason) },
      inPackage: true,
      build: () => ({ ...(JSON.parse(minutes) as Paper), fileName: paperFiles.minutesVersion(index + 1) }),
    }),
  );
}

/** The votes of a meeting, title by title. */
export function votesOf(source: Source): MeetingMinutesData['votes'] {
  const hands = Map.groupBy(
    source.meeting.hands.filter((row) => row.agree !== null),
    (row) => row.titleId,
  );
  const byHands = [...hands].map(([titleId, rows]) => ({
    titleName: findTitle(titleId)?.name ?? titleId,
    method: 'hands' as const,
    titleId,
    threshold: thresholdOf(source, titleId, {
      base: Math.max(...rows.map(({ base }) => base)),
      needed: Math.max(...rows.map(({ needed }) => needed)),
    }),
    roundNumber: null,
    rows: rows.map((row) => ({
      name: nameInList(row),
      agree: row.agree ?? 0,
      written: row.written ?? 0,
      base: row.base,
      passed: row.passed === true,
      conclusion: conclusionOf(source, row.caseId),
    })),
  }));
  const sealed = source.rounds.filter((round) => round.state === 'sealed');
  const again = new Set(sealed.filter(({ number }) => number > 1).map(({ titleId }) => titleId));
  const byBallot = sealed.map((round) => ({
    titleId: round.titleId,
    titleName: round.titleName,
    roundNumber: again.has(round.titleId) ? round.number : null,
    method: 'ballot' as const,
    threshold: thresholdOf(source, round.titleId, round),
    rows: round.candidates.flatMap(({ caseId, name, result }) =>
      result === null
        ? []
        : [
            {
              name,
              agree: result.agree,
              written: 0,
              base: round.base ?? 0,
              passed: result.passed,
              conclusion: conclusionOf(source, caseId),
            },
          ],
    ),
  }));
  const place = new Map(source.meeting.agenda.map(({ titleId }, index) => [titleId, index]));
  return [...byHands, ...byBallot].sort(
    (a, b) => (place.get(a.titleId) ?? 99) - (place.get(b.titleId) ?? 99),
  );
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What the minutes of every meeting say: who was there, by which rules, what was talked of, who signs. */
export function minutesFacts(source: Source): Omit<MinutesData, keyof PaperBasics> {
  const { meeting, council, quorum } = source.meeting;
  const received = new Set(
    source.rounds.flatMap((round) => round.opinions.filter((one) => one.received).map((one) => one.memberId)),
  );
  const attended = (council?.members ?? []).filter((member) => member.present === true).length;
  const { caseNotes, recusals } = deliberationOf(source);
  return {
    meeting: {
      date: meeting?.date ?? '',
      startedAt: blankToNull(meeting?.from ?? ''),
      endedAt: blankToNull(meeting?.to ?? ''),
      place: meeting?.place ?? '',
    },
    members: (council?.members ?? []).map((member) => ({
      name: member.fullName,
      post: member.position,
      sex: source.people.get(member.personId)?.sex ?? null,
      role: member.role,
      present: member.present,
      absenceReason: member.present === true ? null : blankToNull(member.absenceReason),
      arrivedAt: member.arrivedAt,
      leftAt: member.leftAt,
      writtenOpinion: received.has(member.id),
    })),
    guests: [],
    quorum: {
      needed: quorum?.needed ?? 0,
      present: attended,
      met: attended >= (quorum?.needed ?? 0),
      overriddenBecause: quorum?.overriddenBecause ?? null,
      article: citedSource(source.ruleSet.quorum),
    },
    caseNotes,
    recusals,
    reopenings: source.minutesVersions.map(({ at, reason }) => ({ on: at.slice(0, 10), reason })),
    principles: principlesOf(source),
    discussion: lines(meeting?.discussion ?? ''),
    otherOpinions: lines(meeting?.otherOpinions ?? ''),
    approval: source.meeting.approvals.MINUTES,
    undealtBecause: meeting?.undealtBecause ?? null,
    copies: 2,
    chair: chair(source),
    secretary: secretary(source),
    chairTitle: blankToNull(meeting?.chairTitle ?? ''),
    secretaryTitle: blankToNull(meeting?.secretaryTitle ?? ''),
    remarks: lines(meeting?.remarks ?? ''),
  };
}

/** How each title passes, a sentence each; one for all where a body votes on all in the same way. */
function principlesOf(source: Source): readonly string[] {
  const { ruleSet, body } = source;
  const words = ({ value, ...rule }: Sourced<VoteRule>): string => {
    const cited = citedSource({ value, ...rule });
    return `${ruleText(value, body?.kind)}${cited === null ? '' : ` (${cited})`}`;
  };
  if (body !== null) return [`${words(ruleSet.defaultVote)}.`];
  return [...new Set(source.cases.map((row) => row.titleId))]
    .filter((titleId) => ruleSet.titles[titleId] !== undefined)
    .map(
      (titleId) =>
        `${findTitle(titleId)?.name ?? titleId}: ${withSmallLetter(words(voteRuleFor({ ruleSet, titleId })))}.`,
    )
    .concat(ownVotePrinciple(source));
}

/** What the meeting comes to for every case before the body, as papers tell it. */
export function concludedCases({ meeting, allCases }: Source): readonly ConcludedCase[] {
  const rows = new Map(allCases.map((row) => [row.id, row]));
  return meeting.conclusions.flatMap(({ caseId, outcome, reason, undealt }) => {
    const row = rows.get(caseId);
    return row === undefined ? [] : [{ about: aboutOf(row), outcome, reason, undealt }];
  });
}

function aboutOf(row: CaseRow): string {
  return `${nameInList(row)} (${row.titleShort})`;
}

/** The minutes of the meeting of the school's council. */
export function meetingPaper(source: Source): SeasonPaper {
  const { meeting, council } = source.meeting;
  return makePaper(source, {
    id: 'meeting-minutes',
    fileName: paperFiles.meetingMinutes,
    title: paperTitles.meetingMinutes,
    type: 'BB',
    formats: ['docx', 'pdf'],
    date: meetingDate(source),
    state:
      meeting === null || council === null ? blocked(paperNotes.noMeeting, 'council') : minutesState(source),
    inPackage: true,
    build: (base) => minutesDocument(source, base, () => councilMinutes(source, base)),
  });
}

function councilMinutes(source: Source, base: PaperBasics): Paper {
  const { cases } = source;
  const { tellers, approvals } = source.meeting;
  const counted = (eligibility: Eligibility | null) =>
    cases.filter((row) => row.state !== 'WITHDRAWN' && effectiveEligibility(row) === eligibility).length;
  const facts = minutesFacts(source);
  return meetingMinutes({
    ...base,
    ...facts,
    meeting: { ...facts.meeting, purpose: paperNotes.purpose },
    appraisal: {
      registered: cases.length,
      eligible: counted('yes'),
      notEligible: counted('no'),
      needsPerson: counted('needs-person'),
      unchecked: counted(null),
      withdrawn: cases.filter((row) => row.state === 'WITHDRAWN').length,
    },
    agenda: source.meeting.agenda,
    decisions: deliberationOf(source).decisions,
    board:
      source.rounds.length + tellers.length === 0
        ? null
        : { ...boardOf(tellerNames(source)), approval: approvals.TELLERS },
    votes: votesOf(source),
    conclusion: isConcluded(source)
      ? {
          cases: concludedCases(source),
          agreed: proposedTitles(source).map((titleId) => ({
            titleName: findTitle(titleId)?.name ?? titleId,
            names: cases
              .filter((row) => row.titleId === titleId && row.outcome === 'proposed')
              .toSorted(compareInList)
              .map(nameInList),
          })),
        }
      : null,
  });
}

/** The minutes as they were concluded, with the number and the day they were given since; else as they are now. */
export function minutesDocument(source: Source, base: PaperBasics, build: () => Paper): Paper {
  const { minutes } = source;
  if (minutes === null) return build();
  const { number, date } = councilLetterhead(base, 'BB');
  const fileName = source.body === null ? paperFiles.meetingMinutes : paperFiles.bodyMinutes;
  return { ...minutes, fileName, letterhead: { ...minutes.letterhead, number, date } };
}

/** The minutes of a meeting are a draft until it is concluded; then what they leave blank is told. */
export function minutesState(source: Source): ReturnType<typeof draft> {
  if (!isConcluded(source)) return draft(paperNotes.notConcluded, 'council');
  const gaps = minutesGaps(source.meeting, { hasBallots: source.rounds.length > 0 });
  return gaps.length === 0 ? ready : { ...ready, note: paperNotes.gaps(gaps.map((id) => gapNames[id])) };
}
