/** Papers about cases: registration, appraisal, nominations and the submission. */
import { effectiveEligibility } from '../../../../shared/domain/verdict.ts';
import { appraisalSummary } from '../../../../shared/documents/appraisal-summary.ts';
import { nominationList } from '../../../../shared/documents/nomination-list.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { registrationList } from '../../../../shared/documents/registration-list.ts';
import type { CitedPaper } from '../../../../shared/documents/parts.ts';
import { submission } from '../../../../shared/documents/submission.ts';
import { ownerIdOf } from '../../../../shared/domain/case-object.ts';
import { formatDate } from '../../../../shared/dates.ts';
import { compareNames } from '../../../../shared/names.ts';
import { findTitle, titles as allTitles } from '../../../../shared/rules/catalogue.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow } from '../../../../shared/views.ts';
import type { AwardKind, AwardLevel } from '../../../../shared/rules/model.ts';
import { awardKindNames, initiativeScopeNames, ratingNames } from '../../../../shared/vi/terms.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { cautionsOn } from '../../../../shared/vi/readings.ts';
import { decisionDay } from '../season.ts';
import { meetingPaper } from './meeting-papers.ts';
import { isByHands } from '../hands.ts';
import { noteOf, type Source } from './source.ts';
import {
  type SeasonPaper,
  ready,
  draft,
  blocked,
  makePaper,
  awardPhrase,
  cited,
  isSaid,
  classOf,
  isOfPupil,
  isOnePupil,
  isForSuperior,
  proposedTitles,
  isConcluded,
  meetingDate,
  head,
  chair,
  secretary,
  isTitle,
} from './paper-kit.ts';

/** The list of registrations. */
export function registrationPaper(source: Source): SeasonPaper {
  const cases = source.cases.filter((row) => row.state !== 'WITHDRAWN');
  const names = (rows: readonly CaseRow[], wanted: boolean) =>
    rows.filter((row) => isTitle(row.titleId) === wanted).map((row) => row.titleName);
  const people = cases.filter((row) => row.personId !== null);
  const collectives = Map.groupBy(
    cases.filter((row) => row.groupId !== null),
    (row) => row.groupId,
  );
  const byGroup = Map.groupBy(people, (row) => row.groupName);
  return makePaper(source, {
    id: 'registration-list',
    fileName: paperFiles.registrationList,
    title: paperTitles.registrationList,
    type: null,
    formats: ['docx', 'pdf', 'xlsx'],
    date: source.season.registration_deadline,
    state: cases.length === 0 ? blocked(paperNotes.nothingRegistered, 'registration') : ready,
    inPackage: true,
    build: (base) =>
      registrationList({
        ...base,
        groups: [...byGroup].map(([name, rows]) => ({
          name,
          people: [...Map.groupBy(rows, (row) => row.personId).values()].map((own) => ({
            name: own[0]?.name ?? '',
            post: own[0]?.position ?? '',
            titles: names(own, true),
            rewards: names(own, false),
          })),
        })),
        collectives: [...collectives.values()].map((own) => ({
          name: own[0]?.name ?? '',
          titles: names(own, true),
          rewards: names(own, false),
        })),
        pupils: [...Map.groupBy(cases.filter(isOfPupil), ownerIdOf).values()].map((own) => ({
          name: own[0]?.name ?? '',
          className: own.slice(0, 1).map(classOf).join(''),
          achievement: [...new Set(own.map((row) => row.achievement))].filter(isSaid).join('; '),
          titles: names(own, true),
          rewards: names(own, false),
        })),
        secretary: secretary(source),
        head: head(source),
      }),
  });
}

function initiativesOf(source: Source, personId: Id | null): readonly string[] {
  if (personId === null) return [];
  return (source.initiatives.get(personId) ?? [])
    .filter(
      ({ scope, school_year }) => scope !== 'NOT_RECOGNISED' && school_year === source.season.school_year,
    )
    .map((initiative) => {
      const scope = initiativeScopeNames[initiative.scope].toLowerCase();
      const decision = initiative.decision_number === '' ? '' : `, QĐ số ${initiative.decision_number}`;
      return `Sáng kiến “${initiative.name}” (phạm vi ${scope}${decision})`;
    });
}

/** What a case rests on, as lists print it: what was written for it, then the initiatives of its owner. */
function achievementsOf(source: Source, row: CaseRow): readonly string[] {
  return [row.achievement, ...initiativesOf(source, row.personId)].filter(isSaid);
}

function ratingOf(source: Source, personId: Id | null): string | null {
  const rating = personId === null ? undefined : source.ratings.get(personId);
  return rating === undefined ? null : ratingNames[rating.rating];
}

