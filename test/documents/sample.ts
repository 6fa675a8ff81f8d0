/** An invented school's papers, for the tests of their builders and writers. Names are invented. */
import { appraisalSummary } from '../../shared/documents/appraisal-summary.ts';
import { ballotPaper, writtenOpinionSheet } from '../../shared/documents/ballot-paper.ts';
import { dossierIndex } from '../../shared/documents/dossier-index.ts';
import { meetingMinutes } from '../../shared/documents/meeting-minutes.ts';
import type { MeetingMember } from '../../shared/documents/minutes-data.ts';
import type { BallotSheet, Paper, SlipFormat } from '../../shared/documents/model.ts';
import { missingList } from '../../shared/documents/missing-list.ts';
import { nominationList } from '../../shared/documents/nomination-list.ts';
import type { PaperBasics } from '../../shared/documents/parts.ts';
import { personCard } from '../../shared/documents/person-card.ts';
import { registrationList } from '../../shared/documents/registration-list.ts';
import { submission } from '../../shared/documents/submission.ts';
import { tallyMinutes } from '../../shared/documents/tally-minutes.ts';
import { usualTallyWording } from '../../shared/documents/tally-data.ts';
import { type ThresholdFacts } from '../../shared/documents/threshold.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương'];
const middles = ['Thị Ngọc', 'Văn', 'Thị', 'Đức', 'Thị Thu', 'Minh', 'Thị Hồng', 'Quốc'];
const givens = [
  'Ánh',
  'Ước',
  'Ẵm',
  'Quỳnh',
  'Hằng',
  'Tường',
  'Yến',
  'Kỳ',
  'Huệ',
  'Đạt',
  'Phượng',
  'Lý',
  'Ngữ',
];
const groupNames = [
  'Tổ Toán - Công nghệ',
  'Tổ Ngữ văn - Lịch sử - Địa lý',
  'Tổ Khoa học tự nhiên',
  'Tổ Ngoại ngữ - Nghệ thuật - Thể chất',
  'Tổ Văn phòng',
] as const;

/** A name that no column is made for. */
export const longName = 'Công Tằng Tôn Nữ Hoàng Nguyễn Phạm Thị Ngọc Quỳnh Trang Thanh Thủy';

export const basics: PaperBasics = {
  school: {
    superior: 'UBND xã An Hải',
    name: 'Trường THCS Hoa Phượng',
    place: 'An Hải',
    symbol: 'THCSHP',
    councilSymbol: 'HĐTĐKT',
    councilSeries: 'HĐTĐKT',
  },
  schoolYear: '2025-2026',
  number: '5',
  date: '2026-05-28',
  asOf: '2026-05-28T09:30:00Z',
  status: 'official',
};

export const head = { name: 'Trần Thị Ngọc Ánh', post: 'head' } as const;
export const chair = { name: 'Trần Thị Ngọc Ánh', post: 'Hiệu trưởng' } as const;
export const secretary = 'Đỗ Văn Ước';

/** So many invented people, the first with a very long name. */
export function people(count: number): readonly {
  readonly name: string;
  readonly sex: 'MALE' | 'FEMALE';
  readonly post: string;
  readonly group: string;
}[] {
  return Array.from({ length: count }, (_, index) => {
    const middle = middles[index % middles.length] ?? '';
    const name = `${families[index % families.length] ?? ''} ${middle} ${givens[(index * 7) % givens.length] ?? ''}`;
    return {
      name: index === 0 && count > 2 ? longName : name,
      sex: middle.startsWith('Thị') ? 'FEMALE' : 'MALE',
      post: index % 9 === 0 ? 'Tổ trưởng chuyên môn' : 'Giáo viên',
      group: groupNames[Math.floor((index * groupNames.length) / count)] ?? groupNames[0],
    };
  });
}

export const threshold: ThresholdFacts = {
  percent: 80,
  base: 9,
  baseKind: 'total',
  needed: 8,
  comparison: 'at-least',
  article: 'khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP, tiếp tục áp dụng',
};

export const members: readonly MeetingMember[] = people(9).map((person, index) => ({
  ...person,
  name: index === 0 ? chair.name : index === 2 ? secretary : person.name,
  post: index === 0 ? 'Hiệu trưởng' : index === 1 ? 'Phó Hiệu trưởng' : person.post,
  role: index === 0 ? 'CHAIR' : index === 1 ? 'VICE_CHAIR' : index === 2 ? 'SECRETARY' : 'MEMBER',
  present: index !== 7,
  absenceReason: index === 7 ? 'đi công tác' : null,
  arrivedAt: index === 4 ? '14:20' : null,
  leftAt: index === 5 ? '16:05' : null,
  writtenOpinion: index === 7,
}));

