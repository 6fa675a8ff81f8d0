import { tidy } from '../names.ts';
import type { ImportKind } from '../views.ts';

/** One thing a file of a kind may tell. Its Vietnamese label is in `shared/vi/imports.ts`. */
export interface Field {
  readonly id: FieldId;
  /** Header texts that mean it, as people write them; compared without marks, case and punctuation. */
  readonly aliases: readonly string[];
  /** The column must be there, and every row must fill it. */
  readonly required?: true;
  /** Several columns may carry it. */
  readonly many?: true;
}

export type FieldId =
  | 'code'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'groupName'
  | 'birthDate'
  | 'sex'
  | 'maleMark'
  | 'femaleMark'
  | 'position'
  | 'duty'
  | 'degree'
  | 'joinedOn'
  | 'partyMember'
  | 'status'
  | 'schoolYear'
  | 'rating'
  | 'groupRating'
  | 'titles'
  | 'rewards'
  | 'decisionNumber'
  | 'decisionDate'
  | 'initiativeName'
  | 'share'
  | 'scope'
  | 'registeredOn'
  | 'selfScore'
  | 'groupScore'
  | 'form'
  | 'leave'
  | 'from'
  | 'to';

/** Header texts written in one line, between bars. */
function words(text: string): readonly string[] {
  return text.split('|').map(tidy);
}

const code = {
  id: 'code',
  aliases: words(`
    Mã định danh | Mã | Mã số | Mã GV | Mã giáo viên | Mã CB | Mã cán bộ | Mã CBGV | Mã CBVC | Mã
    CBGVNV | Mã CB GV NV | Mã CCVC | Mã VC | Mã viên chức | Mã nhân sự | Mã NV | Mã nhân viên | Mã số
    định danh | Mã ĐD | Mã định danh cá nhân | Mã định danh Bộ GDĐT | Mã định danh GV | Số định danh |
    Định danh | Mã người dùng | Mã hồ sơ | MGV | MSGV | MSCB | MSNV
  `),
} as const satisfies Field;

const fullName = {
  id: 'fullName',
  aliases: words(`
    Họ và tên | Họ tên | Họ, tên | Họ & tên | Họ và tên CBGVNV | Họ và tên CB GV NV | Họ và tên giáo
    viên | Họ và tên GV | Họ và tên cán bộ | Họ và tên viên chức | Họ và tên cá nhân | Họ tên giáo
    viên | Họ tên GV | Họ tên CBGVNV | Họ tên cán bộ, giáo viên, nhân viên | Tên giáo viên | Tên GV |
    Tên cán bộ | Tên CBGVNV | Tên cá nhân | Tên viên chức | Tên nhân viên | Họ
    và tên người đăng ký | Họ tên khai sinh
  `),
} as const satisfies Field;

const familyName = {
  id: 'familyName',
  aliases: words(`
    Họ đệm | Họ và đệm | Họ và tên đệm | Họ, tên đệm | Họ lót | Họ và chữ lót | Họ và tên lót | Họ
  `),
} as const satisfies Field;

const givenName = {
  id: 'givenName',
  aliases: words('Tên | Tên riêng'),
} as const satisfies Field;

const groupName = {
  id: 'groupName',
  aliases: words(`
    Tổ | Tổ CM | Tổ chuyên môn | Tổ bộ môn | Tổ BM | Thuộc tổ | Tên tổ | Tổ công tác | Tổ/Khối | Tổ
    khối | Tổ, bộ phận | Tổ/Phòng | Bộ phận | Đơn vị | Đơn vị công tác | Sinh hoạt tổ | Tổ sinh hoạt
  `),
} as const satisfies Field;

const identity = [code, fullName, familyName, givenName, groupName] as const;

/** Fields that tell whom, or which tổ, a row is about. */
export const whoFields: ReadonlySet<FieldId> = new Set(identity.map(({ id }) => id));

const titleAliases = words('Danh hiệu | Danh hiệu thi đua | Các danh hiệu | Danh hiệu TĐ | DHTĐ');
const rewardAliases = words(`
  Hình thức khen thưởng | Hình thức KT | HTKT | Khen thưởng | Hình thức khen
`);

