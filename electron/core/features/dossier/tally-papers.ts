/** The minutes of a count. */
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import type { TallyMinutesData } from '../../../../shared/documents/tally-data.ts';
import { tallyMinutes } from '../../../../shared/documents/tally-minutes.ts';
import type { ThresholdFacts } from '../../../../shared/documents/threshold.ts';
import { voteRuleFor } from '../../../../shared/rules/catalogue.ts';
import type { TitleId } from '../../../../shared/terms.ts';
import { countHoursGap } from '../../../../shared/vi/council.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import type { RoundView } from '../../../../shared/views.ts';
import {
  citedSource,
  draft,
  makePaper,
  meetingDate,
  ready,
  secretary,
  type SeasonPaper,
} from './paper-kit.ts';
import type { Source } from './source.ts';

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

/** The panel of tellers, the head first. */
export function boardOf(names: readonly string[]): TallyMinutesData['board'] {
  const [head = null, ...members] = names;
  return { head, members };
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