/** Candidates of a ballot. */
export function candidates(count: number): Parameters<typeof ballotPaper>[0]['candidates'] {
  return people(count).map(({ name, post, group }) => ({
    name,
    post,
    group,
    titleName: 'Chiến sĩ thi đua cơ sở',
  }));
}

/** The registration list of a school of so many people. */
export function sampleRegistrations(count: number, collectives: number): Paper {
  return registrationList({
    ...basics,
    groups: groupNames.map((name) => ({
      name,
      people: people(count)
        .filter((person) => person.group === name)
        .map((person, index) => ({
          name: person.name,
          post: person.post,
          titles: index % 3 === 0 ? ['Lao động tiên tiến', 'Chiến sĩ thi đua cơ sở'] : ['Lao động tiên tiến'],
          rewards: index % 4 === 0 ? ['Giấy khen của Chủ tịch UBND xã'] : [],
        })),
    })),
    collectives: groupNames
      .slice(0, collectives)
      .map((name) => ({ name, titles: ['Tập thể Lao động tiên tiến'], rewards: [] })),
    pupils: [],
    secretary,
    head,
  });
}

/** The appraisal of so many cases, with what must be compared before it is used. */
export function sampleAppraisal(count: number, cautions: readonly string[] = []): Paper {
  return appraisalSummary({
    ...basics,
    cases: people(count).map((person, index) => ({
      name: person.name,
      group: person.group,
      titleName: index % 3 === 0 ? 'Chiến sĩ thi đua cơ sở' : 'Lao động tiên tiến',
      rating: index % 5 === 0 ? 'Hoàn thành xuất sắc nhiệm vụ' : 'Hoàn thành tốt nhiệm vụ',
      achievements:
        index % 3 === 0
          ? ['Nâng cao năng lực đọc hiểu cho học sinh lớp 8 (Quyết định số 127/QĐ-UBND ngày 15/5/2026)']
          : [],
      eligible: index % 11 === 4 ? 'no' : index % 13 === 6 ? 'needs-person' : 'yes',
      reasons:
        index % 11 === 4
          ? [
              {
                text: 'Chưa có sáng kiến được công nhận',
                article: 'điểm b khoản 1 Điều 23 Luật Thi đua, khen thưởng',
              },
            ]
          : [],
      overrule: index === 6 ? 'đủ điều kiện theo xác nhận của tổ' : null,
    })),
    cautions,
    secretary,
    chair,
  });
}

/** The ballot of so many names. */
export function sampleBallot(count: number, copies: number, format: SlipFormat | null): BallotSheet {
  return ballotPaper({
    ...basics,
    titleId: 'CSTDCS',
    shortNames: ['CSTĐCS'],
    roundNumber: 1,
    candidates: candidates(count),
    copies,
    format,
    purpose: 'vote',
  });
}

/** The sheet of an absent member. */
export function sampleOpinion(count: number, roundNumber = 1): BallotSheet {
  return writtenOpinionSheet({
    ...basics,
    titleId: 'CSTDCS',
    roundNumber,
    candidates: candidates(count),
    member: { name: 'Bùi Quốc Kỳ', post: 'Tổ trưởng chuyên môn', sex: 'MALE' },
    absenceReason: 'đi công tác',
    sentOn: '2026-05-25',
    returnBy: '2026-05-28',
  });
}

/** The minutes of a count over so many names. */
export function sampleTally(count: number): Paper {
  return tallyMinutes({
    ...basics,
    titleId: 'CSTDCS',
    titleName: 'Chiến sĩ thi đua cơ sở',
    roundNumber: 1,
    countedOn: '2026-05-28',
    place: 'Phòng Hội đồng',
    board: { head: 'Lê Thị Hồng Yến', members: ['Phạm Đức Đạt', 'Vũ Thị Thu Hằng'] },
    secretary,
    council: { total: 9, present: 8, absent: 1 },
    writtenOpinions: 1,
    form: { kind: 'SECRET_BALLOT', chooseAtMost: null },
    ballots: {
      printed: 10,
      issued: 8,
      spoiled: 1,
      leftOver: 1,
      destroyed: 2,
      returned: 8,
      valid: 7,
      invalid: 1,
    },
    invalidReasons: [{ reason: 'ký tên trên phiếu', count: 1 }],
    decisions: [
      { outcome: 'valid', reason: 'Dấu nhân lệch khỏi ô nhưng rõ ý chí của người bỏ phiếu' },
      { outcome: 'invalid', reason: 'Ký tên trên phiếu' },
    ],
    counters: [
      { number: 1, teller: 'Phạm Đức Đạt', confirmed: true },
      { number: 2, teller: 'Vũ Thị Thu Hằng', confirmed: true },
    ],
    versions: [],
    wording: {
      ...usualTallyWording,
      countedFrom: '15:40',
      countedTo: '16:15',
      remarks: 'Một phiếu bị dính mực, đã được cả Ban kiểm phiếu xem.',
    },
    threshold,
    rows: people(count).map((person, index) => ({
      name: person.name,
      agreeInRoom: index % 4 === 3 ? 5 : 7,
      agreeWritten: 1,
      disagree: index % 4 === 3 ? 1 : 0,
      blankOrInvalid: index % 4 === 3 ? 1 : 0,
      passed: index % 4 !== 3,
    })),
    copies: 2,
  });
}

