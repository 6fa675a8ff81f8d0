/** Which papers a season has, what each still waits for, and how each is built from the data. */
import { appraisalSummary } from '../../../../shared/documents/appraisal-summary.ts';
import { ballotPaper, writtenOpinionSheet } from '../../../../shared/documents/ballot-paper.ts';
import { dossierIndex } from '../../../../shared/documents/dossier-index.ts';
import { meetingMinutes } from '../../../../shared/documents/meeting-minutes.ts';
import type { PaperDocument } from '../../../../shared/documents/model.ts';
import { nominationList } from '../../../../shared/documents/nomination-list.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import {
  paperNumber,
  type ChairSigner,
  type HeadSigner,
  type PaperBasics,
} from '../../../../shared/documents/parts.ts';
import { registrationList } from '../../../../shared/documents/registration-list.ts';
import { submission } from '../../../../shared/documents/submission.ts';
import { tallyMinutes, type ThresholdFacts } from '../../../../shared/documents/tally-minutes.ts';
import { formatDate, type IsoDate } from '../../../../shared/dates.ts';
import { compareNames, fold } from '../../../../shared/names.ts';
import { findTitle, voteRuleFor } from '../../../../shared/rules/catalogue.ts';
import type { Sourced } from '../../../../shared/rules/model.ts';
import { ruleText } from '../../../../shared/rules/words.ts';
import type { Id, TitleId } from '../../../../shared/terms.ts';
import type { CaseRow, CouncilMember, PaperFormat, PaperRow, RoundView } from '../../../../shared/views.ts';
import { initiativeScopeNames, ratingNames } from '../../../../shared/vi/terms.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import type { Source } from './source.ts';

/** A paper of the season: its row on screen, and its model. */
export interface SeasonPaper {
  readonly row: PaperRow;
  /** Null while the paper is blocked. */
  build(): PaperDocument | null;
}

type PaperState = Pick<PaperRow, 'state' | 'note' | 'mendOn'>;

const ready: PaperState = { state: 'ready', note: '', mendOn: null };

function draft(note: string, mendOn: string): PaperState {
  return { state: 'draft', note, mendOn };
}

function blocked(note: string, mendOn: string): PaperState {
  return { state: 'blocked', note, mendOn };
}

