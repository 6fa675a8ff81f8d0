/** One call of each method that changes something and succeeds, on the invented school's file at some stage. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputOf, MethodName } from '../../shared/api.ts';
import type { Role } from '../../shared/terms.ts';
import { convene, propose } from '../support/bodies.ts';
import { sampleFolder, type Stage, type TestCore } from '../support/school.ts';

export interface Example<M extends MethodName> {
  readonly stage: Stage;
  /** Who calls; the secretary when left out. */
  readonly role?: Role;
  readonly input: (school: TestCore) => InputOf<M> | Promise<InputOf<M>>;
}

export type ChangingMethod = keyof typeof examples;

const reason = 'Thử theo yêu cầu của Hội đồng';

async function roundId({ must }: TestCore): Promise<string> {
  return (await must('listRounds', {}))[0]?.id ?? '';
}

async function memberId({ must }: TestCore, role: string): Promise<string> {
  const { council } = await must('getMeeting', {});
  return council?.members.find((member) => member.role === role)?.id ?? '';
}

async function absentId({ must }: TestCore): Promise<string> {
  const { council } = await must('getMeeting', {});
  return council?.members.find((member) => member.present === false)?.id ?? '';
}

async function personId(school: TestCore, code: string): Promise<string> {
  return (await school.person(code)).id;
}

/** Somebody who retired by mistake, and the first day of it. */
async function changedStatus(
  school: TestCore,
): Promise<{ readonly personId: string; readonly from: string }> {
  const from = '2026-01-15';
  const id = await personId(school, '3100700042');
  await school.must('changeStatus', { personId: id, status: 'RETIRED', from });
  return { personId: id, from };
}

async function groupId({ must }: TestCore): Promise<string> {
  return (await must('listGroups', {}))[0]?.id ?? '';
}

/** An open initiative council with one initiative before it. */
async function initiativeCouncil(school: TestCore) {
  const body = { kind: 'INITIATIVE' } as const;
  const person = await personId(school, '3100700042');
  await propose(school, { personId: person, share: 100, name: 'Thư viện mở' });
  return { body, view: await convene(school, body) };
}

async function pupilId({ must }: TestCore): Promise<string> {
  const registeredOn = '2025-10-10';
  await must('registerPupils', { titleId: 'GK_HT_HS', registeredOn, text: 'Lê Minh Mẫu\t6A' });
  const row = (await must('listCases', {})).find((one) => one.pupilId !== null);
  return row?.pupilId ?? '';
}

function bytesOf(name: string): string {
  return readFileSync(join(sampleFolder, name)).toString('base64');
}

const signer = { name: 'Nguyễn Minh Đạt', post: 'Hiệu trưởng' };

