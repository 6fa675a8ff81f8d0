/**
 * Which record each command replaces, in the shape of its input: what stands there now is compared with what the
 * window saw, so that nobody's change is written over unseen. Total by type; null for a command that adds, takes away
 * or does something once, where there is nothing to write over.
 */
import type { Api, InputOf, MethodName, OutputOf, ParsedInputOf } from '../../shared/api.ts';
import type { RecordShape } from '../../shared/domain/three-way.ts';
import type { AwardRow, MeetingView, PersonDetail } from '../../shared/views.ts';
import type { QueryContext } from './context.ts';
import { readScores } from './features/evaluation/scores.ts';
import { findPupil } from './features/pupil/roster.ts';
import { currentSeason } from './features/season.ts';

export type CommandName = {
  [M in MethodName]: Api[M]['kind'] extends 'command' ? M : never;
}[MethodName];
type QueryName = { [M in MethodName]: Api[M]['kind'] extends 'query' ? M : never }[MethodName];

/** Asks a query of the same file; null where it is refused. */
export type Ask = <M extends QueryName>(method: M, input: InputOf<M>) => OutputOf<M> | null;

/** What a finder reads with. */
export interface Reading {
  readonly context: QueryContext;
  readonly ask: Ask;
}

/** The record a command replaces. */
export interface KeptRecord<M extends CommandName> {
  /** What stands there now; null for what is not there yet, or no longer. */
  readonly find: (reading: Reading, input: ParsedInputOf<M>) => object | null;
  readonly shape: RecordShape;
}

function kept<M extends CommandName>(
  find: KeptRecord<M>['find'],
  shape: Partial<RecordShape> = {},
): KeptRecord<M> {
  return { find, shape: { rows: {}, parts: [], whole: false, ...shape } };
}

/** One fact of a person, or null for a new one. */
function factOf(
  { ask }: Reading,
  { id, personId }: { readonly id: string | null; readonly personId: string },
  list: (person: PersonDetail) => readonly { readonly id: string }[],
): object | null {
  const person = id === null ? null : ask('getPerson', { id: personId });
  return person === null ? null : (list(person).find((one) => one.id === id) ?? null);
}

function awardsOf({ years }: PersonDetail): readonly AwardRow[] {
  return years.flatMap(({ awards }) => awards);
}

function meetingOf({ ask }: Reading, body: InputOf<'getMeeting'>['body']): MeetingView | null {
  return ask('getMeeting', { body });
}

function councilOf(reading: Reading, body: InputOf<'getMeeting'>['body']): object | null {
  const council = meetingOf(reading, body)?.council ?? null;
  return council === null
    ? null
    : { ...council, members: council.members.map(({ personId, role }) => ({ personId, role })) };
}

/** Scores as they are kept, of the people who are asked for: a key stroke does not read the whole sheet. */
function scoresOf({ context }: Reading, { scores }: ParsedInputOf<'saveScores'>): object | null {
  const season = currentSeason(context.read);
  if (!season.ok) return null;
  const sheets = readScores(context.read, season.value, new Set(scores.map(({ personId }) => personId)));
  return {
    scores: scores.map(({ personId, criterionId, side }) => {
      const sheet = sheets.get(personId);
      const given = side === 'SELF' ? sheet?.self : sheet?.group;
      return { personId, criterionId, side, score: given?.[criterionId] ?? null };
    }),
  };
}

