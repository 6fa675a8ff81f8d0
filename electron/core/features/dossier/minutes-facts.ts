/** What the minutes of a meeting say, read from what was recorded. */
import type { MeetingMinutesData } from '../../../../shared/documents/meeting-minutes.ts';
import type { ConcludedCase, MinutesData } from '../../../../shared/documents/minutes-data.ts';
import type { PaperBasics } from '../../../../shared/documents/parts.ts';
import { findTitle, voteRuleFor } from '../../../../shared/rules/catalogue.ts';
import type { Sourced, VoteRule } from '../../../../shared/rules/model.ts';
import { ruleText } from '../../../../shared/rules/words.ts';
import { withSmallLetter, withoutStop } from '../../../../shared/sentences.ts';
import type { Id } from '../../../../shared/terms.ts';
import { loweredTo } from '../../../../shared/vi/papers.ts';
import { nameInList } from '../../../../shared/vi/namesakes.ts';
import { settingName } from '../../../../shared/vi/regulation.ts';
import { outcomeNames } from '../../../../shared/vi/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { isByHands } from '../hands.ts';
import { blankToNull, chair, citedSource, secretary } from './paper-kit.ts';
import { noteOf, type Source } from './source.ts';
import { thresholdOf } from './tally-papers.ts';

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

/** What was said and decided of single cases, and who stepped aside. */
export function deliberationOf(
  source: Source,
): Pick<MeetingMinutesData, 'caseNotes' | 'recusals' | 'decisions'> {
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
