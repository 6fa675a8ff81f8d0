/** Papers of the meeting: ballots, written opinions, the count and the minutes. */
import { formatDate } from '../../../../shared/dates.ts';
import { meetingMinutes } from '../../../../shared/documents/meeting-minutes.ts';
import type { Paper } from '../../../../shared/documents/model.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { councilLetterhead, type PaperBasics } from '../../../../shared/documents/parts.ts';
import { minutesGaps } from '../../../../shared/domain/minutes-gaps.ts';
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { Eligibility } from '../../../../shared/terms.ts';
import { gapNames } from '../../../../shared/vi/council.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { nameInList } from '../../../../shared/vi/namesakes.ts';
import { compareInList } from '../../../../shared/vi/pupils.ts';
import { concludedCases, deliberationOf, minutesFacts, votesOf } from './minutes-facts.ts';
import {
  blocked,
  draft,
  isConcluded,
  makePaper,
  meetingDate,
  proposedTitles,
  ready,
  type SeasonPaper,
} from './paper-kit.ts';
import type { Source } from './source.ts';
import { boardOf } from './tally-papers.ts';

/** The panel of tellers of the meeting, the head first. */
function tellerNames({ meeting }: Source): readonly string[] {
  const members = new Map(meeting.council?.members.map((member) => [member.id, member.fullName]));
  return meeting.tellers.map((id) => members.get(id)).filter((name) => name !== undefined);
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