/** The minutes of a meeting on so many people. */
export function sampleMeeting(count: number): Paper {
  const voted = people(count).map((person, index) => ({
    name: person.name,
    agree: index % 6 === 5 ? 4 : 9,
    written: index % 6 === 4 ? 1 : 0,
    base: 9,
    passed: index % 6 !== 5,
    conclusion: index % 12 === 5 ? 'Chuyển xét Lao động tiên tiến' : null,
  }));
  return meetingMinutes({
    ...basics,
    meeting: {
      date: '2026-05-28',
      startedAt: '14:00',
      endedAt: '16:30',
      place: 'Phòng Hội đồng',
      purpose: 'bình xét danh hiệu thi đua',
    },
    members,
    guests: [],
    quorum: {
      needed: 6,
      present: 8,
      met: true,
      overriddenBecause: null,
      article: 'quy chế của Hội đồng (2/3 tổng số thành viên)',
    },
    principles: [
      'Lao động tiên tiến: biểu quyết giơ tay, quá nửa tổng số thành viên Hội đồng tán thành;',
      'Chiến sĩ thi đua cơ sở: bỏ phiếu kín, ít nhất 80 % tổng số thành viên Hội đồng đồng ý.',
    ],
    appraisal: { registered: 56, eligible: 50, notEligible: 4, needsPerson: 1, unchecked: 0, withdrawn: 1 },
    agenda: [
      { titleName: 'Lao động tiên tiến', cases: count },
      { titleName: 'Chiến sĩ thi đua cơ sở', cases: Math.ceil(count / 4) },
    ],
    caseNotes: people(count)
      .slice(0, 2)
      .map(({ name }, index) => ({
        about: `${name} (LĐTT)`,
        discussion: 'đạt giải trong hội thi giáo viên dạy giỏi cấp thành phố',
        dissent: index === 0 ? 'một thành viên đề nghị xét ở năm sau' : '',
      })),
    recusals: people(count)
      .slice(0, 1)
      .map((person) => ({
        member: person,
        about: `${person.name} (LĐTT)`,
        reason: 'là người được xét',
        reduced: false,
      })),
    decisions: people(count)
      .slice(5, 6)
      .map(({ name }) => ({
        about: `${name} (CSTĐCS)`,
        outcome: 'Chuyển xét Lao động tiên tiến',
        reason: 'sáng kiến chưa được công nhận',
      })),
    reopenings: [],
    discussion: [],
    board: {
      head: 'Lê Thị Hồng Yến',
      members: ['Phạm Đức Đạt', 'Vũ Thị Thu Hằng'],
      approval: { agree: 8, inRoom: 8 },
    },
    votes: [
      {
        titleId: 'LDTT',
        titleName: 'Lao động tiên tiến',
        roundNumber: null,
        method: 'hands',
        threshold: { ...threshold, percent: 50, needed: 5, comparison: 'more-than', article: null },
        rows: voted,
      },
      {
        titleId: 'CSTDCS',
        titleName: 'Chiến sĩ thi đua cơ sở',
        roundNumber: 2,
        method: 'ballot',
        threshold,
        rows: voted.slice(0, Math.ceil(count / 4)),
      },
    ],
    conclusion: {
      cases: voted.map(({ name, passed }, index) => ({
        about: `${name} (LĐTT)`,
        outcome: passed ? 'proposed' : index % 2 === 0 ? 'rejected' : 'postponed',
        reason: passed ? 'đạt 9/9 thành viên' : 'chờ xác minh đơn thư',
        undealt: !passed && index % 2 === 1,
      })),
      agreed: [
        { titleName: 'Lao động tiên tiến', names: voted.filter((row) => row.passed).map((row) => row.name) },
      ],
    },
    approval: null,
    undealtBecause: 'hết giờ họp, chuyển sang phiên sau',
    otherOpinions: [],
    copies: 2,
    chair,
    secretary,
    chairTitle: null,
    secretaryTitle: null,
    remarks: [],
  });
}