/** Lists every paper in the order of the dossier, each ready to be built. */
export function listSeasonPapers(source: Source): readonly SeasonPaper[] {
  const papers = [
    submissionPaper(source),
    ...proposedTitles(source).map((titleId) => nominationPaper(source, titleId)),
    meetingPaper(source),
    ...source.rounds.map((round) => tallyPaper(source, round)),
    appraisalPaper(source),
    registrationPaper(source),
    ...source.rounds.flatMap((round) => [ballotSheetPaper(source, round), ...opinionPapers(source, round)]),
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

function basics(
  source: Source,
  paper: { readonly id: string; readonly date: IsoDate | null; readonly state: PaperState },
): PaperBasics {
  const { school, season } = source;
  const given = source.numbers.get(paper.id);
  const number = given !== undefined && /^\d+$/.test(given.number) ? Number(given.number) : null;
  return {
    school: {
      superior: school.superior === '' ? null : school.superior,
      name: school.name,
      place: school.place,
      symbol: school.symbol,
      councilSymbol: school.councilSymbol,
    },
    schoolYear: season.school_year,
    number,
    date: given?.date ?? paper.date,
    asOf: source.asOf,
    status: paper.state.state === 'ready' ? 'official' : 'draft',
  };
}

function makePaper(
  source: Source,
  paper: {
    readonly id: string;
    /** Of its files, without number and ending. */
    readonly fileName: string;
    readonly title: string;
    readonly type: string | null;
    readonly formats: readonly PaperFormat[];
    readonly date: IsoDate | null;
    readonly state: PaperState;
    readonly inPackage: boolean;
    readonly build: (basics: PaperBasics) => PaperDocument;
  },
): SeasonPaper {
  const base = basics(source, paper);
  const { build, state, type } = paper;
  return {
    row: {
      id: paper.id,
      fileName: state.state === 'blocked' ? paper.id : paper.fileName,
      title: paper.title,
      formats: paper.formats,
      number:
        type === null || base.number === null
          ? ''
          : paperNumber({ number: base.number, type, symbol: source.school.symbol }),
      date: base.date,
      ...state,
      inPackage: paper.inPackage,
    },
    // A list of papers needs their names only: what they say is put together when one is opened.
    build: () => (state.state === 'blocked' ? null : build(base)),
  };
}

const proposedOrder: readonly TitleId[] = ['CSTDCS', 'LDTT', 'TTLDXS', 'TTLDTT'];

function proposedTitles({ cases }: Source): readonly TitleId[] {
  const titles = new Set(cases.filter((row) => row.outcome === 'proposed').map((row) => row.titleId));
  return [...titles].sort((a, b) => {
    const [placeA, placeB] = [proposedOrder.indexOf(a), proposedOrder.indexOf(b)];
    return (placeA < 0 ? 99 : placeA) - (placeB < 0 ? 99 : placeB) || a.localeCompare(b);
  });
}

function isConcluded(source: Source): boolean {
  return source.meeting.meeting?.state === 'closed';
}

function meetingDate(source: Source): IsoDate | null {
  return source.meeting.meeting?.date ?? source.season.meeting_on;
}

function blankToNull(text: string): string | null {
  return text === '' ? null : text;
}

function head(source: Source): HeadSigner {
  const { principal } = source.school;
  return {
    name: blankToNull(principal.name) ?? principalByPost(source),
    post: fold(principal.post).startsWith('pho') ? 'deputy' : 'head',
  };
}

/** When nobody was named, the one person whose post is that of the head. */
function principalByPost({ people }: Source): string | null {
  const heads = [...people.values()].filter((person) => fold(person.position) === 'hieu truong');
  return heads.length === 1 ? (heads[0]?.fullName ?? null) : null;
}

function chairMember(source: Source): CouncilMember | undefined {
  return source.meeting.council?.members.find((member) => member.role === 'CHAIR');
}

function chair(source: Source): ChairSigner {
  const member = chairMember(source);
  return member === undefined
    ? { name: head(source).name, post: blankToNull(source.school.principal.post) }
    : { name: member.fullName, post: blankToNull(member.position) };
}

function secretary(source: Source): string | null {
  const member = source.meeting.council?.members.find((candidate) => candidate.role === 'SECRETARY');
  return member?.fullName ?? blankToNull(source.school.clerk.name);
}

function isTitle(titleId: TitleId): boolean {
  return findTitle(titleId)?.kind === 'TITLE';
}

function registrationPaper(source: Source): SeasonPaper {
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
        secretary: secretary(source),
        head: head(source),
      }),
  });
}

function initiativesOf(source: Source, personId: Id | null): readonly string[] {
  if (personId === null) return [];
  return (source.initiatives.get(personId) ?? [])
    .filter((initiative) => initiative.scope !== 'NOT_RECOGNISED')
    .map((initiative) => {
      const scope = initiativeScopeNames[initiative.scope].toLowerCase();
      const decision = initiative.decision_number === '' ? '' : `, QĐ số ${initiative.decision_number}`;
      return `Sáng kiến “${initiative.name}” (phạm vi ${scope}${decision})`;
    });
}

function ratingOf(source: Source, personId: Id | null): string | null {
  const rating = personId === null ? undefined : source.ratings.get(personId);
  return rating === undefined ? null : ratingNames[rating.rating];
}

function appraisalPaper(source: Source): SeasonPaper {
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
          rating: ratingOf(source, row.personId),
          initiatives: initiativesOf(source, row.personId),
          eligible: row.overruled?.eligibility ?? row.eligibility ?? 'needs-person',
          reasons: row.summary === '' ? [] : [{ text: row.summary, article: null }],
          overrule: row.overruled?.reason ?? null,
        })),
        secretary: secretary(source),
        chair: chair(source),
      }),
  });
}

function candidatesOf(round: RoundView) {
  return round.candidates.map((candidate) => ({
    name: candidate.name,
    post: candidate.position,
    group: candidate.groupName,
    titleName: candidate.titleName,
  }));
}