const pastYear = {
  id: 'schoolYear',
  aliases: words('Năm học | Năm'),
  required: true,
} as const satisfies Field;

/** The awards of a past year, and their decision. */
const pastAwards = [
  {
    id: 'titles',
    aliases: [
      ...titleAliases,
      ...words(`
      Danh hiệu, hình thức khen thưởng | Danh hiệu, khen thưởng | Danh hiệu và hình thức khen thưởng |
      Danh hiệu thi đua, hình thức khen thưởng | Thành tích | Thành tích khen thưởng | Danh hiệu đạt
      được | Danh hiệu đã đạt
    `),
    ],
  },
  { id: 'rewards', aliases: rewardAliases },
  {
    id: 'decisionNumber',
    aliases: words(`
      Số quyết định | Số QĐ | Quyết định số | QĐ số | Quyết định | Số quyết định công nhận | Số QĐ
      khen thưởng | Số quyết định khen thưởng | Số, ký hiệu quyết định
    `),
  },
  {
    id: 'decisionDate',
    aliases: words(`
      Ngày quyết định | Ngày QĐ | Quyết định ngày | Ngày ký | Ngày ký quyết định | Ngày ban hành |
      Ngày, tháng, năm quyết định | Ngày tháng quyết định
    `),
  },
] as const satisfies readonly Field[];

const history = [
  ...identity,
  pastYear,
  {
    id: 'rating',
    aliases: words(`
      Xếp loại viên chức | Xếp loại | Xếp loại VC | Xếp loại CCVC | Xếp loại chất lượng | Xếp loại
      chất lượng viên chức | Kết quả xếp loại | Kết quả đánh giá | Kết quả đánh giá, xếp loại | Đánh
      giá xếp loại | Đánh giá viên chức | Mức xếp loại | Mức độ hoàn thành nhiệm vụ | XLVC
    `),
  },
  ...pastAwards,
] as const satisfies readonly Field[];

const people = [
  code,
  { ...fullName, required: true },
  familyName,
  givenName,
  groupName,
  {
    id: 'birthDate',
    aliases: words(`
      Ngày sinh | Ngày tháng năm sinh | Ngày, tháng, năm sinh | Ngày/tháng/năm sinh | NTNS | Sinh ngày
      | Ngày sinh (dd/mm/yyyy)
    `),
  },
  { id: 'sex', aliases: words('Giới tính | Giới | Phái | Phái tính | Nam/Nữ | Nam, nữ | GT') },
  { id: 'maleMark', aliases: words('Nam | Giới tính nam') },
  { id: 'femaleMark', aliases: words('Nữ | Giới tính nữ | Là nữ') },
  {
    id: 'position',
    aliases: words(`
      Chức vụ | Chức danh | Chức vụ hiện nay | Chức vụ, chức danh | Vị trí việc làm | Vị trí | CV
    `),
  },
  {
    id: 'duty',
    aliases: words(`
      Môn dạy/Nhiệm vụ | Môn dạy | Nhiệm vụ | Bộ môn | Môn | Môn giảng dạy | Chuyên môn | Phân công |
      Phân công nhiệm vụ | Nhiệm vụ được giao | Nhiệm vụ được phân công | Công việc | Môn dạy chính
    `),
  },
  {
    id: 'degree',
    aliases: words(`
      Trình độ | Trình độ chuyên môn | Trình độ đào tạo | TĐCM | Bằng cấp | Học vị | Trình độ CM |
      Trình độ chuyên môn cao nhất
    `),
  },
  {
    id: 'joinedOn',
    aliases: words(`
      Ngày vào ngành | Vào ngành | Ngày tuyển dụng | Ngày vào ngành GD | Ngày vào ngành giáo dục |
      Ngày tháng vào ngành | Ngày, tháng, năm vào ngành | Ngày tháng năm vào ngành | Ngày bắt đầu công
      tác | Ngày vào làm
    `),
  },
  {
    id: 'partyMember',
    aliases: words(`
      Đảng viên | Đảng | Là đảng viên | ĐV | ĐVCSVN | Đảng viên (x) | Ngày vào Đảng
    `),
  },
  {
    id: 'status',
    aliases: words(`
      Tình trạng | Trạng thái | Tình trạng công tác | Trạng thái làm việc | Tình trạng làm việc | Hiện
      trạng
    `),
  },
] as const satisfies readonly Field[];