/** The list proposed for one title. */
export function sampleNominations(count: number, collectives: number): Paper {
  return nominationList({
    ...basics,
    titleId: 'CSTDCS',
    titleName: 'danh hiệu Chiến sĩ thi đua cơ sở',
    attachedTo: { name: 'Tờ trình', number: '15/TTr-THCSHP', date: '2026-06-02' },
    method: 'ballot',
    individuals: people(count).map((person, index) => ({
      name: person.name,
      sex: person.sex,
      birthDate: `19${70 + (index % 29)}-0${1 + (index % 9)}-1${index % 10}`,
      post: person.post,
      group: person.group,
      rating: 'Hoàn thành xuất sắc nhiệm vụ',
      achievements: ['Sáng kiến cấp cơ sở (Quyết định số 127/QĐ-UBND ngày 15/5/2026)'],
      earlierTitles:
        index % 2 === 0 ? ['Lao động tiên tiến năm học 2024 - 2025 (số 88/QĐ-UBND, 10/7/2025)'] : [],
      vote: { agree: 8, base: 9 },
      opinions: [],
    })),
    collectives: groupNames.slice(0, collectives).map((name) => ({
      name,
      achievements: ['Hoàn thành tốt nhiệm vụ'],
      vote: { agree: 9, base: 9 },
      opinions: [],
    })),
    pupils: [],
    secretary,
    head,
  });
}

/** What so many cases lack, of one tổ or of all. */
export function sampleMissing(count: number, group: string | null): Paper {
  return missingList({
    ...basics,
    group,
    cases: people(count).map((person, index) => ({
      name: person.name,
      group: group ?? person.group,
      titleName: index % 3 === 0 ? 'Chiến sĩ thi đua cơ sở' : 'Lao động tiên tiến',
      conditions:
        index % 7 === 6
          ? []
          : [
              {
                state: 'failed' as const,
                sentence:
                  'Được xếp loại Hoàn thành xuất sắc nhiệm vụ, hoặc có sáng kiến được cơ sở công nhận, hoặc có đề tài, đề án, công trình khoa học đã nghiệm thu',
                citation: 'Điều 23 Luật Thi đua, khen thưởng năm 2022',
                doubt: null,
                fact: 'Xếp loại năm học 2025 - 2026 là Hoàn thành tốt nhiệm vụ; không có sáng kiến được công nhận',
                missing: index % 5 === 2 ? null : 'Có sáng kiến của năm học được cơ sở công nhận',
              },
              {
                state: index % 2 === 0 ? ('to-be-judged' as const) : ('postponed' as const),
                sentence: 'Không đang bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra',
                citation: 'khoản 4 Điều 4 Nghị định số 152/2025/NĐ-CP',
                doubt: null,
                fact: 'Chưa có ý kiến xác nhận',
                missing: 'Người có trách nhiệm xác nhận điều kiện này, kèm lý do',
              },
            ],
      remark: index % 7 === 6 ? 'Chưa thẩm định' : null,
    })),
    secretary,
  });
}

