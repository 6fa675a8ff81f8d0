/** Which papers a season has, in the order of the dossier. */
import { dossierIndex } from '../../../../shared/documents/dossier-index.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { firstYear } from '../../../../shared/domain/awards-held.ts';
import { objectOf, ownerIdOf } from '../../../../shared/domain/case-object.ts';
import { missingItems, type DossierCase, type MissingItem } from '../../../../shared/domain/dossier-items.ts';
import { yearsOfProof } from '../../../../shared/rules/title-order.ts';
import { missingItemText, paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { nameInList } from '../../../../shared/vi/namesakes.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import { ballotSheetPaper, opinionPapers } from './ballot-papers.ts';
import { bodyPapers } from './body-papers.ts';
import { appraisalPaper, nominationPaper, registrationPaper, submissionPapers } from './case-papers.ts';
import { decisionPaper, invitationPaper } from './council-papers.ts';
import { meetingPaper, minutesVersions } from './meeting-papers.ts';
import {
  blankToNull,
  draft,
  head,
  isForSuperior,
  makePaper,
  proposedTitles,
  ready,
  secretary,
  type PaperState,
  type SeasonPaper,
} from './paper-kit.ts';
import { rewardDecisionPaper } from './reward-papers.ts';
import type { Source } from './source.ts';
import { tallyPaper } from './tally-papers.ts';

/** Lists every paper in the order of the dossier, each ready to be built. */
export function listSeasonPapers(source: Source): readonly SeasonPaper[] {
  const bodies = source.bodies.map(bodyPapers);
  const papers = [
    ...(isDecidedHere(source) ? [] : submissionPapers(source)),
    ...proposedTitles(source).flatMap((titleId) => [
      ...(isForSuperior(titleId) ? [] : [rewardDecisionPaper(source, titleId)]),
      nominationPaper(source, titleId),
    ]),
    meetingPaper(source),
    ...minutesVersions(source),
    ...source.rounds.map((round) => tallyPaper(source, round)),
    ...bodies.flatMap(({ kept }) => kept),
    decisionPaper(source),
    invitationPaper(source),
    appraisalPaper(source),
    registrationPaper(source),
    ...source.rounds.flatMap((round) => [ballotSheetPaper(source, round), ...opinionPapers(source, round)]),
    ...bodies.flatMap(({ others }) => others),
  ];
  const numbered = [indexPaper(source, papers), ...papers];
  let position = 0;
  return numbered.map((paper) => {
    if (!paper.row.inPackage) return paper;
    const row = { ...paper.row, fileName: `${String(position).padStart(2, '0')}-${paper.row.fileName}` };
    position += 1;
    return { ...paper, row };
  });
}

/** All that is proposed is decided by the school itself: nothing goes to a higher level. */
function isDecidedHere(source: Source): boolean {
  const proposed = proposedTitles(source);
  return proposed.length > 0 && !proposed.some(isForSuperior);
}

/** The papers that the proposed cases of the season lack. */
export function listMissingItems(source: Source): readonly MissingItem[] {
  return missingItems(
    source.cases
      .filter((row) => row.outcome === 'proposed')
      .map((row) => ({
        ownerId: ownerIdOf(row),
        name: nameInList(row),
        object: objectOf(row),
        titleId: row.titleId,
        voted: row.agree !== null,
        ...proofsOf(source, row),
      })),
  );
}

/** What is recorded with a number in the years that the award asks for. */
function proofsOf(
  source: Source,
  { personId, titleId }: Pick<CaseRow, 'personId' | 'titleId'>,
): Pick<DossierCase, 'recognised' | 'effectCertified'> {
  if (personId === null) return { recognised: false, effectCertified: false };
  const last = firstYear(source.season.school_year);
  const first = last - yearsOfProof({ ruleSet: source.ruleSet, titleId }) + 1;
  function isWithin({ school_year: schoolYear }: { readonly school_year: string }): boolean {
    return firstYear(schoolYear) >= first && firstYear(schoolYear) <= last;
  }
  const initiatives = (source.initiatives.get(personId) ?? []).filter(isWithin);
  const rating = source.ratings.get(personId);
  return {
    recognised:
      initiatives.some((one) => one.scope !== 'NOT_RECOGNISED' && one.decision_number !== '') ||
      (source.acceptedResearch.get(personId) ?? []).some(isWithin) ||
      (rating?.rating === 'HTXS' && rating.state === 'decided' && rating.decided_on !== null),
    effectCertified: initiatives.some((one) => one.effect_number !== null),
  };
}

/** The index of a dossier that lacks something is a draft, and says what. */
function indexState(papers: readonly SeasonPaper[], missing: readonly MissingItem[]): PaperState {
  const isWaiting = papers.some(({ row }) => row.state !== 'ready');
  const isWhole = !isWaiting && missing.length === 0;
  return isWhole ? ready : draft(paperNotes.notWhole({ isWaiting, missing }), 'dossier');
}

function indexPaper(source: Source, papers: readonly SeasonPaper[]): SeasonPaper {
  const inPackage = papers.filter(({ row }) => row.inPackage);
  const missing = listMissingItems(source);
  return makePaper(source, {
    id: 'dossier-index',
    fileName: paperFiles.dossierIndex,
    title: paperTitles.dossierIndex,
    type: null,
    formats: ['docx', 'pdf'],
    date: null,
    state: indexState(inPackage, missing),
    inPackage: true,
    build: (base) =>
      dossierIndex({
        ...base,
        parts: [
          {
            name: null,
            papers: inPackage
              .filter(({ row }) => row.state !== 'blocked')
              .map(({ row }, position) => ({
                name: row.title,
                number: blankToNull(row.number),
                date: row.date,
                fileName: `${String(position + 1).padStart(2, '0')}-${row.fileName}`,
                note: row.formats.join(', '),
              })),
          },
        ],
        missing: missing.map(missingItemText),
        secretary: secretary(source),
        head: head(source),
      }),
  });
}