const initiatives = [
  code,
  {
    ...fullName,
    aliases: [
      ...fullName.aliases,
      ...words(`
      Tác giả | Tên tác giả | Họ tên tác giả | Họ và tên tác giả | Tác giả sáng kiến | Người thực hiện
      | Chủ sáng kiến
    `),
    ],
  },
  familyName,
  { ...givenName, aliases: words('Tên riêng | Tên') },
  groupName,
  { id: 'schoolYear', aliases: words('Năm học | Năm | Năm công nhận'), required: true },
  {
    id: 'initiativeName',
    aliases: words(`
      Tên sáng kiến | Sáng kiến | Tên SKKN | SKKN | Tên sáng kiến kinh nghiệm | Tên đề tài | Đề tài |
      Tên giải pháp | Giải pháp | Tên sáng kiến, đề tài | Tên đề tài, sáng kiến | Tên sáng kiến/giải
      pháp
    `),
    required: true,
  },
  {
    id: 'share',
    aliases: words(`
      Tỷ lệ đóng góp (%) | Tỷ lệ đóng góp | Tỷ lệ | Đóng góp | Đóng góp (%) | % đóng góp | Phần trăm
      đóng góp | Tỷ lệ tham gia | Mức đóng góp | Tỷ lệ phần trăm
    `),
  },
  {
    id: 'scope',
    aliases: words(`
      Phạm vi công nhận | Phạm vi | Cấp công nhận | Công nhận cấp | Phạm vi ảnh hưởng | Phạm vi áp
      dụng | Kết quả công nhận | Mức công nhận | Cấp | Xếp cấp | Kết quả
    `),
    required: true,
  },
  {
    id: 'decisionNumber',
    aliases: words(`
      Số quyết định | Số QĐ | Quyết định số | QĐ số | Quyết định | Số quyết định công nhận | Quyết
      định công nhận | Số QĐ công nhận
    `),
  },
] as const satisfies readonly Field[];

const registeredOn = {
  id: 'registeredOn',
  aliases: words(`
    Ngày đăng ký | Ngày ĐK | Ngày nộp | Ngày | Ngày nộp đăng ký | Thời gian đăng ký
  `),
} as const satisfies Field;

const registeredTitles = {
  id: 'titles',
  aliases: [
    ...titleAliases,
    ...words(`
    Danh hiệu đăng ký | Đăng ký danh hiệu | Đăng ký danh hiệu thi đua | Danh hiệu thi đua đăng ký |
    Danh hiệu ĐK | Đăng ký thi đua | Đăng ký | Nội dung đăng ký | Danh hiệu, hình thức khen thưởng
    đăng ký | Danh hiệu, hình thức khen thưởng
  `),
  ],
  required: true,
} as const satisfies Field;

const registrations = [
  ...identity,
  registeredTitles,
  {
    id: 'rewards',
    aliases: [
      ...rewardAliases,
      ...words(`
      Hình thức khen thưởng đăng ký | Đăng ký khen thưởng | Khen thưởng đăng ký | Đăng ký hình thức
      khen thưởng | Đề nghị khen thưởng | Hình thức khen thưởng đề nghị
    `),
    ],
  },
  registeredOn,
] as const satisfies readonly Field[];

const evaluations = [
  ...identity,
  { id: 'selfScore', aliases: [], many: true },
  { id: 'groupScore', aliases: [], many: true },
  {
    id: 'rating',
    aliases: words(`
      Xếp loại viên chức đề nghị | Đề nghị xếp loại | Đề nghị xếp loại viên chức | Xếp loại đề nghị |
      Xếp loại viên chức | Xếp loại VC | Xếp loại | Mức xếp loại đề nghị | Tổ đề nghị xếp loại | Xếp
      loại chất lượng | Dự kiến xếp loại
    `),
  },
] as const satisfies readonly Field[];

const collectiveName = {
  ...groupName,
  aliases: [
    ...groupName.aliases,
    ...words(`
    Tập thể | Tên tập thể | Tên đơn vị | Tên tổ chuyên môn | Tên tổ, bộ phận
  `),
  ],
  required: true,
} as const satisfies Field;