/** The card of a person with so many years behind them. */
export function samplePersonCard(count: number): Paper {
  return personCard({
    ...basics,
    person: {
      fullName: count > 2 ? longName : 'Phan Minh Cường',
      code: count === 0 ? null : '3100700007',
      birthDate: count === 0 ? null : '1986-03-02',
      sex: count === 0 ? null : 'Nam',
      position: count === 0 ? '' : 'Giáo viên',
      duty: count === 0 ? '' : 'Toán 8, Toán 9',
      degree: count === 0 ? '' : 'Đại học',
      joinedOn: count === 0 ? null : '2009-09-01',
      partyMember: count > 0,
    },
    memberships: groupNames
      .slice(0, Math.min(count, 3))
      .map((groupName, at) => ({ groupName, from: '2019-08-01', to: at === 0 ? null : '2022-07-31' })),
    statuses: count === 0 ? [] : [{ status: 'Đang làm việc', from: '2009-09-01', to: null }],
    years: Array.from({ length: count }, (_, at) => {
      const start = 2025 - (at % 90);
      return {
        schoolYear: `${start}-${start + 1}`,
        rating: at % 4 === 3 ? null : 'Hoàn thành tốt nhiệm vụ',
        proposed: at === 0,
        awards:
          at === 0
            ? []
            : [
                { name: 'Lao động tiên tiến', decisionNumber: '88/QĐ-UBND', decisionDate: '2025-07-10' },
                {
                  name: 'Chiến sĩ thi đua cơ sở',
                  decisionNumber: at % 2 === 0 ? '' : '89/QĐ',
                  decisionDate: null,
                },
              ].slice(0, 1 + (at % 2)),
      };
    }),
    initiatives: Array.from({ length: Math.min(count, 4) }, (_, at) => ({
      schoolYear: `${2025 - at}-${2026 - at}`,
      name: 'Nâng cao năng lực đọc hiểu văn bản thông tin cho học sinh lớp 8',
      scope: 'Cấp cơ sở',
      share: at === 1 ? null : 100,
      decisionNumber: at === 2 ? '' : '127/QĐ-UBND',
    })),
    watched:
      count === 0
        ? []
        : [
            { kind: 'Kỷ luật', note: 'Khiển trách', from: '2023-11-03', to: '2024-11-02' },
            { kind: 'Nghỉ ốm', note: '', from: '2025-11-03', to: '2025-12-02' },
          ],
    cases: Array.from({ length: Math.min(count, 3) }, (_, at) => ({
      titleName: at === 0 ? 'Lao động tiên tiến' : 'Chiến sĩ thi đua cơ sở',
      registeredOn: at === 2 ? null : '2025-10-10',
      verdict: at === 0 ? 'Đủ điều kiện' : 'Không đủ điều kiện',
      reason:
        at === 0
          ? ''
          : 'Không đủ điều kiện: không có sáng kiến được công nhận (theo Điều 23 Luật Thi đua, khen thưởng năm 2022).',
      outcome: at === 0 ? 'Đề nghị khen' : null,
    })),
    secretary,
  });
}

/** The submission to the commune. */
export function sampleSubmission(individuals: number): Paper {
  return submission({
    ...basics,
    level: 'COMMUNE',
    kind: 'TITLE',
    decidedBy: null,
    to: 'Chủ tịch Ủy ban nhân dân xã An Hải',
    subject: 'danh hiệu thi đua',
    furtherBases: [],
    groupsMet: true,
    minutes: { number: '05/BB-HĐTĐKT', date: '2026-05-28' },
    proposals: [
      { titleName: 'Lao động tiên tiến', individuals, collectives: 0 },
      { titleName: 'Chiến sĩ thi đua cơ sở', individuals: Math.floor(individuals / 4), collectives: 0 },
      { titleName: 'Tập thể Lao động tiên tiến', individuals: 0, collectives: Math.min(individuals, 3) },
    ],
    attachments: [
      'Biên bản họp Hội đồng Thi đua - Khen thưởng',
      'Biên bản kiểm phiếu',
      'Danh sách đề nghị theo từng danh hiệu',
      'Báo cáo thành tích, chứng nhận sáng kiến của các cá nhân',
    ],
    head,
  });
}

/** The index of a dossier. */
export function sampleIndex(count: number): Paper {
  return dossierIndex({
    ...basics,
    parts: [
      {
        name: null,
        papers: Array.from({ length: count }, (_, index) => ({
          name:
            index === 0 ? 'Tờ trình về việc đề nghị tặng danh hiệu thi đua' : 'Báo cáo thành tích cá nhân',
          number: index === 0 ? '05/TTr-THCSHP' : null,
          date: '2026-05-28',
          fileName: index === 0 ? '01-to-trinh' : `bao-cao-${index + 1}`,
          note: '',
        })),
      },
    ],
    missing: ['Báo cáo thành tích (Mẫu 05): 41 cá nhân', 'Báo cáo thành tích (Mẫu 04): 03 tập thể'],
    secretary,
    head,
  });
}

/** One of each paper, of a school of 42 people. */
export function samplePapers(): Readonly<Record<string, Paper | BallotSheet>> {
  return {
    registrations: sampleRegistrations(42, 5),
    appraisal: sampleAppraisal(42),
    ballot: sampleBallot(12, 10, null),
    opinion: sampleOpinion(12),
    tally: sampleTally(12),
    meeting: sampleMeeting(42),
    nominations: sampleNominations(12, 0),
    submission: sampleSubmission(36),
    index: sampleIndex(9),
    missing: sampleMissing(12, null),
    card: samplePersonCard(5),
  };
}
