/** The sentence of every event of the audit trail, total by type over the methods that leave a row. */
import type { Api, MethodName } from '../api.ts';
import { approvalNames } from './council.ts';
import {
  absenceKindNames,
  careerKindNames,
  councilRoleNames,
  disciplineFormNames,
  eligibilityNames,
  outcomeNames,
  personStatusNames,
  ratingNames,
  roleNames,
} from './terms.ts';

/** Methods that leave a row: commands and jobs that are not marked otherwise. */
export type AuditedMethod = {
  [M in MethodName]: Api[M] extends { readonly kind: 'query' } | { readonly unlogged: true } ? never : M;
}[MethodName];

type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Sentence = (fact: (name: string) => string, facts: Facts) => string;

function named(table: Readonly<Record<string, string>>, key: string): string {
  return table[key] ?? '–';
}

/** An award that was kept beside one that may be the same. */
function beside(facts: Facts): string {
  return facts['keptBoth'] === true ? ', bên cạnh mục giống vậy đã ghi' : '';
}

/** The membership of a tổ, or a status. */
function spellWords(facts: Facts): string {
  return facts['of'] === 'group' ? 'thời gian ở tổ' : 'tình trạng';
}

/** The days of leave as they were recorded. */
function leaveFacts(fact: (name: string) => string, facts: Facts): string {
  if (facts['from'] === null) return 'chưa ghi từ ngày nào';
  return `từ ngày ${fact('from')}${facts['to'] === null ? ', chưa đi làm lại' : ` đến ngày ${fact('to')}`}`;
}