export const keptRecords: { readonly [M in CommandName]: KeptRecord<M> | null } = {
  signIn: null,
  saveSchool: kept(({ ask }) => ask('getSchool', {}), { parts: ['principal', 'clerk'] }),
  saveSeason: kept(({ ask }) => ask('getSeason', {}), { parts: ['movement'] }),
  saveCampaign: kept(
    ({ ask }, { id }) => ask('getSeason', {})?.campaigns.find((one) => one.id === id) ?? null,
  ),
  removeCampaign: null,
  announceStandard: null,
  saveRegulation: kept(
    ({ ask }) => {
      const regulation = ask('getRegulation', {});
      if (regulation === null) return null;
      const settings = regulation.settings.map(({ id, settled }) => ({
        id,
        value: settled?.value ?? null,
        article: settled?.article ?? '',
        otherDocument: settled?.otherDocument ?? '',
      }));
      return { document: regulation.document, settings };
    },
    { rows: { settings: ['id'] }, parts: ['document'] },
  ),

  saveGroup: kept(({ ask }, { id }) => ask('listGroups', {})?.find((one) => one.id === id) ?? null),
  removeGroup: null,
  savePerson: kept(({ ask }, { id }) => (id === null ? null : ask('getPerson', { id }))),
  removePerson: null,
  changeGroup: null,
  changeStatus: null,
  moveSpell: null,
  removeSpell: null,
  saveRating: kept(
    ({ ask }, { personId, schoolYear, state }) => {
      const person = ask('getPerson', { id: personId });
      const year = person?.years.find((one) => one.schoolYear === schoolYear);
      return {
        rating: year?.rating ?? null,
        state: year?.ratingState ?? state,
        decidedOn: year?.ratedOn ?? null,
      };
    },
    { whole: true },
  ),
  saveAward: kept((reading, input) => factOf(reading, input, awardsOf)),
  saveResearch: kept((reading, input) => factOf(reading, input, ({ research }) => research)),
  saveInitiative: kept((reading, input) => factOf(reading, input, ({ initiatives }) => initiatives)),
  saveDiscipline: kept((reading, input) => factOf(reading, input, ({ disciplines }) => disciplines)),
  saveCareer: kept((reading, input) => factOf(reading, input, ({ career }) => career)),
  saveAbsence: kept((reading, input) => factOf(reading, input, ({ absences }) => absences)),
  savePendingMatter: kept((reading, input) => factOf(reading, input, ({ pendingMatters }) => pendingMatters)),
  removeFact: null,

  saveCollective: kept(({ ask }, { id }) => ask('getCollective', { id })),
  saveCollectiveYear: kept(
    ({ ask }, { groupId, schoolYear, state }) => {
      const year = ask('getCollective', { id: groupId })?.years.find((one) => one.schoolYear === schoolYear);
      return {
        rating: year?.rating ?? null,
        state: year?.ratingState ?? state,
        decidedOn: year?.ratedOn ?? null,
        decisionNumber: year?.decisionNumber ?? '',
        clusterRank: year?.clusterRank ?? null,
      };
    },
    { whole: true },
  ),
  saveCollectiveAward: kept(
    ({ ask }, { id, groupId }) =>
      ask('getCollective', { id: groupId })?.awards.find((one) => one.id === id) ?? null,
  ),
  saveCollectiveMatter: kept(
    ({ ask }, { id, groupId }) =>
      ask('getCollective', { id: groupId })?.matters.find((one) => one.id === id) ?? null,
  ),
  saveCountedMember: kept(({ ask }, { groupId, personId }) => {
    const members = ask('listCountedMembers', { groupId });
    const member = members?.find((one) => one.personId === personId);
    return member === undefined ? null : { counted: member.decision?.counted ?? null };
  }),
  removeCollectiveFact: null,

  registerPupils: null,
  savePupil: kept(({ context }, { id }) => {
    const pupil = findPupil(context.read, id);
    return pupil === undefined ? null : { ...pupil, code: pupil.code ?? '' };
  }),
  removePupil: null,

  registerCase: null,
  withdrawCase: null,
  lockRegistration: null,
  unlockRegistration: null,
  saveCriteria: kept(({ ask }) => ask('getEvaluations', {})),
  saveScores: kept(scoresOf, { rows: { scores: ['personId', 'criterionId', 'side'] } }),
  confirmScores: null,
  checkCases: null,
  judgeCondition: kept(({ ask }, { caseId, ruleId }) => {
    const conditions = ask('getCase', { id: caseId })?.conditions ?? [];
    const judgement = conditions.find((one) => one.ruleId === ruleId)?.judgement;
    return judgement === undefined ? null : { answer: judgement?.answer ?? null };
  }),
  saveAchievement: kept(({ ask }, { caseId }) => ask('getCase', { id: caseId })),
  overruleVerdict: kept(({ ask }, { caseId }) => {
    const found = ask('getCase', { id: caseId });
    return found === null ? null : { eligibility: found.overruled?.eligibility ?? null };
  }),

  saveCouncil: kept((reading, { body }) => councilOf(reading, body)),
  recordCouncilChange: null,
  removeCouncilChange: null,
  saveMeeting: kept((reading, { body }) => meetingOf(reading, body)?.meeting ?? null),
  savePresence: kept(
    (reading, { body }) => ({
      presence: (meetingOf(reading, body)?.council?.members ?? []).map((member) => ({
        memberId: member.id,
        present: member.present,
        reason: member.absenceReason,
        arrivedAt: member.arrivedAt,
        leftAt: member.leftAt,
      })),
    }),
    { rows: { presence: ['memberId'] } },
  ),
  saveAgenda: kept((reading, { body }) => ({
    titleIds: (meetingOf(reading, body)?.agenda ?? [])
      .filter(({ chosen }) => chosen)
      .map(({ titleId }) => titleId),
  })),
  saveCaseNote: kept(
    (reading, { body, caseId }) =>
      meetingOf(reading, body)?.cases.find((one) => one.caseId === caseId) ?? null,
  ),
  saveRelative: kept((reading, { body, memberId, personId }) => ({
    relation:
      meetingOf(reading, body)?.relatives.find(
        (one) => one.memberId === memberId && one.personId === personId,
      )?.relation ?? null,
  })),
  saveRecusal: kept((reading, { body, caseId, memberId }) => {
    const found = meetingOf(reading, body)?.cases.find((one) => one.caseId === caseId);
    const member = found?.concerned.find((one) => one.memberId === memberId);
    return { reason: member?.recused === true ? member.reason : null };
  }),
  decideCase: kept((reading, { caseId }) => {
    const found = meetingOf(reading, undefined)?.cases.find((one) => one.caseId === caseId);
    if (found === undefined) return null;
    const { outcome, reason, loweredTo } = found.decision ?? {};
    return {
      decision:
        outcome === undefined
          ? null
          : { outcome, reason, ...(outcome === 'lowered' ? { titleId: loweredTo } : {}) },
    };
  }),
  openMeeting: null,
  saveHands: kept((reading, { body }) => ({ votes: meetingOf(reading, body)?.hands ?? [] }), {
    rows: { votes: ['caseId'] },
  }),
  saveInitiativeVotes: kept(
    (reading) => ({ votes: meetingOf(reading, { kind: 'INITIATIVE' })?.initiatives ?? [] }),
    { rows: { votes: ['initiativeId'] } },
  ),
  recordRecognition: kept((reading) => ({
    decision: meetingOf(reading, { kind: 'INITIATIVE' })?.recognition ?? null,
  })),
  saveTellers: kept((reading, { body }) => ({ memberIds: meetingOf(reading, body)?.tellers ?? [] })),
  saveApproval: kept((reading, { body, about }) => ({
    agree: meetingOf(reading, body)?.approvals[about]?.agree ?? null,
  })),
  concludeMeeting: null,
  reopenMeeting: null,

  openRound: null,
  removeRound: null,
  savePrintRun: kept(({ ask }, { roundId }) => ask('getRound', { id: roundId })),
  declareReturned: kept(({ ask }, { roundId }) => ask('getRound', { id: roundId })),
  // The lot says itself over what it is laid, in no order, so that no paper can be told from another.
  saveBallotDraft: null,
  storeBallots: null,
  takeCount: null,
  setBallotAside: null,
  takeBallotBack: null,
  decideBallot: null,
  removeBallots: null,
  confirmCount: null,
  clearBallots: null,
  saveTotals: kept(({ ask }, { roundId }) => ask('getRound', { id: roundId }), {
    rows: { totals: ['caseId'] },
  }),
  // What an absent member wrote is shown to nobody before the seal.
  saveWrittenOpinion: null,
  saveTallyWording: kept(({ ask }, { roundId }) => ask('getRound', { id: roundId })?.wording ?? null),
  sealRound: null,
  reopenRound: null,

  savePaperNumber: kept(({ ask }, { paperId }) => ask('getPaper', { paperId })),
};