/** The summary of the appraisal. */
export function appraisalPaper(source: Source): SeasonPaper {
  const cases = source.cases.filter((row) => row.state !== 'WITHDRAWN');
  const unchecked = cases.filter((row) => row.eligibility === null).length;
  return makePaper(source, {
    id: 'appraisal-summary',
    fileName: paperFiles.appraisalSummary,
    title: paperTitles.appraisalSummary,
    type: null,
    formats: ['docx', 'pdf', 'xlsx'],
    date: meetingDate(source),
    state:
      cases.length === 0 || unchecked === cases.length
        ? blocked(paperNotes.notAppraised, 'appraisal')
        : unchecked > 0
          ? draft(paperNotes.uncheckedCases(unchecked), 'appraisal')
          : ready,
    inPackage: true,
    build: (base) =>
      appraisalSummary({
        ...base,
        cases: cases.map((row) => ({
          name: row.name,
          group: row.groupName,
          titleName: row.titleName,
          rating: isOfPupil(row) ? '' : ratingOf(source, row.personId),
          achievements: achievementsOf(source, row),
          eligible: effectiveEligibility(row) ?? 'needs-person',
          reasons: row.summary === '' ? [] : [{ text: row.summary, article: null }],
          overrule: row.overruled?.reason ?? null,
        })),
        cautions: cautionsOn(decisionDay(source.season)),
        secretary: secretary(source),
        chair: chair(source),
      }),
  });
}

/** Titles of the five years before: the latest of each with its decision, of the others the years. */
function earlierTitles(source: Source, personId: Id): readonly string[] {
  const first = Number(source.season.school_year.slice(0, 4)) - 5;
  const awards = (source.awards.get(personId) ?? []).filter(
    (award) =>
      award.title_id !== null && isTitle(award.title_id) && Number(award.school_year.slice(0, 4)) >= first,
  );
  const byTitle = Map.groupBy(awards, (award) => award.title_id ?? '');
  const highestFirst = allTitles.toReversed().flatMap(({ id }) => {
    const own = byTitle.get(id);
    return own === undefined ? [] : [[id, own] as const];
  });
  return highestFirst.map(([titleId, own]) => {
    const [latest, ...others] = own;
    const day =
      latest?.decision_date === null || latest === undefined
        ? ''
        : ` ngày ${formatDate(latest.decision_date)}`;
    const decision =
      latest === undefined || latest.decision_number === '' ? '' : ` (QĐ ${latest.decision_number}${day})`;
    const years = [
      `${latest?.school_year ?? ''}${decision}`,
      ...others.map((award) => award.school_year),
    ].join(', ');
    return `${findTitle(titleId)?.shortName ?? titleId}: ${years}`;
  });
}

function citedOrBlank(paper: SeasonPaper | undefined): CitedPaper {
  return paper === undefined ? { number: null, date: null } : cited(paper);
}

/** The list of nominations for one title. */
export function nominationPaper(source: Source, titleId: TitleId): SeasonPaper {
  const rows = source.cases.filter((row) => row.titleId === titleId && row.outcome === 'proposed');
  // A list is of the day of the paper that it goes with.
  const attachedTo = isForSuperior(titleId)
    ? { name: paperNotes.submission, ...citedOrBlank(submissionOf(source, titleId)) }
    : { name: paperNotes.minutes, ...cited(meetingPaper(source)) };
  const vote = (row: CaseRow) =>
    row.agree === null || row.base === null ? null : { agree: row.agree, base: row.base };
  return makePaper(source, {
    id: `nomination-list:${titleId}`,
    fileName: paperFiles.nominationList(titleId),
    title: paperTitles.nominationList(awardPhrase(titleId)),
    type: null,
    formats: ['docx', 'pdf', 'xlsx'],
    date: attachedTo.date,
    state: isConcluded(source) ? ready : draft(paperNotes.notConcluded, 'council'),
    inPackage: true,
    build: (base) =>
      nominationList({
        ...base,
        attachedTo,
        titleId,
        titleName: awardPhrase(titleId),
        method: isByHands(source.ruleSet, titleId) ? 'hands' : 'ballot',
        individuals: rows
          .filter((row) => row.personId !== null)
          .sort((a, b) => compareNames(a.name, b.name))
          .map((row) => {
            const person = row.personId === null ? undefined : source.people.get(row.personId);
            return {
              name: row.name,
              sex: person?.sex ?? null,
              birthDate: person?.birthDate ?? null,
              post: row.position,
              group: row.groupName,
              rating: ratingOf(source, row.personId),
              achievements: achievementsOf(source, row),
              earlierTitles: row.personId === null ? [] : earlierTitles(source, row.personId),
              vote: vote(row),
              opinions: row.opinions,
            };
          }),
        collectives: rows
          .filter((row) => row.groupId !== null)
          .map((row) => ({
            name: row.name,
            achievements: achievementsOf(source, row),
            vote: vote(row),
            opinions: row.opinions,
          })),
        pupils: rows.filter(isOfPupil).map((row) => ({
          name: row.name,
          className: classOf(row),
          isClass: !isOnePupil(row),
          achievement: row.achievement,
          vote: vote(row),
        })),
        secretary: secretary(source),
        head: head(source),
      }),
  });
}

