/** Quyết định khen thưởng: the head of the school gives an award that the school itself decides; its list stands in it. */
import { formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import type { Block, Paper } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  councilName,
  legalBases,
  numberAndDate,
  type CitedPaper,
  type HeadSigner,
  type PaperBasics,
} from './parts.ts';
import { schoolDecision } from './school-decision.ts';

export interface RewardDecisionData extends PaperBasics {
  /** Code of the award, for the file name. */
  readonly titleId: string;
  /** As it stands after "tặng": "Giấy khen của Hiệu trưởng". */
  readonly award: string;
  /** Bases of the school or the city after those of the law, each without its end mark. */
  readonly furtherBases: readonly string[];
  /** Minutes of the council's meeting. */
  readonly minutes: CitedPaper;
  /** Who receives it, in the order of the list. */
  readonly recipients: readonly {
    readonly name: string;
    /** Post and tổ, or the class of a pupil; empty for a collective. */
    readonly place: string;
    readonly achievement: string;
    readonly unit: 'cá nhân' | 'tập thể' | 'học sinh' | 'tập thể lớp';
  }[];
  readonly head: HeadSigner;
}

const units = ['cá nhân', 'tập thể', 'học sinh', 'tập thể lớp'] as const;

function counted({ recipients }: RewardDecisionData): string {
  return units
    .map((unit) => ({ unit, count: recipients.filter((one) => one.unit === unit).length }))
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${formatCount(count)} ${unit}`)
    .join(', ');
}

/** Builds the decision on one award of the school. */
export function rewardDecision(data: RewardDecisionData): Paper {
  const year = formatSchoolYear(data.schoolYear);
  const hasPupils = data.recipients.some(({ unit }) => unit === 'học sinh' || unit === 'tập thể lớp');
  const whoCarriesOut = hasPupils
    ? 'Bộ phận văn phòng, kế toán, giáo viên chủ nhiệm các lớp'
    : 'Bộ phận văn phòng, kế toán, các tổ';
  return schoolDecision({
    basics: data,
    number: null,
    fileName: paperFiles.rewardDecision(data.titleId),
    subtitle: [`Về việc tặng ${data.award}`, `Năm học ${year}`],
    bases: [
      ...legalBases(data.date),
      ...data.furtherBases,
      `Căn cứ Biên bản họp ${numberAndDate(data.minutes)} của ${councilName} ${data.school.name}`,
      `Xét đề nghị của ${councilName} ${data.school.name}`,
    ],
    articles: [
      {
        text: `Tặng ${data.award} năm học ${year} cho ${counted(data)} có tên sau đây, vì đã có thành tích được Hội đồng xét, đề nghị:`,
        blocks: [list(data)],
      },
      {
        text: 'Mức tiền thưởng kèm theo và nguồn chi thực hiện theo quy định hiện hành và quy chế chi tiêu nội bộ của nhà trường.',
      },
      {
        text: `Quyết định này có hiệu lực kể từ ngày ký. ${whoCarriesOut} và các cá nhân, tập thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
      },
    ],
    head: data.head,
  });
}

function list({ recipients }: RewardDecisionData): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'TT', width: 11, align: 'center', numeric: true },
      { header: 'Họ và tên, tập thể', width: 52 },
      { header: 'Chức vụ, đơn vị, lớp', width: 46 },
      { header: 'Thành tích', width: 58 },
    ],
    rows: recipients.map((one, index) => [index + 1, one.name, one.place, one.achievement]),
  };
}
