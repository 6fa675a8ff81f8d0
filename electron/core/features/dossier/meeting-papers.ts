/** Papers of the meeting: ballots, written opinions, the count and the minutes. */
import { ballotPaper, writtenOpinionSheet } from '../../../../shared/documents/ballot-paper.ts';
import { meetingMinutes } from '../../../../shared/documents/meeting-minutes.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { tallyMinutes, type ThresholdFacts } from '../../../../shared/documents/tally-minutes.ts';
import { compareNames } from '../../../../shared/names.ts';
import { findTitle, voteRuleFor } from '../../../../shared/rules/catalogue.ts';
import { ruleText } from '../../../../shared/rules/words.ts';
import type { TitleId } from '../../../../shared/terms.ts';
import type { CaseRow, RoundView } from '../../../../shared/views.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import type { Source } from './source.ts';
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

/** The ballot papers of one round. */
export function ballotSheetPaper(source: Source, round: RoundView): SeasonPaper {
  return makePaper(source, {
    id: `ballot-paper:${round.id}`,
    fileName: paperFiles.ballotPaper({ titleId: round.titleId, roundNumber: round.number }),
    title: paperTitles.ballotPaper(round.titleName, round.number),
    type: null,
    formats: ['pdf', 'docx'],
    date: meetingDate(source),
    state: ready,
    inPackage: false,
    build: (base) =>
      ballotPaper({
        ...base,
        titleId: round.titleId,
        roundNumber: round.number,
        candidates: candidatesOf(round),
        copies: round.printed ?? round.base,
        perPage: null,
        purpose: 'vote',
      }),
  });
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
        fileName: paperFiles.writtenOpinion(round.titleId, member.fullName),
        title: paperTitles.writtenOpinion(member.fullName, round.titleName),
        type: null,
        formats: ['pdf', 'docx'],
        date: meetingDate(source),
        state: ready,
        inPackage: false,
        build: (base) =>
          writtenOpinionSheet({
            ...base,
            titleId: round.titleId,
            candidates: candidatesOf(round),
            member: {
              name: member.fullName,
              post: member.position,
              sex: source.people.get(member.personId)?.sex ?? null,
            },
            absenceReason: blankToNull(member.absenceReason),
            returnBy: meetingDate(source),
          }),
      }),
    ];
  });
}

function thresholdOf(
  source: Source,
  titleId: TitleId,
  vote: { readonly base: number; readonly needed: number },
): ThresholdFacts {
  const rule = voteRuleFor({ ruleSet: source.ruleSet, titleId });
  const { fraction = null } = rule.value;
  const kinds = { TOTAL: 'total', PRESENT: 'present', VALID: 'valid' } as const;
  return {
    percent: rule.value.percent,
    fraction: fraction === null ? null : `${fraction.numerator}/${fraction.denominator}`,
    base: vote.base,
    baseKind: kinds[rule.value.base],
    needed: vote.needed,
    comparison: rule.value.strict ? 'more-than' : 'at-least',
    article: citedSource(rule),
  };
}

