/** The decision on an award of the school: for what it is given, and the money that goes with it. */
import { rewardDecision } from '../../../../shared/documents/reward-decision.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { ownerIdOf } from '../../../../shared/domain/case-object.ts';
import { paymentsFor, type RewardMoney } from '../../../../shared/domain/money.ts';
import type { IsoDate } from '../../../../shared/dates.ts';
import type { TitleId } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { nameInList } from '../../../../shared/vi/namesakes.ts';
import { doubtOf } from '../../../../shared/vi/terms.ts';
import { meetingPaper } from './meeting-papers.ts';
import { noteOf, type Source } from './source.ts';
import {
  type PaperState,
  type SeasonPaper,
  ready,
  draft,
  makePaper,
  awardPhrase,
  cited,
  isOfPupil,
  isOnePupil,
  isConcluded,
  isSaid,
  meetingDate,
  head,
} from './paper-kit.ts';

/** The money of an award that a case is proposed for, beside the others its owner is proposed for; null where none is known. */
function moneyOf(source: Source, row: CaseRow, decisionDate: IsoDate | null): RewardMoney | null {
  if (isOfPupil(row) || decisionDate === null) return null;
  const own = source.cases.filter((one) => one.outcome === 'proposed' && ownerIdOf(one) === ownerIdOf(row));
  const payments = paymentsFor({
    awards: own.map(({ titleId }) => ({ titleId, schoolYear: source.season.school_year, decisionDate })),
    object: row.groupId === null ? 'PERSON' : 'GROUP',
  });
  const payment = payments[own.indexOf(row)];
  // A text that gives the most only leaves the amount to whoever decides.
  return payment?.state === 'paid' && payment.money?.atMost === false ? payment.money : null;
}

/** A decision says for what it is given; what it leaves blank of the money, or is doubtful of it, is told. */
function rewardState(source: Source, rows: readonly CaseRow[], signedOn: IsoDate | null): PaperState {
  if (!isConcluded(source) || meetingDate(source) === null) return draft(paperNotes.notConcluded, 'council');
  const without = rows.filter((row) => !isSaid(row.achievement));
  if (without.length > 0) return draft(paperNotes.noAchievement(without.map(nameInList)), 'appraisal');
  if (signedOn === null) return { ...ready, note: paperNotes.noDecisionDay };
  const money = rows.map((row) => moneyOf(source, row, signedOn));
  if (money.includes(null)) return { ...ready, note: paperNotes.noMoney };
  const doubts = new Set(money.flatMap((one) => (one === null ? [] : (doubtOf(one.confidence) ?? []))));
  return doubts.size === 0 ? ready : { ...ready, note: paperNotes.moneyDoubt([...doubts]) };
}

/** The decision by which the head of the school gives an award that the school itself decides. */
export function rewardDecisionPaper(source: Source, titleId: TitleId): SeasonPaper {
  const rows = source.cases.filter((row) => row.titleId === titleId && row.outcome === 'proposed');
  const id = `reward-decision:${titleId}`;
  return makePaper(source, {
    id,
    fileName: paperFiles.rewardDecision(titleId),
    title: paperTitles.rewardDecision(awardPhrase(titleId)),
    type: 'QĐ',
    formats: ['docx', 'pdf'],
    date: null,
    state: rewardState(source, rows, source.numbers.get(id)?.date ?? null),
    inPackage: true,
    build: (base) =>
      rewardDecision({
        ...base,
        titleId,
        // That it is for pupils is said by its list.
        award: awardPhrase(titleId).replace(' (học sinh)', ''),
        furtherBases: [noteOf(source, 'cityRegulation')].filter((text) => text !== null),
        minutes: cited(meetingPaper(source)),
        recipients: rows.map((row) => ({
          name: row.name,
          place: isOfPupil(row)
            ? row.groupName
            : row.groupId === null
              ? [row.position, row.groupName].filter(isSaid).join(', ')
              : '',
          achievement: row.achievement,
          money: moneyOf(source, row, base.date),
          unit: isOfPupil(row)
            ? isOnePupil(row)
              ? 'học sinh'
              : 'tập thể lớp'
            : row.groupId === null
              ? 'cá nhân'
              : 'tập thể',
        })),
        head: head(source),
      }),
  });
}