const sentences: { readonly [M in AuditedMethod]: Sentence } = {
  startRehearsal: (f) => `Tạo bản tập dượt từ dữ liệu của ${f('school')}`,
  createFile: (f) => `Tạo tệp dữ liệu của ${f('school')}, năm học ${f('schoolYear')}`,
  signIn: (f) => `${f('person')} bắt đầu làm việc với vai trò ${named(roleNames, f('as')).toLowerCase()}`,
  saveSchool: (f) => `Sửa thông tin đơn vị ${f('school')}`,
  saveSeason: (f) => `Sửa thông tin năm học ${f('schoolYear')}`,
  saveCampaign: (f) => `Lưu đợt thi đua “${f('campaign')}”`,
  removeCampaign: (f) => `Xóa đợt thi đua “${f('campaign')}”`,
  announceStandard: (f, facts) =>
    `${facts['announced'] === true ? 'Công bố' : 'Thôi công bố'} tiêu chuẩn danh hiệu ${f('title')}`,
  saveRegulation: (f, facts) =>
    facts['changes'] === null
      ? `Ghi văn bản làm căn cứ: ${f('document')} (lý do: ${f('reason')})`
      : `Đổi thiết lập theo ${f('document')}: ${f('changes')} (lý do: ${f('reason')})`,
  saveGroup: (f) => `Lưu ${f('group')}`,
  removeGroup: (f) => `Xóa ${f('group')} (chưa có người)`,
  saveCollective: (f) => `Sửa thông tin của ${f('group')}`,
  saveCollectiveYear: (f, facts) => {
    const rating = facts['rating'] === null ? 'chưa ghi xếp loại' : named(ratingNames, f('rating'));
    const rank = facts['rank'] === null ? '' : `, xếp thứ ${f('rank')} trong cụm, khối thi đua`;
    return `Ghi kết quả năm học ${f('schoolYear')} của ${f('group')}: ${rating}${rank}`;
  },
  saveCollectiveAward: (f, facts) =>
    `Ghi ${f('award')} năm học ${f('schoolYear')} của ${f('group')}${beside(facts)}`,
  saveCollectiveMatter: (f) => `Ghi việc đang xem xét, xác minh của ${f('group')} từ ngày ${f('from')}`,
  saveCountedMember: (f, facts) =>
    facts['counted'] === null
      ? `Tính ${f('person')} ở ${f('group')} theo dữ kiện đã ghi, bỏ quyết định khác (lý do: ${f('reason')})`
      : `${facts['counted'] === true ? 'Tính' : 'Không tính'} ${f('person')} trong số người của ${f('group')} (lý do: ${f('reason')})`,
  removeCollectiveFact: (f) => `Xóa một mục trong hồ sơ của ${f('group')} (lý do: ${f('reason')})`,
  savePerson: (f, facts) => `${facts['isNew'] === true ? 'Thêm' : 'Sửa'} thông tin của ${f('person')}`,
  removePerson: (f) => `Xóa ${f('person')} khỏi danh sách nhân sự`,
  changeGroup: (f) => `Chuyển tổ cho ${f('person')} từ ngày ${f('from')}`,
  changeStatus: (f) =>
    `${f('person')}: ${named(personStatusNames, f('status')).toLowerCase()} từ ngày ${f('from')}`,
  moveSpell: (f, facts) =>
    `Sửa ngày bắt đầu của ${spellWords(facts)} cho ${f('person')}: từ ${f('from')} thành ${f('newFrom')}`,
  removeSpell: (f, facts) =>
    `Xóa ${spellWords(facts)} từ ngày ${f('from')} của ${f('person')} (lý do: ${f('reason')})`,
  saveRating: (f, facts) =>
    facts['rating'] === null
      ? `Bỏ kết quả xếp loại năm học ${f('schoolYear')} của ${f('person')}`
      : `Ghi xếp loại năm học ${f('schoolYear')} của ${f('person')}: ${named(ratingNames, f('rating'))}`,
  saveAward: (f, facts) => `Ghi ${f('award')} năm học ${f('schoolYear')} của ${f('person')}${beside(facts)}`,
  saveResearch: (f) => `Ghi đề tài, đề án “${f('research')}” của ${f('person')}`,
  saveInitiative: (f) => `Ghi sáng kiến “${f('initiative')}” của ${f('person')}`,
  saveDiscipline: (f) =>
    `Ghi kỷ luật ${named(disciplineFormNames, f('form')).toLowerCase()} của ${f('person')} từ ngày ${f('from')}`,
  saveCareer: (f) =>
    `Ghi quá trình công tác của ${f('person')}: ${named(careerKindNames, f('kind')).toLowerCase()} từ ngày ${f('from')}`,
  saveAbsence: (f, facts) =>
    `${f('person')}: ${named(absenceKindNames, f('kind')).toLowerCase()}, ${leaveFacts(f, facts)}`,
  savePendingMatter: (f) => `Ghi việc đang xem xét, xác minh của ${f('person')} từ ngày ${f('from')}`,
  removeFact: (f) => `Xóa một mục trong hồ sơ của ${f('person')} (lý do: ${f('reason')})`,
  runImport: (f, facts) => {
    const parts = [
      ['added', 'thêm'],
      ['changed', 'sửa'],
      ['same', 'giữ nguyên'],
      ['problems', 'không nhận'],
    ] as const;
    const told = parts.filter(([name]) => facts[name] !== 0).map(([name, word]) => `${word} ${f(name)} dòng`);
    return `Nhập tệp “${f('file')}”: ${told.length === 0 ? 'không có dòng nào' : told.join(', ')}`;
  },
  registerCase: (f) => `Đăng ký ${f('title')} cho ${f('name')}`,
  registerPupils: (f) =>
    `Ghi danh sách đề nghị ${f('title')}: thêm ${f('added')}, sửa ${f('changed')}, giữ nguyên ${f('same')}`,
  savePupil: (f) => `Sửa thông tin của ${f('name')}, lớp ${f('class')}`,
  removePupil: (f) => `Xóa ${f('name')}, lớp ${f('class')} khỏi danh sách đề nghị (lý do: ${f('reason')})`,
  withdrawCase: (f) => `Rút đăng ký ${f('title')} của ${f('name')} (lý do: ${f('reason')})`,
  lockRegistration: (f) => `Chốt đăng ký (${f('reason')})`,
  unlockRegistration: (f) => `Mở chốt đăng ký (${f('reason')})`,
  saveCriteria: (f) => `Lưu bộ ${f('criteria')} tiêu chí đánh giá`,
  saveScores: (f) => `Ghi ${f('scores')} điểm của ${f('people')} người`,
  confirmScores: (f, facts) =>
    facts['withdrawn'] === undefined
      ? `Tổ xác nhận kết quả đánh giá của ${f('confirmed')} người`
      : `Rút xác nhận kết quả đánh giá của ${f('withdrawn')} người`,
  checkCases: (f) =>
    `Thẩm định: ${f('yes')} ${eligibilityNames.yes.toLowerCase()}, ${f('no')} ${eligibilityNames.no.toLowerCase()}, ${f('needsPerson')} ${eligibilityNames['needs-person'].toLowerCase()}`,
  judgeCondition: (f, facts) =>
    facts['answer'] === null
      ? `Bỏ ý kiến đã ghi về điều kiện “${f('condition')}” của ${f('name')} (${f('title')})`
      : `Ghi ý kiến ${facts['answer'] === 'pass' ? 'đạt' : 'không đạt'} về điều kiện “${f('condition')}” của ${f('name')} (${f('title')}): ${f('reason')}`,
  saveAchievement: (f) => `Ghi thành tích đề nghị ${f('title')} của ${f('name')}: ${f('achievement')}`,
  overruleVerdict: (f, facts) =>
    facts['eligibility'] === null
      ? `Bỏ kết luận riêng của Hội đồng về ${f('name')} (${f('title')})`
      : `Hội đồng kết luận ${named(eligibilityNames, f('eligibility')).toLowerCase()} với ${f('name')} (${f('title')}): ${f('reason')}`,
  saveCouncil: (f) => `Lưu danh sách Hội đồng gồm ${f('members')} thành viên`,
  recordCouncilChange: (f, facts) => {
    const role = named(councilRoleNames, f('as')).toLowerCase();
    const what = {
      joined: `tham gia Hội đồng, nhiệm vụ ${role}`,
      role: `nhận nhiệm vụ ${role} trong Hội đồng`,
      left: 'thôi tham gia Hội đồng',
    } as const;
    return `${f('person')} ${what[facts['kind'] as keyof typeof what]} từ ngày ${f('on')}`;
  },
  removeCouncilChange: (f) =>
    `Xóa thay đổi từ ngày ${f('on')} của ${f('person')} trong Hội đồng (lý do: ${f('reason')})`,
  saveMeeting: (f) => `Lưu thông tin phiên họp ngày ${f('date')}`,
  savePresence: (f) => `Điểm danh: ${f('present')} thành viên có mặt`,
  saveAgenda: (f) => `Xếp chương trình phiên họp: ${f('titles')}`,
  saveCaseNote: (f) => `Ghi ý kiến thảo luận về ${f('name')} (${f('title')})`,
  saveRelative: (f, facts) =>
    facts['relation'] === null
      ? `Bỏ quan hệ của ${f('member')} với ${f('person')}`
      : `Ghi ${f('member')} là ${f('relation')} của ${f('person')}`,
  saveRecusal: (f, facts) =>
    facts['reason'] === null
      ? `${f('member')} tham gia biểu quyết trường hợp ${f('name')} (${f('title')})`
      : `${f('member')} không tham gia biểu quyết trường hợp ${f('name')} (${f('title')}), lý do: ${f('reason')}`,
  decideCase: (f, facts) =>
    facts['outcome'] === null
      ? `Bỏ kết luận khác về ${f('name')} (${f('title')})`
      : `Hội đồng kết luận ${named(outcomeNames, f('outcome')).toLowerCase()} với ${f('name')} (${f('title')}): ${f('reason')}`,
  openMeeting: (f, facts) =>
    facts['withoutQuorumBecause'] === null || facts['withoutQuorumBecause'] === undefined
      ? 'Mở phiên họp'
      : `Mở phiên họp khi chưa đủ số thành viên (lý do: ${f('withoutQuorumBecause')})`,
  saveHands: (f) => `Ghi kết quả biểu quyết của ${f('votes')} hồ sơ`,
  saveInitiativeVotes: (f) => `Ghi kết quả biểu quyết của ${f('initiatives')} sáng kiến`,
  recordRecognition: (f, facts) =>
    facts['number'] === null
      ? 'Bỏ quyết định công nhận sáng kiến đã ghi'
      : `Ghi quyết định công nhận sáng kiến số ${f('number')} ngày ${f('date')}: ${f('recognised')} tác giả được công nhận`,
  saveApproval: (f, facts) =>
    facts['agree'] === null
      ? `Bỏ kết quả: ${named(approvalNames, f('about')).toLowerCase()}`
      : `${named(approvalNames, f('about'))}: ${f('agree')}/${f('inRoom')} thành viên có mặt tán thành`,
  saveTellers: (f) => `Chọn Ban kiểm phiếu gồm ${f('tellers')} người`,
  concludeMeeting: (f, facts) =>
    `Kết luận phiên họp: ${f('proposed')} đề nghị, ${f('rejected')} không đạt, ${f('notEligible')} chưa đủ điều kiện, ${f('postponed')} để lại${
      typeof facts['undealtBecause'] === 'string'
        ? ` (lý do kết luận khi chưa xét hết: ${f('undealtBecause')})`
        : ''
    }`,
  reopenMeeting: (f) => `Mở lại phiên họp (lý do: ${f('reason')})`,
  openRound: (f) => `Lập danh sách bỏ phiếu ${f('title')}: ${f('slate')} người`,
  removeRound: (f) => `Hủy vòng bỏ phiếu (lý do: ${f('reason')})`,
  savePrintRun: (f, facts) => {
    const parts = [
      ['printed', 'in'],
      ['issued', 'phát ra'],
      ['spoiled', 'hỏng đổi lại'],
      ['leftOver', 'còn thừa'],
      ['destroyed', 'đã hủy'],
    ] as const;
    const told = parts
      .filter(([name]) => facts[name] !== null && facts[name] !== undefined)
      .map(([name, word]) => `${word} ${f(name)}`);
    return told.length === 0 ? 'Xóa số phiếu in và phát ra' : `Ghi số phiếu: ${told.join(', ')}`;
  },
  declareReturned: (f) => `Ghi số phiếu thu về: ${f('returned')}`,
  storeBallots: (f) => `Nhập một tập gồm ${f('ballots')} phiếu, đã xáo thứ tự`,
  takeCount: (f) => `${f('teller')} nhận kiểm phiếu lần thứ ${f('number')} độc lập`,
  setBallotAside: () => 'Để riêng một phiếu chưa rõ',
  takeBallotBack: () => 'Đưa một phiếu để riêng trở lại tập phiếu',
  decideBallot: () => 'Ban kiểm phiếu quyết định một phiếu chưa rõ',
  removeBallots: (f) => `Bỏ ${f('ballots')} phiếu để đọc và nhập lại (lý do: ${f('reason')})`,
  confirmCount: (f) => `${f('teller')} xác nhận kết quả kiểm phiếu ${f('title')}`,
  clearBallots: (f) => `Xóa các phiếu đã nhập để nhập lại (lý do: ${f('reason')})`,
  saveTotals: () => 'Ghi số tổng kiểm phiếu',
  saveWrittenOpinion: (f) => `Ghi nhận ý kiến bằng văn bản của ${f('member')}`,
  saveTallyWording: (f) => `Sửa lời văn biên bản kiểm phiếu ${f('title')}`,
  sealRound: (f) => `Chốt kết quả kiểm phiếu ${f('title')}`,
  reopenRound: (f) => `Mở lại kết quả kiểm phiếu (lý do: ${f('reason')})`,
  savePaperNumber: (f) => `Ghi số ${f('number')} cho văn bản ${f('paper')}`,
  exportPackage: (f) => `Xuất bộ hồ sơ gồm ${f('files')} tệp ra ${f('path')}, mã kiểm tra ${f('checkCode')}`,
  createBackup: () => 'Sao lưu tệp dữ liệu',
  restoreBackup: (f, facts) => {
    const undone = facts['undone'] === null ? '' : `; các kết quả đã chốt bị bỏ: ${f('undone')}`;
    const last = facts['lastHash'] === null ? 'không đọc được' : `dòng ${f('lastRow')}, mã ${f('lastHash')}`;
    return `Khôi phục bản sao lưu “${f('backup')}” (lý do: ${f('reason')}). Nhật ký của dữ liệu bị thay kết thúc ở: ${last}${undone}`;
  },
};

/** Every method whose rows have a sentence: all that leave one, by type. */
export const auditedMethods = Object.keys(sentences) as readonly (keyof typeof sentences)[];

const unknownEvent = 'Việc do phiên bản ứng dụng mới hơn ghi';

/** The sentence of one row of the trail; an event of a newer version of the app is said to be one. */
export function auditSentence(method: string, facts: Facts): string {
  const sentence = Object.hasOwn(sentences, method) ? sentences[method as keyof typeof sentences] : undefined;
  if (sentence === undefined) return unknownEvent;
  const text = sentence((name) => {
    const value = facts[name];
    return value === undefined || value === null ? '–' : String(value);
  }, facts);
  const body = facts['body'];
  return typeof body === 'string' ? `${body}: ${text}` : text;
}