function tellerNames(source: Source): { readonly head: string | null; readonly members: readonly string[] } {
  const members = new Map(source.meeting.council?.members.map((member) => [member.id, member.fullName]));
  const names = source.meeting.tellers.map((id) => members.get(id)).filter((name) => name !== undefined);
  return { head: names[0] ?? null, members: names.slice(1) };
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
    state: sealed ? ready : blocked(paperNotes.roundNotSealed, 'ballot'),
    inPackage: true,
    build: (base) =>
      tallyMinutes({
        ...base,
        titleId: round.titleId,
        titleName: round.titleName,
        roundNumber: round.number,
        countedOn: meetingDate(source) ?? source.asOf.slice(0, 10),
        startedAt: null,
        approvedAt: null,
        place: source.meeting.meeting?.place ?? '',
        board: tellerNames(source),
        secretary: secretary(source),
        council: {
          total: source.meeting.quorum?.total ?? round.base,
          present: round.present,
          absent: (source.meeting.quorum?.total ?? round.base) - round.present,
        },
        writtenOpinions: round.opinions.filter((opinion) => opinion.received).length,
        ballots: {
          printed: round.printed ?? 0,
          issued: round.issued ?? 0,
          returned: round.returned ?? 0,
          valid: round.valid,
          invalid: round.invalid,
        },
        invalidReasons: source.invalidReasons.get(round.id) ?? [],
        secondCount: null,
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

function votesOf(source: Source): Parameters<typeof meetingMinutes>[0]['votes'] {
  const hands = Map.groupBy(
    source.meeting.hands.filter((row) => row.agree !== null),
    (row) => row.titleId,
  );
  const byHands = [...hands].map(([titleId, rows]) => ({
    titleName: findTitle(titleId)?.name ?? titleId,
    method: 'hands' as const,
    threshold: thresholdOf(source, titleId, {
      base: source.meeting.quorum?.total ?? 0,
      needed: rows[0]?.needed ?? 0,
    }),
    rows: rows.map((row) => ({ name: row.name, agree: row.agree ?? 0, passed: row.passed === true })),
  }));
  const byBallot = source.rounds
    .filter((round) => round.state === 'sealed')
    .map((round) => ({
      titleName: round.titleName,
      method: 'ballot' as const,
      threshold: thresholdOf(source, round.titleId, round),
      rows: round.candidates.flatMap(({ name, result }) =>
        result === null ? [] : [{ name, agree: result.agree, passed: result.passed }],
      ),
    }));
  return [...byHands, ...byBallot];
}

function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The minutes of the meeting. */
export function meetingPaper(source: Source): SeasonPaper {
  const { meeting, council, quorum } = source.meeting;
  const cases = source.cases;
  const received = new Set(
    source.rounds.flatMap((round) => round.opinions.filter((one) => one.received).map((one) => one.memberId)),
  );
  const eligibility = (row: CaseRow) => row.overruled?.eligibility ?? row.eligibility;
  const votedTitles = [...new Set(cases.map((row) => row.titleId))].filter(
    (titleId) => source.ruleSet.titles[titleId] !== undefined,
  );
  const tellers = tellerNames(source);
  return makePaper(source, {
    id: 'meeting-minutes',
    fileName: paperFiles.meetingMinutes,
    title: paperTitles.meetingMinutes,
    type: 'BB',
    formats: ['docx', 'pdf'],
    date: meetingDate(source),
    state:
      meeting === null || council === null
        ? blocked(paperNotes.noMeeting, 'council')
        : isConcluded(source)
          ? ready
          : draft(paperNotes.notConcluded, 'council'),
    inPackage: true,
    build: (base) =>
      meetingMinutes({
        ...base,
        meeting: {
          date: meeting?.date ?? '',
          startedAt: blankToNull(meeting?.from ?? ''),
          endedAt: blankToNull(meeting?.to ?? ''),
          place: meeting?.place ?? '',
          purpose: paperNotes.purpose,
        },
        members: (council?.members ?? []).map((member) => ({
          name: member.fullName,
          post: member.position,
          sex: source.people.get(member.personId)?.sex ?? null,
          role: member.role,
          present: member.present === true,
          absenceReason: member.present === true ? null : blankToNull(member.absenceReason),
          writtenOpinion: received.has(member.id),
        })),
        guests: [],
        quorum: {
          needed: quorum?.needed ?? 0,
          met: quorum?.met ?? false,
          article: citedSource(source.ruleSet.quorum),
        },
        principles: votedTitles.map((titleId) => {
          const rule = voteRuleFor({ ruleSet: source.ruleSet, titleId });
          const cited = citedSource(rule);
          const words = ruleText(rule.value);
          return `${findTitle(titleId)?.name ?? titleId}: ${words}${cited === null ? '' : ` (${cited})`}`;
        }),
        appraisal: {
          registered: cases.length,
          eligible: cases.filter((row) => row.outcome !== 'withdrawn' && eligibility(row) === 'yes').length,
          notEligible: cases.filter((row) => row.outcome !== 'withdrawn' && eligibility(row) === 'no').length,
          needsPerson: cases.filter(
            (row) =>
              row.outcome !== 'withdrawn' &&
              (eligibility(row) === 'needs-person' || eligibility(row) === null),
          ).length,
          setAside: cases.filter((row) => row.outcome === 'withdrawn').length,
        },
        discussion: lines(meeting?.discussion ?? ''),
        board: source.rounds.length === 0 ? null : { ...tellers, approvedBy: quorum?.present ?? 0 },
        votes: votesOf(source),
        agreed: proposedTitles(source).map((titleId) => ({
          titleName: findTitle(titleId)?.name ?? titleId,
          names: cases
            .filter((row) => row.titleId === titleId && row.outcome === 'proposed')
            .map((row) => row.name)
            .sort(compareNames),
        })),
        otherOpinions: lines(meeting?.otherOpinions ?? ''),
        copies: 2,
        chair: chair(source),
        secretary: secretary(source),
      }),
  });
}