function ballotSheetPaper(source: Source, round: RoundView): SeasonPaper {
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

function opinionPapers(source: Source, round: RoundView): readonly SeasonPaper[] {
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
  const kinds = { TOTAL: 'total', PRESENT: 'present', VALID: 'valid' } as const;
  return {
    percent: rule.value.percent,
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

function tallyPaper(source: Source, round: RoundView): SeasonPaper {
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
          present: source.meeting.quorum?.present ?? 0,
          absent: (source.meeting.quorum?.total ?? round.base) - (source.meeting.quorum?.present ?? 0),
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

function meetingPaper(source: Source): SeasonPaper {
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

/** Titles of the five years before: the latest of each with its decision, of the others the years. */
function earlierTitles(source: Source, personId: Id): readonly string[] {
  const first = Number(source.season.school_year.slice(0, 4)) - 5;
  const awards = (source.awards.get(personId) ?? []).filter(
    (award) =>
      award.title_id !== null && isTitle(award.title_id) && Number(award.school_year.slice(0, 4)) >= first,
  );
  return [...Map.groupBy(awards, (award) => award.title_id ?? '')].map(([titleId, own]) => {
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

/** The source of a rule as papers cite it: only what was read in full or is the school's own; doubts stay on screen. */
function citedSource({ source, confidence }: Sourced<unknown>): string | null {
  return confidence === 'P' ? blankToNull(source) : null;
}

function nominationPaper(source: Source, titleId: TitleId): SeasonPaper {
  const title = findTitle(titleId);
  const rows = source.cases.filter((row) => row.titleId === titleId && row.outcome === 'proposed');
  const vote = (row: CaseRow) =>
    row.agree === null || row.base === null ? null : { agree: row.agree, base: row.base };
  return makePaper(source, {
    id: `nomination-list:${titleId}`,
    fileName: paperFiles.nominationList(titleId),
    title: paperTitles.nominationList(title?.name ?? titleId),
    type: null,
    formats: ['docx', 'pdf', 'xlsx'],
    date: meetingDate(source),
    state: isConcluded(source) ? ready : draft(paperNotes.notConcluded, 'council'),
    inPackage: true,
    build: (base) =>
      nominationList({
        ...base,
        titleId,
        titleName: isTitle(titleId) ? `danh hiệu ${title?.name ?? titleId}` : (title?.name ?? titleId),
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
              achievements: initiativesOf(source, row.personId),
              earlierTitles: row.personId === null ? [] : earlierTitles(source, row.personId),
              vote: vote(row),
            };
          }),
        collectives: rows
          .filter((row) => row.groupId !== null)
          .map((row) => ({ name: row.name, achievements: [], vote: vote(row) })),
        secretary: secretary(source),
        head: head(source),
      }),
  });
}

function submissionPaper(source: Source): SeasonPaper {
  const titles = proposedTitles(source);
  const date = meetingDate(source);
  const count = (titleId: TitleId, about: 'personId' | 'groupId') =>
    source.cases.filter((row) => row.titleId === titleId && row.outcome === 'proposed' && row[about] !== null)
      .length;
  return makePaper(source, {
    id: 'submission',
    fileName: paperFiles.submission,
    title: paperTitles.submission,
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
        to: source.school.submittedTo,
        subject: paperNotes.subject,
        furtherBases: [],
        minutes: { number: source.numbers.get('meeting-minutes')?.number ?? null, date: date ?? '' },
        proposals: titles.map((titleId) => ({
          titleName: findTitle(titleId)?.name ?? titleId,
          individuals: count(titleId, 'personId'),
          collectives: count(titleId, 'groupId'),
        })),
        attachments: [
          ...titles.map((titleId) => paperTitles.nominationList(findTitle(titleId)?.name ?? titleId)),
          paperTitles.meetingMinutes,
          ...source.rounds.map((round) => paperTitles.tallyMinutes(round.titleName, round.number)),
          paperTitles.appraisalSummary,
        ],
        head: head(source),
      }),
  });
}

function indexPaper(source: Source, papers: readonly SeasonPaper[]): SeasonPaper {
  const inPackage = papers.filter(({ row }) => row.inPackage);
  return makePaper(source, {
    id: 'dossier-index',
    fileName: paperFiles.dossierIndex,
    title: paperTitles.dossierIndex,
    type: null,
    formats: ['docx', 'pdf'],
    date: null,
    state: inPackage.some(({ row }) => row.state !== 'ready') ? draft(paperNotes.notWhole, 'dossier') : ready,
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
                extent: `${String(position + 1).padStart(2, '0')}-${row.fileName}`,
                note: row.formats.map((format) => `.${format}`).join(', '),
              })),
          },
        ],
        secretary: secretary(source),
        head: head(source),
      }),
  });
}
