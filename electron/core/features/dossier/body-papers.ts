/** Papers of the bodies beside the school's council: their minutes and what belongs to them. */
import { bodyMinutes, type GroupVoteRow } from '../../../../shared/documents/body-minutes.ts';
import { initiativeMinutes } from '../../../../shared/documents/initiative-minutes.ts';
import type { Paper } from '../../../../shared/documents/model.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import type { PaperBasics, PaperBody } from '../../../../shared/documents/parts.ts';
import { groupOf, schoolBody, type Body } from '../../../../shared/domain/body.ts';
import { formatPoints } from '../../../../shared/numbers.ts';
import { paperTitles } from '../../../../shared/vi/papers.ts';
import { ratingNames } from '../../../../shared/vi/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { isByHands } from '../hands.ts';
import { ballotSheetPaper, opinionPapers } from './ballot-papers.ts';
import { decisionPaper, invitationPaper } from './council-papers.ts';
import { meetingPaper, minutesDocument, minutesState, minutesVersions } from './meeting-papers.ts';
import { concludedCases, minutesFacts, votesOf } from './minutes-facts.ts';
import { makePaper, meetingDate, type SeasonPaper } from './paper-kit.ts';
import type { Source } from './source.ts';
import { tallyPaper, thresholdOf } from './tally-papers.ts';

/** The papers of one body that belong to the dossier, then those that do not. */
export function bodyPapers(source: Source): {
  readonly kept: readonly SeasonPaper[];
  readonly others: readonly SeasonPaper[];
} {
  return {
    kept: [
      // Only a council is founded by a decision.
      ...(source.body?.kind === 'INITIATIVE' ? [decisionPaper(source)] : []),
      minutesPaper(source),
      ...minutesVersions(source),
      ...source.rounds.map((round) => tallyPaper(source, round)),
    ],
    others: [
      invitationPaper(source),
      ...source.rounds.flatMap((round) => [ballotSheetPaper(source, round), ...opinionPapers(source, round)]),
    ],
  };
}

/** The minutes of the meeting of a body. Throws for one that has none. */
export function minutesOf(source: Source, body: Body = schoolBody): SeasonPaper {
  if (body.kind === 'SCHOOL') return meetingPaper(source);
  const own = source.bodies.find(
    ({ meeting }) => meeting.body.kind === body.kind && groupOf(meeting.body) === groupOf(body),
  );
  if (own === undefined) throw new Error('The minutes of a body without a meeting.');
  return minutesPaper(own);
}

/** What the body said of a case in this meeting. */
function voteOf(source: Source, row: CaseRow): GroupVoteRow['vote'] {
  const councilId = source.meeting.council?.id;
  const opinion = row.opinions.find((one) => one.councilId === councilId);
  return opinion === undefined ? null : { agree: opinion.agree, base: opinion.base, passed: opinion.passed };
}

function total(points: readonly (number | null)[]): string | null {
  const given = points.filter((point) => point !== null);
  return given.length === 0 ? null : formatPoints(given.reduce((sum, point) => sum + point, 0));
}

function initiativePaper(source: Source, body: PaperBody): SeasonPaper {
  const { initiatives } = source.meeting;
  return makePaper(source, {
    id: 'minutes',
    fileName: paperFiles.bodyMinutes,
    title: paperTitles.bodyMinutes[body.kind],
    type: 'BB',
    formats: ['docx', 'pdf'],
    date: meetingDate(source),
    state: minutesState(source),
    inPackage: true,
    build: (base) =>
      minutesDocument(source, base, () => {
        const voted = initiatives.find(({ agree }) => agree !== null);
        return initiativeMinutes({
          ...base,
          ...minutesFacts(source),
          body,
          threshold: voted === undefined ? null : thresholdOf(source, '', voted),
          initiatives: initiatives.map(({ name, authors, agree, base: total, passed }) => ({
            name,
            authors: authors.map(({ fullName, share }) =>
              share === null || share === 100 ? fullName : `${fullName} (${share}\u00a0%)`,
            ),
            vote: agree === null ? null : { agree, base: total, passed: passed === true },
          })),
        });
      }),
  });
}

function minutesPaper(source: Source): SeasonPaper {
  const { body } = source;
  if (body === null) throw new Error("The school's council has minutes of its own.");
  if (body.kind === 'INITIATIVE') return initiativePaper(source, body);
  return makePaper(source, {
    id: 'minutes',
    fileName: paperFiles.bodyMinutes,
    title: paperTitles.bodyMinutes[body.kind],
    type: 'BB',
    formats: ['docx', 'pdf'],
    date: meetingDate(source),
    state: minutesState(source),
    inPackage: true,
    build: (base) => minutesDocument(source, base, () => opinionMinutes(source, base, body)),
  });
}

/** The minutes of a tổ or of the conference of the staff. */
function opinionMinutes(source: Source, base: PaperBasics, body: PaperBody): Paper {
  const { sheetOf } = source.sheets();
  const { cases } = source;
  const outcomes = new Map(source.meeting.conclusions.map((one) => [one.caseId, one.outcome]));
  const rowOf = (row: CaseRow): GroupVoteRow => {
    const sheet = row.personId === null ? null : sheetOf(row.personId);
    return {
      name: row.name,
      titleName: row.titleName,
      self: sheet === null ? null : total(sheet.self),
      group: sheet === null ? null : total(sheet.group),
      rating: sheet?.rating === null || sheet === null ? null : ratingNames[sheet.rating],
      vote: voteOf(source, row),
      outcome: outcomes.get(row.id) ?? 'postponed',
    };
  };
  const people = cases.filter(({ personId }) => personId !== null);
  const voted = cases.find((row) => voteOf(source, row) !== null);
  const vote = voted === undefined ? null : voteOf(source, voted);
  const opinion = voted?.opinions.find(({ councilId }) => councilId === source.meeting.council?.id);
  const members = source.meeting.council?.members ?? [];
  return bodyMinutes({
    ...base,
    ...minutesFacts(source),
    body,
    evaluated: {
      done: members.filter(({ personId }) => sheetOf(personId).self.some((point) => point !== null)).length,
      total: members.length,
    },
    people: people.map(rowOf),
    collective: cases.filter(({ groupId }) => groupId !== null).map(rowOf),
    threshold:
      voted === undefined || vote === null || opinion === undefined
        ? null
        : {
            facts: thresholdOf(source, voted.titleId, { base: vote.base, needed: opinion.needed }),
            method: isByHands(source.ruleSet, voted.titleId) ? 'hands' : 'ballot',
          },
    votes: votesOf(source),
    cases: concludedCases(source),
  });
}
