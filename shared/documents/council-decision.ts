/** Quyết định thành lập Hội đồng: by what law, who sits in it with which duty, what it does, who carries it out. */
import { formatLongDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import type { CouncilRole, Sex } from '../terms.ts';
import { councilRoleNames } from '../vi/terms.ts';
import type { Block, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { bodyTitle, legalBases, salutation, tableOr, type HeadSigner, type PaperBasics } from './parts.ts';
import { schoolDecision } from './school-decision.ts';

export interface CouncilDecisionData extends PaperBasics {
  /** Number and symbol as they were typed ("15/QĐ-THCS"); null leaves the number to the series. */
  readonly decisionNumber: string | null;
  /** Plan of the movement; null when none was written. */
  readonly plan: { readonly number: string; readonly date: IsoDate | null } | null;
  /** Members by whom it was founded, the chair first. */
  readonly members: readonly {
    readonly name: string;
    readonly post: string;
    readonly sex: Sex | null;
    readonly role: CouncilRole;
  }[];
  readonly head: HeadSigner;
}

/** Builds the decision that founds the council of a school year. */
export function councilDecision(data: CouncilDecisionData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  const bases = [
    ...legalBases(data.date),
    ...(data.body?.kind === 'INITIATIVE' ? [initiativeBasis] : []),
    'Căn cứ Thông tư số 32/2020/TT-BGDĐT ngày 15 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Điều lệ trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học',
    ...(data.plan === null ? [] : [planBasis(data.plan, data.school.name)]),
    data.body?.kind === 'INITIATIVE'
      ? `Xét yêu cầu công tác sáng kiến năm học ${year}`
      : `Xét yêu cầu nhiệm vụ công tác thi đua, khen thưởng năm học ${year}`,
  ];
  return schoolDecision({
    basics: data,
    number: data.decisionNumber,
    fileName: paperFiles.councilDecision,
    subtitle: [`Về việc thành lập ${bodyTitle(data)}`, `Năm học ${year}`],
    bases,
    articles: [
      {
        text: `Thành lập ${bodyTitle(data)} ${data.school.name} năm học ${year}, gồm ${formatCount(data.members.length)} thành viên có tên sau đây:`,
        blocks: [members(data)],
      },
      {
        text:
          data.body?.kind === 'INITIATIVE'
            ? 'Hội đồng có nhiệm vụ giúp Hiệu trưởng xem xét, đánh giá tính mới, khả năng áp dụng và hiệu quả của các sáng kiến, đề nghị công nhận sáng kiến trong phạm vi cơ sở; làm việc theo nguyên tắc tập trung dân chủ, quyết định theo đa số và theo quy chế của nhà trường. Hội đồng tự giải thể khi hoàn thành nhiệm vụ.'
            : 'Hội đồng có nhiệm vụ giúp Hiệu trưởng tổ chức các phong trào thi đua, bình xét và đề nghị danh sách khen thưởng đối với cán bộ, giáo viên, nhân viên và học sinh trong nhà trường; làm việc theo nguyên tắc tập trung dân chủ, quyết định theo đa số và theo quy chế thi đua, khen thưởng của nhà trường. Hội đồng tự giải thể khi hoàn thành nhiệm vụ.',
      },
      {
        text: 'Quyết định này có hiệu lực kể từ ngày ký. Các tổ chuyên môn, tổ Văn phòng và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
      },
    ],
    head: data.head,
  });
}

const initiativeBasis =
  'Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến';

function planBasis(plan: NonNullable<CouncilDecisionData['plan']>, school: string): string {
  const date = plan.date === null ? '' : ` ${formatLongDate(plan.date)}`;
  return `Căn cứ Kế hoạch số ${plan.number}${date} của ${school} về phong trào thi đua`;
}

function members({ members: list }: CouncilDecisionData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 11, align: 'center', numeric: true },
        { header: 'Ông (Bà)', width: 18, align: 'center' },
        { header: 'Họ và tên', width: 58 },
        { header: 'Chức vụ', width: 46 },
        { header: 'Nhiệm vụ trong Hội đồng', width: 34 },
      ],
      rows: list.map((member, index) => [
        index + 1,
        salutation(member.sex),
        member.name,
        member.post,
        councilRoleNames[member.role],
      ]),
    },
    'Chưa có thành viên nào.',
  );
}