const collectives = [collectiveName, registeredTitles, registeredOn] as const satisfies readonly Field[];

const collectiveHistory = [
  collectiveName,
  pastYear,
  {
    id: 'groupRating',
    aliases: words(`
      Xếp loại tập thể | Xếp loại | Xếp loại tổ | Xếp loại đơn vị | Xếp loại chất lượng | Xếp loại chất
      lượng tập thể | Kết quả xếp loại | Kết quả đánh giá, xếp loại | Đánh giá xếp loại | Mức xếp loại |
      Mức độ hoàn thành nhiệm vụ
    `),
  },
  ...pastAwards,
] as const satisfies readonly Field[];

const disciplines = [
  ...identity,
  {
    id: 'form',
    aliases: words(`
      Hình thức kỷ luật | Hình thức | Kỷ luật | Hình thức KL | Mức kỷ luật | Hình thức xử lý kỷ luật
    `),
    required: true,
  },
  {
    id: 'from',
    aliases: words(`
      Từ ngày | Từ | Ngày bắt đầu | Ngày hiệu lực | Hiệu lực từ | Ngày quyết định | Ngày có hiệu lực
    `),
    required: true,
  },
  {
    id: 'to',
    aliases: words(`
      Đến ngày | Đến | Ngày kết thúc | Hết hiệu lực | Ngày hết hiệu lực | Ngày chấm dứt | Hiệu lực đến
    `),
  },
] as const satisfies readonly Field[];

const absences = [
  ...identity,
  {
    id: 'leave',
    aliases: words(`
      Lý do nghỉ | Loại nghỉ | Hình thức nghỉ | Chế độ nghỉ | Nội dung nghỉ | Diện nghỉ | Nghỉ | Tình trạng
    `),
    required: true,
  },
  {
    id: 'from',
    aliases: words(`
      Từ ngày | Từ | Nghỉ từ ngày | Nghỉ từ | Ngày bắt đầu | Ngày bắt đầu nghỉ | Bắt đầu nghỉ | Thời gian
      nghỉ từ
    `),
    required: true,
  },
  {
    id: 'to',
    aliases: words(`
      Đến ngày | Đến | Nghỉ đến ngày | Nghỉ đến | Ngày kết thúc | Ngày kết thúc nghỉ | Kết thúc nghỉ | Đến
      hết ngày | Thời gian nghỉ đến
    `),
  },
] as const satisfies readonly Field[];

/** What each kind of file may tell, in the order its columns usually stand. */
export const importFields: Readonly<Record<ImportKind, readonly Field[]>> = {
  people,
  history,
  initiatives,
  registrations,
  evaluations,
  collectives,
  collectiveHistory,
  disciplines,
  absences,
};

/** The column of running numbers, by its header. */
export const orderHeaders: readonly string[] = words('STT | TT | Số TT | Số thứ tự | Thứ tự');

/** Columns that follow from others, or are only for paper. */
export const derivedHeaders: readonly string[] = words(`
  Chữ ký | Ký tên | Ký nhận | Ký | Tổng | Tổng điểm | Tổng cộng | Điểm
`);

/** Headers that belong to such tables and are not read: they still show where the header is. */
export const unreadHeaders: readonly string[] = [
  ...orderHeaders,
  ...derivedHeaders,
  ...words('Ghi chú | Lý do'),
];

/** Kinds whose every row is one fact of the record, which half taken would look whole afterwards. */
const records: ReadonlySet<ImportKind> = new Set([
  'history',
  'initiatives',
  'collectiveHistory',
  'disciplines',
  'absences',
]);

/** Without these a row of any kind would say something else than its file does. */
const decisive: ReadonlySet<FieldId> = new Set([
  'code',
  'fullName',
  'familyName',
  'givenName',
  'titles',
  'rewards',
  'selfScore',
  'groupScore',
]);

/** Whether a row is not taken when its cell of a field can't be read; else only the cell stays unset. */
export function isDecisive(kind: ImportKind, field: FieldId): boolean {
  const isRequired = importFields[kind].some((one) => one.id === field && one.required === true);
  return records.has(kind) || decisive.has(field) || isRequired;
}
