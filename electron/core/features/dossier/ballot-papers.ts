/** Papers that are handed out: ballots, and the sheets of written opinions. */
import {
  ballotPaper,
  writtenOpinionSheet,
  type BallotPaperData,
} from '../../../../shared/documents/ballot-paper.ts';
import type { BallotSheet, BallotVote } from '../../../../shared/documents/model.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { TitleId } from '../../../../shared/terms.ts';
import { paperTitles } from '../../../../shared/vi/papers.ts';
import type { RoundView } from '../../../../shared/views.ts';
import { blankToNull, makePaper, meetingDate, ready, type SeasonPaper } from './paper-kit.ts';
import type { Source } from './source.ts';

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
