/** The Vietnamese of the import: kinds of file, what their columns tell, and what is wrong with a row. Total by type. */
import type { FieldId } from '../imports/kinds.ts';
import type { ProblemCode, ProblemFacts } from '../imports/problem-facts.ts';
import { formatInteger, formatPoints } from '../numbers.ts';
import { lowerFirst } from './findings.ts';
import { findTitle, readSharedName } from '../rules/catalogue.ts';
import type { TitleId } from '../terms.ts';
import type { ImportKind } from '../views.ts';

/** Kinds of file a school hands in. */
export const importKindNames: Readonly<Record<ImportKind, string>> = {
  people: 'Danh sách cán bộ, giáo viên, nhân viên',
  history: 'Lịch sử xếp loại và khen thưởng',
  initiatives: 'Sáng kiến',
  registrations: 'Đăng ký thi đua của cá nhân',
  evaluations: 'Điểm tự chấm và tổ chấm',
  collectives: 'Đăng ký danh hiệu của tổ',
  collectiveHistory: 'Lịch sử của tập thể',
  disciplines: 'Kỷ luật',
  absences: 'Thời gian nghỉ',
};

/** What a column tells. */
export const fieldLabels: Readonly<Record<FieldId, string>> = {
  code: 'Mã định danh',
  fullName: 'Họ và tên',
  familyName: 'Họ và tên đệm',
  givenName: 'Tên',
  groupName: 'Tổ',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  maleMark: 'Nam (đánh dấu x)',
  femaleMark: 'Nữ (đánh dấu x)',
  position: 'Chức vụ',
  duty: 'Môn dạy, nhiệm vụ',
  degree: 'Trình độ',
  joinedOn: 'Ngày vào ngành',
  partyMember: 'Đảng viên',
  status: 'Tình trạng',
  schoolYear: 'Năm học',
  rating: 'Xếp loại viên chức',
  groupRating: 'Xếp loại tập thể',
  titles: 'Danh hiệu',
  rewards: 'Hình thức khen thưởng',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  initiativeName: 'Tên sáng kiến',
  share: 'Tỷ lệ đóng góp (%)',
  scope: 'Phạm vi công nhận',
  registeredOn: 'Ngày đăng ký',
  selfScore: 'Điểm tự chấm',
  groupScore: 'Điểm tổ chấm',
  form: 'Hình thức kỷ luật',
  leave: 'Lý do nghỉ',
  from: 'Từ ngày',
  to: 'Đến ngày',
};

type Sentences = { readonly [C in ProblemCode]: (facts: ProblemFacts[C]) => string };

function firstPlace(facts: { readonly firstSheet: string; readonly firstRow: number }): string {
  return `dòng ${facts.firstRow}, trang “${facts.firstSheet}”`;
}

/** Numbers of rows in order, neighbours as one: "3, 7–9". A long list is cut. */
function spans(rows: readonly number[]): string {
  const found: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.to === row - 1) last.to = row;
    else found.push({ from: row, to: row });
  }
  const shown = found.slice(0, 8).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return found.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** "“A”, “B” hay “C”". */
