/** Quyết định khen thưởng: the head of the school gives an award that the school itself decides; its list stands in it. */
import { formatSchoolYear } from '../dates.ts';
import type { RewardMoney } from '../domain/money.ts';
import { formatCount, formatInteger } from '../numbers.ts';
import { amountText, statedCounting } from '../vi/money.ts';
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
    /** What is paid with it; null where no text fixes it, or the day of the decision is not set. */
    readonly money: RewardMoney | null;
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

const blank = '………………';

/** How much each receives and how that is counted, then the sum; blanks to fill by hand where it is not known. */
function moneyText({ recipients }: RewardDecisionData): string {
  const parts = units.flatMap((unit) => {
    const own = recipients.filter((one) => one.unit === unit);
    return [...Map.groupBy(own, ({ money }) => money?.amount ?? null).values()].map((same) => {
      const money = same[0]?.money ?? null;
      const each = money === null ? `${blank} đồng` : `${amountText(money)}, bằng ${statedCounting(money)}`;
      return `${formatCount(same.length)} ${unit}, mỗi ${unit} ${each}`;
    });
  });
  const isKnown = recipients.every(({ money }) => money !== null);
  const sum = recipients.reduce((total, { money }) => total + (money?.amount ?? 0), 0);
  return `${parts.join('; ')}; tổng số tiền ${isKnown ? formatInteger(sum) : blank} đồng`;
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
        text: `Tiền thưởng kèm theo: ${moneyText(data)}. Nguồn chi thực hiện theo quy định hiện hành và quy chế chi tiêu nội bộ của nhà trường.`,
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
