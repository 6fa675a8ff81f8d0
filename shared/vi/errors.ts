/** The Vietnamese sentence of every expected failure: what is wrong, where, and what to do next. Total by type. */
import { importKindNames } from './imports.ts';
import { changedSentence } from './changed.ts';
import type { AppError, ErrorCode, ErrorFacts, FoundKind } from '../errors.ts';
import { formatBytes, formatPoints } from '../numbers.ts';
import { fieldName } from './fields.ts';
import { pupilLinesText } from './pupils.ts';
import { roleNames } from './terms.ts';
import { inUseSentence } from './uses.ts';
import type { Role } from '../terms.ts';

type Sentences = { readonly [K in ErrorCode]: (facts: ErrorFacts[K]) => string };

/** Who may do what the person at the laptop may not: "Việc này dành cho Chủ tịch Hội đồng." */
export function roleSentence(allowed: readonly Role[]): string {
  const names = new Intl.ListFormat('vi', { type: 'disjunction' }).format(
    allowed.map((role) => roleNames[role]),
  );
  return `Việc này dành cho ${names}.`;
}

const ballotProblems: Record<ErrorFacts['invalid-ballot']['problem'], string> = {
  'marks-missing': 'thiếu ô đánh dấu so với danh sách bầu',
  'marks-too-many': 'thừa ô đánh dấu so với danh sách bầu',
  'marks-on-invalid': 'là phiếu không hợp lệ nhưng vẫn có ô đánh dấu',
  'reason-empty': 'là phiếu không hợp lệ nhưng chưa ghi lý do',
  'mark-of-other-kind': 'có dấu không dùng trong hình thức bỏ phiếu này',
  'too-many-chosen': 'chọn quá số người được chọn nên là phiếu không hợp lệ',
};

const saveAsWorkbook = 'Hãy mở bằng Excel, chọn Lưu thành, loại Excel Workbook (.xlsx) rồi nhập lại.';

const foundKinds: Readonly<Record<FoundKind, string>> = {
  word: 'là văn bản Word, không phải bảng tính. Hãy chép bảng trong văn bản sang Excel, lưu thành .xlsx rồi nhập tệp đó.',
  slides: 'là bản trình chiếu, không phải bảng tính. Hãy chọn tệp Excel có danh sách.',
  pdf: 'là tệp PDF, không phải bảng tính. Hãy xin tệp Excel gốc của danh sách rồi nhập tệp đó.',
  picture: 'là hình ảnh, không phải bảng tính. Hãy xin tệp Excel gốc của danh sách rồi nhập tệp đó.',
  'web-page': `là trang web được đặt tên như tệp Excel nên không đọc được. ${saveAsWorkbook}`,
  'old-excel': `do Excel đời trước năm 1997 lưu nên không đọc được. ${saveAsWorkbook}`,
  archive: 'là tệp nén, không phải bảng tính. Hãy giải nén rồi chọn tệp Excel ở bên trong.',
  unknown: `không phải là bảng tính (.xlsx, .xlsm, .xlsb, .xls, .ods, .csv). ${saveAsWorkbook}`,
};