export const examples = {
  createFile: {
    stage: 'empty',
    input: ({ folder }) => ({
      path: join(folder, 'mới.bangvang'),
      schoolName: 'Trường THCS Thử',
      superior: 'UBND xã Thử',
      place: 'Thử',
      schoolYear: '2025-2026',
    }),
  } satisfies Example<'createFile'>,
  signIn: {
    stage: 'empty',
    input: () => ({ role: 'teller', name: 'Lê Thị Kiểm' }),
  } satisfies Example<'signIn'>,
  saveSchool: {
    stage: 'empty',
    input: () => ({
      name: 'Trường THCS Hoa Ban',
      superior: 'UBND xã An Hải',
      place: 'An Hải',
      symbol: 'THCSHB',
      councilSymbol: 'HĐTĐKT',
      submittedTo: 'Ủy ban nhân dân xã An Hải',
      principal: signer,
      clerk: { name: 'Đặng Thị Thảo', post: 'Văn thư' },
    }),
  } satisfies Example<'saveSchool'>,
  saveSeason: {
    stage: 'empty',
    input: () => ({
      movement: { name: 'Dạy tốt, học tốt', planNumber: '12/KH', planDate: '2025-09-10', content: '' },
      startsOn: '2025-09-05',
      endsOn: '2026-05-31',
      registrationDeadline: '2025-10-15',
      meetingOn: '2026-05-28',
    }),
  } satisfies Example<'saveSeason'>,
  saveRegulation: {
    stage: 'empty',
    input: () => ({
      document: { name: 'Quy chế thi đua, khen thưởng', number: '15/QC-THCSHP', date: '2025-09-10' },
      settings: [
        {
          id: 'newStaffMonths',
          value: { kind: 'number', number: 10 },
          article: 'khoản 2 Điều 9',
          otherDocument: '',
        },
      ],
      reason,
    }),
  } satisfies Example<'saveRegulation'>,
  saveCampaign: {
    stage: 'empty',
    input: () => ({ id: null, name: 'Đợt 5', startsOn: '2026-06-01', endsOn: '2026-06-30', content: '' }),
  } satisfies Example<'saveCampaign'>,
  removeCampaign: {
    stage: 'empty',
    input: async ({ must }) => ({ id: (await must('getSeason', {})).campaigns[0]?.id ?? '' }),
  } satisfies Example<'removeCampaign'>,
  announceStandard: {
    stage: 'empty',
    input: () => ({ titleId: 'LDTT', announced: false }),
  } satisfies Example<'announceStandard'>,
  saveGroup: {
    stage: 'imported',
    input: () => ({ id: null, name: 'Tổ Thể chất' }),
  } satisfies Example<'saveGroup'>,
  removeGroup: {
    stage: 'imported',
    input: async ({ must }) => ({ id: (await must('saveGroup', { id: null, name: 'Tổ Thể chất' })).id }),
  } satisfies Example<'removeGroup'>,
  saveCollective: {
    stage: 'imported',
    input: async (school) => ({
      id: await groupId(school),
      establishedOn: '2005-09-01',
      receivesFlags: false,
    }),
  } satisfies Example<'saveCollective'>,
  saveCollectiveYear: {
    stage: 'imported',
    input: async (school) => ({
      groupId: await groupId(school),
      schoolYear: '2024-2025',
      rating: 'HTXS',
      state: 'decided',
      decidedOn: '2025-06-10',
      decisionNumber: '31/QĐ-THCSHP',
      clusterRank: 2,
    }),
  } satisfies Example<'saveCollectiveYear'>,
  saveCollectiveAward: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      groupId: await groupId(school),
      schoolYear: '2024-2025',
      titleId: 'TTLDTT',
      name: 'Tập thể lao động tiên tiến',
      decisionNumber: '31/QĐ-UBND',
      decisionDate: '2025-07-03',
      issuer: 'Chủ tịch Ủy ban nhân dân xã',
      rewardType: null,
      themed: null,
      achievement: '',
      cancelled: null,
    }),
  } satisfies Example<'saveCollectiveAward'>,
  saveCollectiveMatter: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      groupId: await groupId(school),
      kind: 'INSPECTION',
      from: '2026-02-01',
      to: null,
      note: '',
    }),
  } satisfies Example<'saveCollectiveMatter'>,
  saveCountedMember: {
    stage: 'imported',
    input: async (school) => {
      const id = await groupId(school);
      const [member] = await school.must('listCountedMembers', { groupId: id });
      return { groupId: id, personId: member?.personId ?? '', counted: false, reason };
    },
  } satisfies Example<'saveCountedMember'>,
  removeCollectiveFact: {
    stage: 'imported',
    input: async (school) => {
      const id = await groupId(school);
      await school.must('saveCollectiveMatter', {
        id: null,
        groupId: id,
        kind: 'PRESS',
        from: '2026-02-01',
        to: null,
        note: '',
      });
      const [matter] = (await school.must('getCollective', { id })).matters;
      return { kind: 'group-matter', id: matter?.id ?? '', reason };
    },
  } satisfies Example<'removeCollectiveFact'>,
  savePerson: {
    stage: 'imported',
    input: async ({ must }) => ({
      id: null,
      code: '3100700999',
      fullName: 'Trần Thị Mới',
      birthDate: '1990-02-28',
      sex: 'FEMALE',
      position: 'Giáo viên',
      duty: 'Toán',
      degree: 'Đại học',
      joinedOn: '2015-09-01',
      partyMember: false,
      groupId: (await must('listGroups', {}))[0]?.id ?? '',
    }),
  } satisfies Example<'savePerson'>,
  removePerson: {
    stage: 'empty',
    input: async ({ must }) => ({
      id: (
        await must('savePerson', {
          id: null,
          code: null,
          fullName: 'Trần Thị Nhầm',
          birthDate: null,
          sex: null,
          position: '',
          duty: '',
          degree: '',
          joinedOn: null,
          partyMember: false,
          groupId: null,
        })
      ).id,
    }),
  } satisfies Example<'removePerson'>,
  changeGroup: {
    stage: 'imported',
    input: async (school) => {
      const person = await school.person('3100700042');
      const groups = await school.must('listGroups', {});
      const groupId = groups.find(({ id }) => id !== person.groupId)?.id ?? '';
      return { personId: person.id, groupId, from: '2026-01-15' };
    },
  } satisfies Example<'changeGroup'>,
  changeStatus: {
    stage: 'imported',
    input: async (school) => ({
      personId: await personId(school, '3100700042'),
      status: 'RETIRED',
      from: '2026-01-15',
    }),
  } satisfies Example<'changeStatus'>,
  moveSpell: {
    stage: 'imported',
    input: async (school) => ({
      ...(await changedStatus(school)),
      of: 'status',
      newFrom: '2026-01-10',
    }),
  } satisfies Example<'moveSpell'>,
  removeSpell: {
    stage: 'imported',
    input: async (school) => ({
      ...(await changedStatus(school)),
      of: 'status',
      reason: 'Ghi nhầm người',
    }),
  } satisfies Example<'removeSpell'>,
  saveRating: {
    stage: 'imported',
    input: async (school) => ({
      personId: await personId(school, '3100700042'),
      schoolYear: '2025-2026',
      rating: 'HT',
      state: 'decided',
    }),
  } satisfies Example<'saveRating'>,
  saveAward: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      schoolYear: '2023-2024',
      titleId: null,
      name: 'Giấy khen Hội thi giáo viên giỏi',
      decisionNumber: '31/QĐ-UBND',
      decisionDate: '2024-06-03',
      issuer: 'Ủy ban nhân dân huyện',
      rewardType: 'MOVEMENT',
      themed: true,
      achievement: 'Giải Nhì Hội thi giáo viên dạy giỏi',
      cancelled: { number: '40/QĐ-UBND', date: '2025-01-10' },
    }),
  } satisfies Example<'saveAward'>,
  saveResearch: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      schoolYear: '2025-2026',
      name: 'Đề tài phòng thí nghiệm mở',
      accepted: true,
      decisionNumber: '77/QĐ-SGDĐT',
      scope: 'CITY',
    }),
  } satisfies Example<'saveResearch'>,
  saveInitiative: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      schoolYear: '2025-2026',
      name: 'Dạy học qua thí nghiệm',
      share: 100,
      scope: 'BASE',
      decisionNumber: '9/QĐ',
      effect: { scope: 'CITY', number: '12/XN', date: '2026-03-02' },
      usedFor: [{ titleId: 'CSTDCS', schoolYear: '2024-2025' }],
    }),
  } satisfies Example<'saveInitiative'>,
  saveDiscipline: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      form: 'WARNING',
      from: '2026-01-15',
      to: null,
      linkedToDuty: false,
      countedInYear: null,
    }),
  } satisfies Example<'saveDiscipline'>,
  saveCareer: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      kind: 'OTHER_UNIT',
      from: '2015-09-01',
      to: '2025-08-31',
      unit: 'Trường THCS Hoa Sen',
      commentReceived: false,
    }),
  } satisfies Example<'saveCareer'>,
  saveAbsence: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      kind: 'SICK',
      from: '2026-01-15',
      to: '2026-02-15',
    }),
  } satisfies Example<'saveAbsence'>,
  savePendingMatter: {
    stage: 'imported',
    input: async (school) => ({
      id: null,
      personId: await personId(school, '3100700042'),
      kind: 'COMPLAINT',
      from: '2026-01-15',
      to: null,
      note: '',
    }),
  } satisfies Example<'savePendingMatter'>,
  removeFact: {
    stage: 'imported',
    input: async ({ must, person }) => {
      const { id } = await person('3100700010');
      const [fact] = (await must('getPerson', { id })).disciplines;
      return { kind: 'discipline', id: fact?.id ?? '', reason };
    },
  } satisfies Example<'removeFact'>,
  runImport: {
    stage: 'imported',
    input: () => ({
      kind: 'disciplines',
      fileName: '09-ky-luat.xlsx',
      bytes: bytesOf('09-ky-luat.xlsx'),
      mapping: {},
      sheets: { 'Kỷ luật': { read: true, headerRow: 6 } },
      accepted: ['other-kind', 'other-school'],
    }),
  } satisfies Example<'runImport'>,
  registerCase: {
    stage: 'imported',
    input: async (school) => ({
      personId: await personId(school, '3100700042'),
      groupId: null,
      titleId: 'CSTDCS',
      registeredOn: '2025-10-10',
    }),
  } satisfies Example<'registerCase'>,
  registerPupils: {
    stage: 'imported',
    input: () => ({
      titleId: 'GK_HT_HS',
      registeredOn: '2025-10-10',
      text: 'Lê Minh Mẫu\t6A\tGiải Nhì hội thi kể chuyện',
      wayId: 'R4',
    }),
  } satisfies Example<'registerPupils'>,
  savePupil: {
    stage: 'imported',
    input: async (school) => ({ id: await pupilId(school), name: 'Lê Minh Mẫn', className: '6B', code: '' }),
  } satisfies Example<'savePupil'>,
  removePupil: {
    stage: 'imported',
    input: async (school) => ({ id: await pupilId(school), reason }),
  } satisfies Example<'removePupil'>,
  withdrawCase: {
    stage: 'imported',
    input: async (school) => ({ id: (await school.case('3100700042', 'LDTT')).id, reason }),
  } satisfies Example<'withdrawCase'>,
  lockRegistration: { stage: 'imported', input: () => ({ reason }) } satisfies Example<'lockRegistration'>,
  unlockRegistration: {
    stage: 'imported',
    input: async ({ must }) => {
      await must('lockRegistration', { reason });
      return { reason };
    },
  } satisfies Example<'unlockRegistration'>,
  saveCriteria: {
    stage: 'empty',
    input: () => ({ criteria: [{ id: null, name: 'Chuyên môn', maximum: 4000 }] }),
  } satisfies Example<'saveCriteria'>,
  saveScores: {
    stage: 'imported',
    input: async (school) => {
      const { criteria } = await school.must('getEvaluations', {});
      const id = await personId(school, '3100700042');
      return { scores: [{ personId: id, criterionId: criteria[0]?.id ?? '', side: 'SELF', score: 1250 }] };
    },
  } satisfies Example<'saveScores'>,
  confirmScores: {
    stage: 'imported',
    input: async (school) => ({ personIds: [await personId(school, '3100700042')], confirmed: true }),
  } satisfies Example<'confirmScores'>,
  checkCases: { stage: 'imported', input: () => ({}) } satisfies Example<'checkCases'>,
  judgeCondition: {
    stage: 'checked',
    input: async (school) => {
      const { id } = await school.case('Tổ Toán - Công nghệ', 'TTLDTT');
      const { conditions } = await school.must('getCase', { id });
      const open = conditions.find((condition) => condition.state === 'to-be-judged');
      return { caseId: id, ruleId: open?.ruleId ?? '', answer: 'pass', reason };
    },
  } satisfies Example<'judgeCondition'>,
  saveAchievement: {
    stage: 'checked',
    input: async (school) => ({
      caseId: (await school.case('3100700042', 'LDTT')).id,
      achievement: 'Giải Nhì Hội thi giáo viên dạy giỏi',
    }),
  } satisfies Example<'saveAchievement'>,
  overruleVerdict: {
    stage: 'checked',
    input: async (school) => ({
      caseId: (await school.case('3100700042', 'LDTT')).id,
      eligibility: 'no',
      reason,
    }),
  } satisfies Example<'overruleVerdict'>,
  saveCouncil: {
    stage: 'imported',
    input: async (school) => ({
      decisionNumber: '12/QĐ-THCSHP',
      decisionDate: '2025-09-10',
      members: [
        { personId: await personId(school, '3100700001'), role: 'CHAIR' },
        { personId: await personId(school, '3100700002'), role: 'SECRETARY' },
        { personId: await personId(school, '3100700042'), role: 'MEMBER' },
      ],
    }),
  } satisfies Example<'saveCouncil'>,
  recordCouncilChange: {
    stage: 'checked',
    input: async (school) => ({
      personId: await personId(school, '3100700042'),
      role: 'MEMBER',
      on: '2026-01-05',
      decisionNumber: '02/QĐ-THCSHP',
      decisionDate: '2026-01-04',
      reason: '',
    }),
  } satisfies Example<'recordCouncilChange'>,
  removeCouncilChange: {
    stage: 'checked',
    input: async (school) => {
      const person = await personId(school, '3100700042');
      await school.must('recordCouncilChange', {
        personId: person,
        role: 'MEMBER',
        on: '2026-01-05',
        decisionNumber: '',
        decisionDate: null,
        reason: '',
      });
      const { council } = await school.must('getMeeting', {});
      return { id: council?.changes[0]?.id ?? '', reason };
    },
  } satisfies Example<'removeCouncilChange'>,
  saveMeeting: {
    stage: 'imported',
    input: () => ({
      date: '2026-05-28',
      from: '08:00',
      to: '11:00',
      place: 'Phòng họp',
      discussion: '',
      otherOpinions: '',
    }),
  } satisfies Example<'saveMeeting'>,
  savePresence: {
    stage: 'checked',
    input: async (school) => ({
      presence: [{ memberId: await memberId(school, 'CHAIR'), present: true, reason: '' }],
    }),
  } satisfies Example<'savePresence'>,
  saveAgenda: {
    stage: 'checked',
    input: () => ({ titleIds: ['CSTDCS', 'LDTT'] }),
  } satisfies Example<'saveAgenda'>,
  saveCaseNote: {
    stage: 'open',
    input: async (school) => ({
      caseId: (await school.case('3100700042', 'LDTT')).id,
      discussion: 'Đã hoàn thành tốt nhiệm vụ chủ nhiệm',
      dissent: '',
    }),
  } satisfies Example<'saveCaseNote'>,
  saveRelative: {
    stage: 'checked',
    input: async (school) => ({
      memberId: await memberId(school, 'SECRETARY'),
      personId: await personId(school, '3100700042'),
      relation: 'chị ruột',
    }),
  } satisfies Example<'saveRelative'>,
  saveRecusal: {
    stage: 'checked',
    input: async (school) => ({
      caseId: (await school.case('3100700042', 'LDTT')).id,
      memberId: await memberId(school, 'SECRETARY'),
      reason: 'Là người thân',
    }),
  } satisfies Example<'saveRecusal'>,
  decideCase: {
    stage: 'open',
    input: async (school) => ({
      caseId: (await school.case('3100700042', 'LDTT')).id,
      decision: { outcome: 'postponed', reason },
    }),
  } satisfies Example<'decideCase'>,
  openMeeting: {
    stage: 'checked',
    input: () => ({ withoutQuorumBecause: null }),
  } satisfies Example<'openMeeting'>,
  saveHands: {
    stage: 'open',
    input: async (school) => ({
      votes: [{ caseId: (await school.case('3100700042', 'LDTT')).id, agree: 5, disagree: 2, abstain: 1 }],
    }),
  } satisfies Example<'saveHands'>,
  saveInitiativeVotes: {
    stage: 'imported',
    input: async (school) => {
      const { view } = await initiativeCouncil(school);
      const initiativeId = view.initiatives[0]?.initiativeId ?? '';
      return { votes: [{ initiativeId, agree: 1, disagree: null, abstain: null }] };
    },
  } satisfies Example<'saveInitiativeVotes'>,
  recordRecognition: {
    stage: 'imported',
    input: async (school) => {
      const { view, body } = await initiativeCouncil(school);
      const agree = view.council?.members.length ?? 0;
      const initiativeId = view.initiatives[0]?.initiativeId ?? '';
      await school.must('saveInitiativeVotes', {
        votes: [{ initiativeId, agree, disagree: null, abstain: null }],
      });
      await school.must('concludeMeeting', { body, undealtBecause: reason });
      return { decision: { number: '46/QĐ-THCSHP', date: '2026-05-21' } };
    },
  } satisfies Example<'recordRecognition'>,
  saveTellers: {
    stage: 'open',
    input: async (school) => ({
      memberIds: [await memberId(school, 'CHAIR'), await memberId(school, 'SECRETARY')],
    }),
  } satisfies Example<'saveTellers'>,
  saveApproval: {
    stage: 'open',
    input: () => ({ about: 'MINUTES' as const, agree: 8 }),
  } satisfies Example<'saveApproval'>,
  concludeMeeting: {
    stage: 'sealed',
    input: () => ({ undealtBecause: reason }),
  } satisfies Example<'concludeMeeting'>,
  reopenMeeting: {
    stage: 'concluded',
    role: 'chair',
    input: () => ({ reason }),
  } satisfies Example<'reopenMeeting'>,
  openRound: { stage: 'open', input: () => ({ titleId: 'CSTDCS' }) } satisfies Example<'openRound'>,
  removeRound: {
    stage: 'counting',
    input: async (school) => ({ id: await roundId(school), reason }),
  } satisfies Example<'removeRound'>,
  savePrintRun: {
    stage: 'counting',
    input: async (school) => ({ roundId: await roundId(school), printed: 12, issued: 8 }),
  } satisfies Example<'savePrintRun'>,
  declareReturned: {
    stage: 'counting',
    input: async (school) => ({ roundId: await roundId(school), returned: 7, mode: 'totals' }),
  } satisfies Example<'declareReturned'>,
  saveBallotDraft: {
    stage: 'counting',
    input: async (school) => ({
      roundId: await roundId(school),
      ballots: [{ invalidReason: null, marks: ['AGREE'] }],
    }),
  } satisfies Example<'saveBallotDraft'>,
  storeBallots: {
    stage: 'counting',
    input: async (school) => ({
      roundId: await roundId(school),
      ballots: [{ invalidReason: 'Phiếu rách', marks: [] }],
    }),
  } satisfies Example<'storeBallots'>,
  takeCount: {
    stage: 'counting',
    input: async (school) => ({ roundId: await roundId(school) }),
  } satisfies Example<'takeCount'>,
  setBallotAside: {
    stage: 'counting',
    input: async (school) => ({ roundId: await roundId(school) }),
  } satisfies Example<'setBallotAside'>,
  takeBallotBack: {
    stage: 'counting',
    input: async (school) => {
      const id = await roundId(school);
      await school.must('setBallotAside', { roundId: id });
      return { roundId: id };
    },
  } satisfies Example<'takeBallotBack'>,
  decideBallot: {
    stage: 'counting',
    input: async (school) => {
      const id = await roundId(school);
      await school.must('setBallotAside', { roundId: id });
      return {
        roundId: id,
        ballot: { invalidReason: 'Dấu không rõ ở mọi dòng', marks: [] },
        decision: { reason: 'Không xác định được ý chí của người bỏ phiếu' },
      };
    },
  } satisfies Example<'decideBallot'>,
  removeBallots: {
    stage: 'counting',
    input: async (school) => {
      const id = await roundId(school);
      const ballots = [{ invalidReason: 'Phiếu rách', marks: [] }];
      await school.must('storeBallots', { roundId: id, ballots });
      return { roundId: id, ballots, reason };
    },
  } satisfies Example<'removeBallots'>,
  confirmCount: {
    stage: 'counting',
    input: async (school) => ({ roundId: await roundId(school) }),
  } satisfies Example<'confirmCount'>,
  clearBallots: {
    stage: 'counting',
    input: async (school) => ({ roundId: await roundId(school), reason }),
  } satisfies Example<'clearBallots'>,
  saveTotals: {
    stage: 'counting',
    input: async (school) => {
      const id = await roundId(school);
      await school.must('declareReturned', { roundId: id, returned: 8, mode: 'totals' });
      const { candidates } = await school.must('getRound', { id });
      return {
        roundId: id,
        invalid: 0,
        totals: [{ caseId: candidates[0]?.caseId ?? '', agree: 8, disagree: 0, blank: 0 }],
      };
    },
  } satisfies Example<'saveTotals'>,
  saveWrittenOpinion: {
    stage: 'counting',
    input: async (school) => {
      const id = await roundId(school);
      const { candidates } = await school.must('getRound', { id });
      return {
        roundId: id,
        memberId: await absentId(school),
        marks: [{ caseId: candidates[0]?.caseId ?? '', mark: 'AGREE' }],
      };
    },
  } satisfies Example<'saveWrittenOpinion'>,
  saveTallyWording: {
    stage: 'sealed',
    input: async (school) => ({
      roundId: await roundId(school),
      countedFrom: '15:40',
      countedTo: '16:15',
      remarks: 'Một phiếu dính mực được cả Ban kiểm phiếu xem.',
      head: 'TRƯỞNG BAN',
      member: 'ỦY VIÊN',
      secretary: 'THƯ KÝ',
    }),
  } satisfies Example<'saveTallyWording'>,
  sealRound: {
    stage: 'counting',
    input: async (school) => {
      const id = await roundId(school);
      const { candidates } = await school.must('getRound', { id });
      const marks = candidates.map(() => 'AGREE' as const);
      await school.must('storeBallots', {
        roundId: id,
        ballots: Array.from({ length: 8 }, () => ({ invalidReason: null, marks })),
      });
      return { roundId: id };
    },
  } satisfies Example<'sealRound'>,
  reopenRound: {
    stage: 'sealed',
    role: 'chair',
    input: async (school) => ({ roundId: await roundId(school), reason }),
  } satisfies Example<'reopenRound'>,
  savePaperNumber: {
    stage: 'concluded',
    input: () => ({ paperId: 'submission:COMMUNE:TITLE', number: '15', date: '2026-05-29' }),
  } satisfies Example<'savePaperNumber'>,
  exportPackage: {
    stage: 'concluded',
    input: ({ folder }) => ({ to: folder }),
  } satisfies Example<'exportPackage'>,
  createBackup: { stage: 'imported', input: () => ({}) } satisfies Example<'createBackup'>,
} as const;