/** Awards of one kind that one authority decides: each has a submission of its own. */
interface SubmissionGroup {
  readonly key: string;
  readonly kind: AwardKind;
  readonly level: AwardLevel;
  /** Who signs the decision: "Chủ tịch Ủy ban nhân dân thành phố". */
  readonly decidedBy: string;
  readonly titles: readonly TitleId[];
}

/** What goes to higher levels, by who decides and what is asked for, in the order of the dossier. */
function submissionGroups(source: Source): readonly SubmissionGroup[] {
  const wanted = proposedTitles(source)
    .filter(isForSuperior)
    .flatMap((titleId) => findTitle(titleId) ?? []);
  return [...Map.groupBy(wanted, ({ level, kind }) => `${level}:${kind}`)].flatMap(([key, titles]) => {
    const [first] = titles;
    return first === undefined
      ? []
      : [
          {
            key,
            kind: first.kind,
            level: first.level,
            decidedBy: first.decidedBy,
            titles: titles.map(({ id }) => id),
          },
        ];
  });
}

/** The submissions to the higher levels; where nothing is proposed yet, the one that most schools send. */
export function submissionPapers(source: Source): readonly SeasonPaper[] {
  const groups = submissionGroups(source);
  const usual = { key: 'COMMUNE:TITLE', kind: 'TITLE', level: 'COMMUNE', decidedBy: '', titles: [] } as const;
  return (groups.length === 0 ? [usual] : groups).map((group) => submissionPaper(source, group));
}

/** The submission that a title goes with; undefined where it is proposed for nobody. */
function submissionOf(source: Source, titleId: TitleId): SeasonPaper | undefined {
  const group = submissionGroups(source).find(({ titles }) => titles.includes(titleId));
  return group === undefined ? undefined : submissionPaper(source, group);
}

function submissionPaper(source: Source, group: SubmissionGroup): SeasonPaper {
  const { titles, kind, level } = group;
  const date = meetingDate(source);
  const count = (titleId: TitleId, about: 'personId' | 'groupId') =>
    source.cases.filter((row) => row.titleId === titleId && row.outcome === 'proposed' && row[about] !== null)
      .length;
  const { submittedTo } = source.school;
  const isNext = level === 'COMMUNE';
  return makePaper(source, {
    id: `submission:${group.key}`,
    fileName: paperFiles.submission({ level, kind }),
    title: paperTitles.submission(awardKindNames[kind], isNext ? null : group.decidedBy),
    type: 'TTr',
    formats: ['docx', 'pdf'],
    date: null,
    state:
      titles.length === 0 || date === null || !isConcluded(source)
        ? blocked(paperNotes.notConcluded, 'council')
        : ready,
    inPackage: true,
    build: (base) =>
      submission({
        ...base,
        level,
        kind,
        // The chairman decides, not the committee; what is decided higher up goes through the committee.
        to: isNext ? paperNotes.chairmanOf(submittedTo) : submittedTo,
        decidedBy: isNext ? null : group.decidedBy,
        subject: awardKindNames[kind],
        furtherBases: [noteOf(source, 'cityRegulation')].filter((text) => text !== null),
        groupsMet: source.bodies.some((one) => one.body?.kind === 'GROUP' && isConcluded(one)),
        minutes: cited(meetingPaper(source)),
        proposals: titles.map((titleId) => ({
          titleName: findTitle(titleId)?.name ?? titleId,
          individuals: count(titleId, 'personId'),
          collectives: count(titleId, 'groupId'),
        })),
        attachments: [
          ...titles.map((titleId) => paperTitles.nominationList(awardPhrase(titleId))),
          paperTitles.meetingMinutes,
          ...source.rounds
            .filter((round) => titles.includes(round.titleId))
            .map((round) => paperTitles.tallyMinutes(round.titleName, round.number)),
          paperTitles.appraisalSummary,
        ],
        head: head(source),
      }),
  });
}