function choices(ids: readonly TitleId[]): string {
  const names = ids.map((id) => `“${findTitle(id)?.name ?? id}”`);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} hay ${names.at(-1) ?? ''}`;
}

const sentences: Sentences = {
  'no-header-row': ({ columns }) =>
    `Không thấy dòng tiêu đề trong 15 dòng đầu của trang. Bảng cần có các cột: ${columns
      .map((field) => fieldLabels[field])
      .join(', ')}.`,
  'missing-column': ({ field }) =>
    `Thiếu cột “${fieldLabels[field]}” nên chưa nhập trang này. Hãy chỉ ra cột tương ứng hoặc bổ sung cột rồi nhập lại.`,
  'missing-maximum': ({ criterion }) =>
    `Tiêu đề chưa ghi điểm tối đa của tiêu chí “${criterion}”. Hãy ghi điểm tối đa trong ngoặc, ví dụ “${criterion} (20)”.`,
  'criterion-differs': ({ criterion, found, known }) =>
    `Tiêu chí “${criterion}” ở cột này có điểm tối đa ${formatPoints(found)}, nơi khác trong tệp ghi ${formatPoints(known)}. Hãy sửa cho thống nhất.`,
  'hidden-sheet': () =>
    'Trang tính này đang bị ẩn nên không đọc. Nếu cần nhập, hãy bỏ ẩn trang rồi nhập lại.',
  'sheet-without-cells': () => 'Trang này chỉ có biểu đồ hoặc hộp thoại, không có ô dữ liệu nên không đọc.',
  'unreadable-sheet': () =>
    'Trang này bị hỏng trong tệp nên không đọc được. Hãy mở tệp bằng Excel, lưu thành tệp mới rồi nhập lại.',
  'cells-beyond': ({ cells }) =>
    `Trang có ${formatInteger(cells)} ô có nội dung nằm ngoài 256 cột và 60.000 dòng đầu, nên không đọc các ô đó.`,
  'hidden-rows': ({ rows }) =>
    `Trang có ${rows.length} dòng đang bị ẩn (dòng ${spans(rows)}); các dòng này vẫn được nhập. Nếu không muốn nhập, hãy xóa chúng trong Excel rồi nhập lại.`,
  'hidden-columns': ({ columns }) =>
    `Trang có cột đang bị ẩn: ${columns.map((column) => `“${column}”`).join(', ')}; các cột này vẫn được nhập. Nếu không muốn nhập, hãy chọn “(không nhập)” ở đầu cột.`,
  'guide-sheet': () =>
    'Trang này không được nhập vì tên trang cho thấy là trang hướng dẫn hoặc ví dụ. Nếu cần nhập, hãy bật “Nhập trang này”.',
  'other-sheet': ({ taken }) =>
    `Trang này không được đọc vì phiếu được lấy từ trang “${taken}”. Nếu trang này cũng có phiếu, hãy chép vào cùng trang đó rồi chọn lại tệp.`,
  'unread-column': ({ examples, hasMore, rows }) =>
    `Cột này không được nhập, nhưng có nội dung ở ${rows} dòng: ${examples.map((text) => `“${text}”`).join(', ')}${hasMore ? ', …' : ''}. Nếu cần nhập, hãy chọn ở đầu cột đây là nội dung gì.`,
  'no-rows': () => 'Trang có dòng tiêu đề nhưng không có dòng dữ liệu nào.',

  'missing-value': ({ field }) => `Chưa ghi “${fieldLabels[field]}”. Hãy điền vào ô này.`,
  'formula-error': ({ value }) =>
    `Công thức trong ô bị lỗi (${value}). Hãy sửa công thức hoặc gõ thẳng giá trị vào ô.`,
  'formula-without-value': () =>
    'Ô có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, bấm lưu rồi nhập lại, hoặc gõ thẳng giá trị vào ô.',
  'foreign-letters': ({ value, letters }) =>
    `“${value}” có chữ không phải chữ Việt (${letters.map((letter) => `“${letter}”`).join(', ')}) nên không chắc là ai. Hãy gõ lại ô này.`,
  'damaged-code': ({ value }) =>
    `Excel đã đổi mã thành “${value}” nên mất chữ số. Hãy định dạng cột mã là Text trong Excel, gõ lại mã rồi lưu và nhập lại.`,
  'lost-content': () =>
    'Tệp bị hỏng ở ô này: nội dung của ô không còn trong tệp. Hãy mở tệp bằng Excel, gõ lại ô rồi lưu và nhập lại.',
  'text-too-long': ({ limit }) => `Nội dung ô dài quá ${limit} ký tự. Hãy rút gọn.`,
  'invalid-date': ({ value }) =>
    `“${value}” không phải là một ngày có thật. Hãy ghi ngày/tháng/năm, ví dụ 05/02/1985.`,
  'born-later': ({ value }) => `Ngày sinh ${value} chưa tới. Hãy ghi lại ngày sinh.`,
  'joined-before-birth': ({ value, birthDate }) =>
    `Ngày vào ngành ${value} không sau ngày sinh ${birthDate}. Hãy sửa một trong hai ngày.`,
  'invalid-period': ({ from, to }) =>
    `Ngày kết thúc ${to} đứng trước ngày bắt đầu ${from}. Hãy sửa lại một trong hai ngày.`,
  'unknown-sex': ({ value }) => `Không hiểu giới tính “${value}”. Hãy ghi “Nam” hoặc “Nữ”.`,
  'unclear-value': ({ value }) => `Không hiểu “${value}”. Hãy đánh dấu x nếu có, để trống nếu không.`,
  'unknown-rating': ({ value }) =>
    `Không có mức xếp loại “${value}”. Hãy ghi HTXSNV, HTTNV, HTNV, KHTNV hoặc tên đầy đủ.`,
  'unknown-title': ({ value }) =>
    `Không có danh hiệu hoặc hình thức khen thưởng “${value}”. Hãy ghi tên đầy đủ hoặc tên viết tắt, các tên cách nhau bằng dấu chấm phẩy.`,
  'ambiguous-title': ({ value }) =>
    `“${value}” là tên chung, chưa rõ là ${choices(readSharedName(value))}. Hãy ghi rõ một trong các tên đó.`,
  'not-for-groups': ({ value }) =>
    `“${value}” chỉ tặng cho cá nhân, không ghi cho tập thể. Hãy bỏ khỏi ô này, hoặc nhập ở tệp lịch sử của cá nhân.`,
  'only-for-pupils': ({ value }) =>
    `“${value}” là hình thức dành cho học sinh. Hãy bỏ khỏi ô này, và ghi ở bước Đăng ký, mục “Thêm học sinh”.`,
  'invalid-share': ({ value }) => `Tỷ lệ đóng góp “${value}” không hợp lệ. Hãy ghi số nguyên từ 1 đến 100.`,
  'unknown-scope': ({ value }) =>
    `Không hiểu phạm vi công nhận “${value}”. Hãy ghi: cơ sở, thành phố, bộ, toàn quốc hoặc không công nhận.`,
  'unknown-discipline': ({ value }) =>
    `Không có hình thức kỷ luật “${value}”. Hãy ghi: khiển trách, cảnh cáo, cách chức hoặc buộc thôi việc; kỷ luật Đảng thì ghi thêm “Đảng”.`,
  'invalid-school-year': ({ value }) =>
    `“${value}” không phải là một năm học. Hãy ghi hai năm liền nhau, ví dụ 2025-2026.`,
  'unknown-status': ({ value }) =>
    `Không hiểu tình trạng “${value}”. Hãy ghi: đang làm việc, nghỉ thai sản, nghỉ ốm, nghỉ không hưởng lương, đi học, nghỉ khác, biệt phái, đã chuyển đi hoặc đã nghỉ hưu.`,
  'unknown-leave': ({ value }) =>
    `Không hiểu lý do nghỉ “${value}”. Hãy ghi: nghỉ thai sản, nghỉ ốm, nghỉ không hưởng lương, đi học hoặc nghỉ khác.`,
  'invalid-score': ({ value, criterion }) =>
    `Điểm “${value}” của tiêu chí “${criterion}” không hợp lệ. Hãy ghi số từ 0, nhiều nhất hai chữ số thập phân, hoặc để trống.`,
  'score-over-maximum': ({ value, criterion, maximum }) =>
    `Điểm ${value} vượt quá điểm tối đa ${formatPoints(maximum)} của tiêu chí “${criterion}”. Hãy sửa lại điểm.`,
  'nothing-registered': ({ name }) =>
    `${name} chưa ghi danh hiệu nào nên không có đăng ký nào được nhập từ dòng này.`,

  'award-recorded': ({ award, schoolYear, known, found }) =>
    `${award} năm học ${schoolYear} đã ghi theo Quyết định số ${known}; nhập dòng này thì thành số ${found}. Nếu là hai lần tặng khác nhau, hãy bỏ tên đó khỏi dòng này và ghi thêm ở hồ sơ.`,
  'name-without-letters': ({ value }) => `“${value}” không phải là tên người. Hãy ghi họ và tên.`,
  'old-font': ({ value }) =>
    `“${value}” được gõ bằng phông chữ cũ (TCVN3, VNI) nên không đọc đúng. Hãy chuyển tệp sang mã Unicode (phông Times New Roman) rồi nhập lại.`,
  'missing-person': () => 'Dòng không có họ và tên, cũng không có mã định danh. Hãy ghi họ và tên.',
  'unknown-code': ({ personCode, name }) =>
    `Mã định danh ${personCode}${name === '' ? '' : ` (${name})`} không có trong danh sách nhân sự. Hãy kiểm tra lại mã, hoặc nhập danh sách nhân sự trước.`,
  'unknown-person': ({ name }) =>
    `Không có ai tên “${name}” trong danh sách nhân sự. Hãy kiểm tra họ và tên, hoặc nhập danh sách nhân sự trước.`,
  'ambiguous-person': ({ name }) =>
    `Có nhiều người tên “${name}” nên không biết là ai. Hãy ghi mã định danh của người này (hoặc tên tổ, nếu họ khác tổ).`,
  'name-differs': ({ personCode, name, known }) =>
    `Mã định danh ${personCode} là của ${known}, nhưng dòng này ghi “${name}”. Hãy kiểm tra lại mã và họ tên.`,
  'duplicate-person': (facts) =>
    `${facts.name} đã có ở ${firstPlace(facts)}. Hãy bỏ một trong hai dòng; nếu là hai người khác nhau, hãy ghi mã định danh của từng người.`,
  'duplicate-row': (facts) => `Dòng này lặp lại ${firstPlace(facts)}. Hãy bỏ một trong hai dòng.`,
  'status-without-day': ({ name, found }) =>
    `Tệp không cho biết ${name} “${lowerFirst(found)}” từ ngày nào, nên tạm ghi ngày nhập tệp (người mới: ngày đầu năm học). Hãy mở hồ sơ của người này, mục “Tình trạng, thời gian nghỉ”, và sửa ngày cho đúng.`,
  'standing-differs': ({ name, found, known }) =>
    `Tệp ghi ${name} “${lowerFirst(found)}”, nhưng hồ sơ đang ghi “${lowerFirst(known)}”. Chưa đổi tình trạng của người này: hãy mở hồ sơ, mục “Tình trạng, thời gian nghỉ”, và ghi đúng từng ngày.`,
  'leave-differs': ({ name, found, known }) =>
    `Tệp ghi ${name} ${lowerFirst(found)}, trùng ngày với “${lowerFirst(known)}” đã ghi. Chưa nhập dòng này: hãy sửa tệp, hoặc sửa hồ sơ của người này ở mục “Tình trạng, thời gian nghỉ”.`,
  'unknown-group': ({ group }) =>
    `Không có tổ “${group}” trong danh sách tổ. Hãy sửa lại tên tổ, hoặc thêm tổ ở màn hình Nhân sự.`,
  'rating-differs': ({ group, firstSheet, firstRow }) =>
    `${group} đã được ghi một mức xếp loại khác cho cùng năm học ở ${firstPlace({ firstSheet, firstRow })}. Hãy sửa cho thống nhất.`,
  'duplicate-group': (facts) => `${facts.group} đã có ở ${firstPlace(facts)}. Hãy bỏ một trong hai dòng.`,
};

/** The sentence of a problem: what is wrong and what to do. Its place (file, sheet, row, column) stands beside it. */
export function problemSentence<C extends ProblemCode>(code: C, facts: ProblemFacts[C]): string {
  return sentences[code](facts);
}