const sentences: Sentences = {
  'unknown-method': () => 'Ứng dụng không có thao tác này. Hãy cập nhật ứng dụng rồi thử lại.',
  'invalid-input': ({ field, detail }) =>
    `Dữ liệu gửi đi chưa đúng${fieldName(field) === '' ? '' : ` ở mục “${fieldName(field)}”`} (${detail}). Hãy kiểm tra và nhập lại.`,
  'changed-meanwhile': changedSentence,
  'session-expired': () => 'Phiên làm việc đã kết thúc. Hãy mở lại tệp dữ liệu để tiếp tục.',
  'role-not-allowed': ({ allowed }) =>
    `${roleSentence(allowed)} Hãy đổi vai trò người đang dùng máy ở góc trên bên phải.`,
  'no-file-open': () => 'Chưa mở tệp dữ liệu nào. Hãy mở hồ sơ mẫu, mở tệp có sẵn hoặc tạo tệp mới.',
  cancelled: () => 'Đã dừng theo yêu cầu; không có gì bị ghi dở dang.',

  'file-not-found': ({ path }) =>
    `Không tìm thấy tệp “${path}”. Hãy kiểm tra lại đường dẫn hoặc cắm lại thiết bị chứa tệp.`,
  'file-exists': ({ path }) =>
    `Tệp “${path}” đã có sẵn và không bị ghi đè. Hãy chọn tên khác hoặc mở chính tệp đó.`,
  'file-in-use': ({ path }) => `Tệp “${path}” đang mở ở cửa sổ khác. Hãy đóng cửa sổ đó rồi mở lại.`,
  'file-not-bangvang': ({ path }) =>
    `Tệp “${path}” không phải là tệp dữ liệu Bảng Vàng. Hãy chọn tệp có đuôi .bangvang do ứng dụng này tạo.`,
  'file-from-future': ({ path, version, known }) =>
    `Tệp “${path}” do bản ứng dụng mới hơn tạo ra (phiên bản dữ liệu ${version}, máy này đọc được đến ${known}). Hãy cập nhật ứng dụng rồi mở lại; tệp vẫn nguyên vẹn.`,
  'file-damaged': ({ path, backups }) =>
    `Tệp “${path}” bị hỏng nên không được mở, để tránh mất thêm dữ liệu. Hãy khôi phục từ bản sao lưu gần nhất trong thư mục “${backups}”.`,
  'file-of-trial': ({ path }) =>
    `Tệp “${path}” do một bản dùng thử khác của ứng dụng tạo ra nên bản này không mở được; tệp vẫn nguyên vẹn. Hãy mở bằng bản ứng dụng đã tạo tệp, hoặc tạo tệp mới rồi nhập lại các danh sách.`,
  'file-altered': ({ path, backups }) =>
    `Cấu trúc của tệp “${path}” đã bị thay đổi ngoài ứng dụng nên tệp không được mở, để số liệu không bị làm sai. Hãy khôi phục bản sao lưu trước khi bị thay đổi trong thư mục “${backups}”.`,
  'file-replaced': ({ path }) =>
    `Tệp “${path}” đã bị xóa, đổi tên hoặc thay bằng tệp khác trong khi đang mở; từ lúc đó chưa ghi thêm gì. Hãy đưa tệp về đúng chỗ, hoặc bấm “Sao lưu ngay” ở trang Nhật ký & sao lưu để giữ dữ liệu đang mở.`,
  'audit-broken': ({ row }) =>
    `Nhật ký trong tệp dữ liệu đã bị sửa ngoài ứng dụng, từ dòng ${row}, nên không in và không xuất văn bản từ tệp này. Hãy khôi phục bản sao lưu trước khi bị sửa ở trang Nhật ký & sao lưu.`,
  'seal-broken': ({ rounds }) =>
    `Kết quả đã chốt không còn đúng như lúc chốt, do tệp dữ liệu bị sửa ngoài ứng dụng: ${rounds}. Không in và không xuất văn bản từ tệp này. Hãy khôi phục bản sao lưu trước khi bị sửa, hoặc mở lại lần kiểm phiếu đó, ghi lý do và kiểm lại từ phiếu giấy.`,
  'file-read-only': ({ path }) =>
    `Tệp “${path}” chỉ cho đọc. Hãy bỏ thuộc tính chỉ đọc hoặc chép tệp sang thư mục khác trên máy rồi mở lại.`,
  'disk-full': ({ path }) =>
    `Ổ đĩa chứa “${path}” đã đầy; thao tác vừa rồi không được ghi. Hãy giải phóng dung lượng rồi làm lại.`,
  'name-too-long': ({ path }) =>
    `Tên tệp hoặc đường dẫn “${path}” quá dài nên ổ đĩa không ghi được. Hãy đặt tên ngắn hơn hoặc chọn thư mục có đường dẫn ngắn hơn.`,
  'folder-not-writable': ({ path }) =>
    `Không ghi được vào “${path}”. Hãy chọn thư mục khác mà tài khoản này có quyền ghi.`,
  'folder-not-readable': ({ path }) =>
    `Không mở được thư mục “${path}”. Hãy kiểm tra quyền đọc của tài khoản này hoặc chọn thư mục khác.`,
  'backup-not-usable': ({ path }) => `Bản sao lưu “${path}” không dùng được. Hãy chọn một bản sao lưu khác.`,
  'rehearsal-backup': ({ path }) =>
    `“${path}” là bản tập dượt nên không được đưa vào tệp dữ liệu thật. Hãy chọn bản sao lưu của chính tệp này.`,
  'rehearsal-table': ({ file }) =>
    `“${file}” xuất ra từ bản tập dượt nên không được nhập vào tệp này. Hãy lấy danh sách gốc của đơn vị.`,
  'already-rehearsing': () =>
    'Tệp đang mở đã là bản tập dượt. Hãy tập dượt ngay trên tệp này, hoặc mở tệp thật để tạo bản tập dượt mới.',

  'not-a-workbook': ({ file, found }) => `“${file}” ${foundKinds[found]}`,
  'encrypted-workbook': ({ file }) =>
    `“${file}” có đặt mật khẩu nên không đọc được. Hãy mở tệp trong Excel, bỏ mật khẩu, lưu lại rồi nhập.`,
  'damaged-workbook': ({ file }) =>
    `“${file}” bị hỏng hoặc chép chưa đủ nên không đọc được. Hãy chép hoặc tải lại tệp; nếu Excel mở được, hãy lưu thành tệp mới rồi nhập lại.`,
  'only-hidden-sheets': ({ file, sheets }) =>
    `“${file}” chỉ có dữ liệu ở trang đang bị ẩn (${sheets.join(', ')}). Hãy bỏ ẩn trang cần nhập rồi nhập lại.`,
  'workbook-too-large': ({ file }) =>
    `“${file}” quá lớn so với một danh sách (hơn 60.000 dòng, 256 cột, hoặc bung ra quá nhiều dữ liệu). Hãy chỉ giữ lại trang có danh sách, lưu thành tệp mới rồi nhập lại.`,
  'empty-workbook': ({ file }) =>
    `“${file}” không có dòng dữ liệu nào. Hãy kiểm tra đã chọn đúng tệp và đúng trang tính.`,
  'missing-column': ({ file, sheet, row, column }) =>
    `Tệp “${file}”, trang “${sheet}”, dòng tiêu đề ${row}: thiếu cột “${column}”. Hãy bổ sung cột này hoặc chỉ ra cột tương ứng.`,
  'no-header-row': ({ file, sheet, columns }) =>
    `Tệp “${file}”, trang “${sheet}”: không thấy dòng tiêu đề trong 15 dòng đầu. Bảng cần có các cột: ${columns.join(', ')}.`,
  'no-sheet-chosen': ({ file }) =>
    `Chưa chọn trang nào của tệp “${file}” để nhập. Hãy bật “Nhập trang này” ở trang có danh sách.`,
  'other-kind': ({ file, kind, likely }) =>
    likely === 'ballots'
      ? `Tệp “${file}” là bảng phiếu bầu, không phải “${importKindNames[kind]}”. Hãy nhập tệp này ở bước Bỏ phiếu.`
      : `Tệp “${file}” giống “${importKindNames[likely]}” hơn là “${importKindNames[kind]}”. Hãy chuyển sang loại tệp đó, hoặc xác nhận loại tệp đang chọn là đúng.`,
  'other-school': ({ file, rows, common, known }) =>
    `Trong ${rows} người của tệp “${file}” chỉ có ${common} người trùng với ${known} người của trường. Có thể đây là danh sách của trường khác. Hãy kiểm tra tệp, hoặc xác nhận đây là người của trường.`,
  'not-a-csv': ({ file }) =>
    `“${file}” không phải là tệp CSV đọc được. Hãy lưu lại từ Excel với loại CSV UTF-8 rồi thử lại.`,
  'open-quote': ({ file, row }) =>
    `Tệp “${file}” có dấu ngoặc kép mở ở dòng ${row} mà không có dấu đóng. Hãy bỏ dấu đó hoặc lưu lại từ Excel với loại CSV UTF-8 rồi thử lại.`,
  'invalid-json': ({ file, detail }) =>
    `Tệp “${file}” không đúng mẫu: ${detail}. Hãy sửa lại mục đó rồi chạy lại.`,
  'missing-input': ({ file, folder }) =>
    `Thư mục “${folder}” thiếu tệp “${file}”. Hãy bổ sung tệp này rồi chạy lại.`,
  'wrong-school-year': ({ file, found, expected }) =>
    `Tệp “${file}” ghi năm học ${found}, trong khi đang làm năm học ${expected}. Hãy kiểm tra đã chọn đúng tệp.`,

  'person-not-found': ({ person }) =>
    `Không có ai là “${person}” trong danh sách nhân sự. Hãy kiểm tra mã định danh, họ và tên.`,
  'group-not-found': ({ group }) =>
    `Không có tổ “${group}” trong danh sách tổ. Hãy thêm tổ hoặc sửa lại tên.`,
  'award-exists': ({ award, schoolYear, number, date, exact }) => {
    const decision = [...(number === '' ? [] : [`số ${number}`]), ...(date === null ? [] : [`ngày ${date}`])];
    const by = decision.length === 0 ? 'chưa ghi quyết định' : `Quyết định ${decision.join(' ')}`;
    const advice = exact
      ? 'Hãy sửa mục đã ghi, không ghi thêm lần nữa.'
      : 'Nếu là cùng một lần tặng, hãy sửa mục đã ghi; nếu là lần tặng khác, hãy chọn “Ghi cả hai”.';
    return `Đã ghi ${award} năm học ${schoolYear} (${by}). ${advice}`;
  },
  'duplicate-code': ({ personCode, name }) =>
    `Mã định danh ${personCode} đã được dùng cho ${name}. Hãy nhập mã khác.`,
  'group-exists': ({ name }) => `Đã có ${name} trong danh sách tổ. Hãy dùng tổ này hoặc đặt tên khác.`,
  'in-use': inUseSentence,
  'not-found': ({ what }) => `Không còn tìm thấy ${what}. Hãy tải lại danh sách.`,
  'leave-contradicts': ({ name, leave, other }) =>
    `${name}: “${leave}” trùng ngày với “${other}” đã ghi. Hãy sửa hoặc xóa một trong hai mục.`,
  'spell-passes': ({ name, day }) =>
    `Ngày ${day} vượt qua mốc liền trước hoặc liền sau của ${name}. Hãy chọn ngày nằm giữa hai mốc đó, hoặc xóa mốc ghi nhầm.`,
  'invalid-period': ({ from, to }) =>
    `Khoảng thời gian từ ${from} đến ${to} không hợp lệ. Ngày kết thúc phải sau ngày bắt đầu.`,

  'pupil-lines': ({ problems }) => pupilLinesText(problems),
  'pupil-exists': ({ name, className }) =>
    `Lớp ${className} đã có ${name} trong danh sách. Hai em cùng tên thì ghi thêm mã học sinh.`,
  'pupil-dealt-with': ({ name }) =>
    `${name} đã được Hội đồng xem xét hoặc biểu quyết nên không xóa được. Hãy rút đăng ký và ghi lý do.`,

  'season-exists': ({ schoolYear }) => `Năm học ${schoolYear} đã có trong tệp này.`,
  'no-season': () => 'Tệp chưa có năm học nào. Hãy khai báo năm học trước.',
  'no-rule-set': ({ date }) =>
    `Ứng dụng chưa có bộ quy tắc cho ngày ${date}. Hãy kiểm tra lại năm học và ngày họp, hoặc cập nhật ứng dụng.`,
  'regulation-not-named': ({ setting }) =>
    `“${setting}” chưa có văn bản làm căn cứ. Hãy ghi số và ngày quy chế của trường, hoặc ghi văn bản khác cho thiết lập này.`,
  'registration-locked': ({ reason }) =>
    `Đăng ký đã chốt (${reason}). Muốn thay đổi, hãy mở chốt ở bước Đăng ký và ghi lý do.`,
  'already-registered': ({ name, title }) =>
    `${name} đã đăng ký ${title}. Mỗi danh hiệu chỉ đăng ký một lần trong năm học.`,
  'unknown-title': ({ title }) =>
    `Không có danh hiệu hoặc hình thức khen thưởng “${title}”. Hãy ghi đúng tên đầy đủ hoặc tên viết tắt.`,
  'wrong-state': ({ name, state, wanted }) => `${name} đang ở trạng thái “${state}” nên chưa ${wanted} được.`,
  'score-over-maximum': ({ name, criterion, score, maximum }) =>
    `${name}: điểm ${formatPoints(score)} vượt quá điểm tối đa ${formatPoints(maximum)} của tiêu chí “${criterion}”. Hãy sửa lại điểm.`,

  'no-council': () => 'Chưa ghi danh sách thành viên của cuộc họp. Hãy chọn thành viên trước.',
  'council-in-use': () =>
    'Hội đồng đã biểu quyết hoặc đã lập danh sách bỏ phiếu nên không thêm, bớt thành viên được: số thành viên là cơ sở tính kết quả. Hãy hủy vòng bỏ phiếu và xóa kết quả biểu quyết trước.',
  'body-not-used': ({ body, reason }) =>
    `${body}: ${reason} Hãy đổi ở trang Quy chế, thiết lập nếu trường có tổ chức.`,
  'more-than-room': ({ name, cast, mayVote }) =>
    `${name}: ${cast} người giơ tay nhiều hơn ${mayVote} thành viên đang có mặt được biểu quyết trường hợp này (không kể người vắng, người đã về, người không tham gia biểu quyết). Hãy kiểm tra lại số liệu, điểm danh.`,
  'more-than-absent': ({ name, written, mayWrite }) =>
    `${name}: ${written} ý kiến bằng văn bản nhiều hơn số ý kiến đã ghi hoặc ${mayWrite} thành viên vắng mặt được gửi ý kiến. Hãy kiểm tra lại số liệu, điểm danh.`,
  'member-steps-aside': ({ name, about }) =>
    `${name} không tham gia biểu quyết trường hợp của ${about}. Hãy để trống dòng này trong ý kiến bằng văn bản.`,
  'presence-counted': ({ name, counted }) =>
    `${counted} đã tính theo điểm danh của ${name} nên không đổi như vậy được. ${name} đến muộn thì ghi giờ đến, về sớm thì ghi giờ về; điểm danh sai thì mở lại kết quả đó rồi sửa.`,
  'no-meeting': () => 'Chưa mở phiên họp. Hãy ghi ngày họp, điểm danh rồi mở phiên họp.',
  'meeting-closed': () =>
    'Phiên họp đã kết luận nên không sửa được. Muốn thay đổi, Chủ tịch Hội đồng mở lại phiên họp và ghi lý do.',
  'cases-undealt': ({ undealt, total }) =>
    `Còn ${undealt}/${total} trường hợp chưa được xét. Hãy xét tiếp, hoặc ghi lý do vẫn kết luận; lý do được in vào biên bản.`,
  'no-quorum': ({ present, total, needed }) =>
    `Có mặt ${present}/${total} thành viên, chưa đủ ${needed} thành viên để họp. Hãy hoãn họp, hoặc ghi rõ lý do vẫn tiến hành.`,
  'not-a-member': ({ person }) =>
    `${person} không phải là thành viên của cuộc họp. Hãy kiểm tra danh sách thành viên.`,
  'member-present': ({ name }) =>
    `${name} có mặt tại phiên họp nên bỏ phiếu trực tiếp, không ghi ý kiến bằng văn bản.`,
  'member-absent': ({ name }) =>
    `${name} vắng mặt tại phiên họp nên không tham gia Ban kiểm phiếu được. Hãy chọn thành viên có mặt.`,
  'presence-not-taken': ({ name }) =>
    `Chưa điểm danh ${name}. Hãy ghi vắng mặt ở phần điểm danh trước khi ghi ý kiến bằng văn bản.`,
  'slate-empty': ({ title }) =>
    `Chưa có ai đủ điều kiện để bỏ phiếu danh hiệu ${title}. Hãy hoàn thành thẩm định trước.`,
  'round-sealed': ({ title }) =>
    `Kết quả kiểm phiếu ${title} đã chốt. Muốn sửa, Chủ tịch Hội đồng phải mở lại và ghi lý do.`,
  'round-not-sealed': ({ title }) =>
    `Kết quả kiểm phiếu ${title} chưa chốt. Hãy hoàn thành kiểm phiếu trước.`,
  'no-more-rounds': ({ title, maximum }) =>
    `Danh hiệu ${title} đã bỏ phiếu ${maximum} lần, không bỏ phiếu thêm được. Hãy báo cáo cấp có thẩm quyền quyết định.`,
  'round-has-later': ({ title }) =>
    `Danh hiệu ${title} đã có lần bỏ phiếu sau dựa trên kết quả này. Hãy hủy lần bỏ phiếu sau trước khi mở lại.`,
  'returned-not-declared': ({ title }) =>
    `Chưa ghi số phiếu thu về của danh hiệu ${title}. Hãy đếm phiếu giấy và ghi số phiếu thu về trước khi nhập phiếu.`,
  'invalid-ballot': ({ ballot, problem }) =>
    `Phiếu thứ ${ballot} trong tập đang nhập ${ballotProblems[problem]}. Hãy sửa phiếu này rồi nhập lại cả tập.`,
  'count-incomplete': ({ title, missing }) =>
    `Chưa chốt được kết quả kiểm phiếu ${title}: còn thiếu ${missing}. Hãy bổ sung rồi chốt lại.`,
  'identity-broken': ({ identity, left, right }) =>
    `Số phiếu chưa khớp: ${identity} (${left} so với ${right}). Hãy đếm lại phiếu giấy và sửa số liệu trước khi tiếp tục.`,
  'not-on-slate': ({ name, file, column }) =>
    `Tệp “${file}”, cột “${column}”: ${name} không có trong danh sách bầu. Hãy bỏ cột này hoặc kiểm tra lại danh sách.`,
  'more-than-base': ({ name, agree, base }) =>
    `${name}: ${agree} ý kiến đồng ý nhiều hơn tổng số ${base} thành viên. Hãy kiểm tra lại số liệu.`,
  'tellers-missing': () =>
    'Chưa chọn Ban kiểm phiếu. Hãy chọn trưởng ban và các ủy viên trước khi chốt kết quả.',
  'not-a-teller': ({ name }) =>
    `${name} không có tên trong Ban kiểm phiếu. Khi kiểm hai lần, từng thành viên Ban kiểm phiếu đăng nhập bằng họ và tên của mình.`,
  'draft-changed': ({ title }) =>
    `Tập phiếu chưa cất của danh hiệu ${title} vừa được nhập ở cửa sổ khác, nên phiếu vừa nhập ở đây chưa được ghi. Màn hình đã lấy lại tập phiếu đang có; hãy chỉ nhập ở một cửa sổ và nhập lại tờ phiếu đang cầm.`,
  'count-not-taken': ({ title }) =>
    `Vòng bỏ phiếu ${title} kiểm hai lần độc lập. Hãy nhận một lần kiểm trước khi nhập phiếu.`,
  'counts-taken': ({ title }) =>
    `Hai lần kiểm phiếu ${title} đã có người nhận. Muốn đổi người, thư ký bỏ các phiếu đã nhập để kiểm lại từ đầu.`,
  'counts-differ': ({ title }) =>
    `Hai lần kiểm phiếu ${title} chưa khớp. Hãy xem bảng đối chiếu, đọc lại các phiếu khác nhau rồi nhập lại.`,
  'counts-unconfirmed': ({ title, tellers }) =>
    `Kết quả kiểm phiếu ${title} chưa có xác nhận của ${tellers}. Từng người đăng nhập và xác nhận lần kiểm của mình.`,
  'none-aside': ({ title }) => `Vòng bỏ phiếu ${title} không còn phiếu để riêng. Hãy tải lại danh sách.`,
  'unclear-mark': ({ file, row, column, value }) =>
    `Tệp “${file}”, dòng ${row}, cột “${column}”: không hiểu “${value}”. Hãy ghi “Đồng ý”, “Không đồng ý” hoặc để trống.`,

  'slip-in-pieces': () =>
    'Phiếu có nhiều tên: in theo khổ này thì phiếu của một người bị cắt thành nhiều mảnh rời. Hãy chọn khổ lớn hơn, hoặc để “Tự chọn theo số tên”.',
  'invalid-paper-number': ({ paper, number, series }) =>
    series === null
      ? `“${paper}” không mang số ở đây, hoặc số được ghi cùng quyết định ở trang khác: chưa ghi “${number}”.`
      : `“${number}” không phải số của “${paper}”. Hãy ghi số, có thể kèm một chữ cái, ví dụ 15 hoặc 15a; phần sau dấu gạch chéo là ${series}.`,
  'paper-number-taken': ({ number, series, paper }) =>
    `Số ${number}/${series} đã dùng cho “${paper}”. Hãy ghi số khác, hoặc xóa số của văn bản kia trước.`,
  'paper-not-ready': ({ paper, reason }) => `Chưa lập được ${paper}: ${reason}`,
  'drive-not-found': ({ path }) =>
    `Không thấy thư mục hoặc ổ đĩa “${path}”. Hãy cắm lại USB hoặc chọn nơi khác.`,
  'drive-full': ({ path, needed, free }) =>
    `“${path}” không đủ chỗ: cần ${formatBytes(needed)}, còn ${formatBytes(free)}. Hãy xóa bớt tệp hoặc dùng USB khác.`,
  'copy-differs': ({ file }) =>
    `Tệp “${file}” đọc lại từ nơi chép không giống bản gốc; USB có thể đã hỏng. Hãy dùng USB khác và xuất lại.`,
  'copy-failed': ({ path, detail }) =>
    `Không chép được sang “${path}” (${detail}). Hãy kiểm tra USB còn cắm và không bị khóa ghi, rồi xuất lại.`,
  'not-a-package': ({ path }) =>
    `Thư mục “${path}” không phải là bộ hồ sơ do ứng dụng xuất ra (không có tệp manifest.json hợp lệ). Hãy chọn đúng thư mục.`,
};

/** Every code that has a sentence: all of them, by type. */
export const errorCodes = Object.keys(sentences) as readonly ErrorCode[];

/** The sentence to show for an expected failure. */
export function errorSentence(error: AppError): string {
  const sentence = sentences[error.code] as (facts: AppError) => string;
  return sentence(error);
}
