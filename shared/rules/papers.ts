/** What goes into the dossier of each award, and by which way it is submitted, as data. Places without a text are said to be so. */
import type { Confidence, TitleId } from '../terms.ts';
import { at, LAW, ND129, ND152, readInFull } from './documents.ts';
import type { Citation } from './model.ts';

export const dossierItemIds = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'M13'] as const;
export type DossierItemId = (typeof dossierItemIds)[number];

/** One paper of a dossier. */
export interface DossierItem {
  readonly name: string;
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly source: string;
}

const law84 = 'Đã đối chiếu với văn bản; số bộ, thành phần cụ thể do thành phố quy định.';
const practice = 'Thông lệ, không có văn bản quy định.';

/** The papers by their id. */
export const dossierItems: Readonly<Record<DossierItemId, DossierItem>> = {
  D1: {
    name: 'Tờ trình (Mẫu 01)',
    citation: at(LAW, 'Điều 84', 'khoản 1, khoản 2'),
    confidence: 'P',
    source: `${law84} Mẫu 01 của ${ND152}: một nguồn dẫn.`,
  },
  D2: {
    name: 'Báo cáo thành tích',
    citation: at(LAW, 'Điều 84', 'khoản 1, khoản 2'),
    confidence: 'P',
    source: law84,
  },
  D3: {
    name: 'Biên bản bình xét thi đua, xét khen thưởng',
    citation: at(LAW, 'Điều 84', 'điểm c khoản 1, điểm c khoản 2'),
    confidence: 'P',
    source: law84,
  },
  D4: {
    name: 'Kết quả bỏ phiếu của Hội đồng',
    citation: at('Nghị định số 98/2023/NĐ-CP', 'Điều 34', null),
    confidence: 'C2',
    source: 'Kế thừa; đối chiếu Nghị định số 152/2025/NĐ-CP.',
  },
  D5: {
    name: 'Chứng nhận sáng kiến, đề tài hoặc xác nhận Hoàn thành xuất sắc nhiệm vụ',
    citation: at(LAW, 'Điều 84', 'điểm d khoản 1'),
    confidence: 'P',
    source: law84,
  },
  D6: {
    name: 'Xác nhận thành tích (đột xuất, đóng góp, phát minh)',
    citation: at(LAW, 'Điều 84', 'điểm d khoản 2'),
    confidence: 'P',
    source: law84,
  },
  D7: {
    name: 'Danh sách đề nghị và bảng tổng hợp',
    citation: at('Thông lệ của nhà trường', null, null),
    confidence: 'PR',
    source: practice,
  },
  D8: {
    name: 'Bản sao quyết định khen thưởng các năm trước',
    citation: at('Thông lệ của nhà trường', null, null),
    confidence: 'PR',
    source: practice,
  },
  D9: {
    name: 'Ý kiến của cấp trên, hiệp y, kết quả công khai',
    citation: at(LAW, 'Điều 84', 'khoản 3, khoản 5'),
    confidence: 'P',
    source: law84,
  },
  M13: {
    name: 'Giấy xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến (Mẫu 13)',
    citation: at(ND152, 'Phụ lục', 'Mẫu 13'),
    confidence: 'C1',
    source: 'Một nguồn dẫn.',
  },
};

export const chainIds = ['COMMUNE', 'CITY', 'SECTOR', 'SCHOOL'] as const;
export type ChainId = (typeof chainIds)[number];

/** A way of submission, from the school up. */
export interface SubmissionChain {
  readonly steps: readonly string[];
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly source: string;
}

const unsure = 'Mỗi danh hiệu đi theo tuyến nào do thành phố quy định: nhà trường đối chiếu.';

/** The ways of submission. */
export const chains: Readonly<Record<ChainId, SubmissionChain>> = {
  SCHOOL: {
    steps: ['Hội đồng Thi đua - Khen thưởng nhà trường', 'Hiệu trưởng'],
    citation: at(LAW, 'Điều 81', 'khoản 1'),
    confidence: 'P',
    source: readInFull,
  },
  COMMUNE: {
    steps: [
      'Hội đồng Thi đua - Khen thưởng nhà trường',
      'Ủy ban nhân dân xã (Phòng Văn hóa - Xã hội)',
      'Hội đồng Thi đua - Khen thưởng xã',
      'Chủ tịch Ủy ban nhân dân xã',
    ],
    citation: at(ND129, 'Điều 59', null),
    confidence: 'U',
    source: unsure,
  },
  CITY: {
    steps: [
      'Hội đồng Thi đua - Khen thưởng nhà trường',
      'Ủy ban nhân dân xã',
      'Sở Nội vụ',
      'Hội đồng Thi đua - Khen thưởng thành phố',
      'Chủ tịch Ủy ban nhân dân thành phố',
    ],
    citation: at(LAW, 'Điều 83', 'khoản 1'),
    confidence: 'U',
    source: unsure,
  },
  SECTOR: {
    steps: [
      'Hội đồng Thi đua - Khen thưởng nhà trường',
      'Cụm, khối thi đua',
      'Hội đồng Thi đua - Khen thưởng ngành Giáo dục và Đào tạo (Sở)',
      'Bộ trưởng hoặc Chủ tịch Ủy ban nhân dân thành phố',
    ],
    citation: at('Kế hoạch phát động phong trào thi đua của nhà trường', null, null),
    confidence: 'PR',
    source: unsure,
  },
};

/** The dossier of one award. */
export interface AwardPapers {
  readonly items: readonly DossierItemId[];
  /** Number of the report form in the annex of NĐ 152/2025, of people and of collectives; null where none was found. */
  readonly reportForm: Readonly<Record<'PERSON' | 'GROUP', string | null>>;
  readonly chain: ChainId;
}

type ReportForm = string | null | AwardPapers['reportForm'];

function papers(chain: ChainId, form: ReportForm, ...items: readonly DossierItemId[]): AwardPapers {
  const reportForm = typeof form === 'string' || form === null ? { PERSON: form, GROUP: form } : form;
  return { chain, reportForm, items };
}

/** Merit of a person and merit of a collective have each a form of their own. */
const merit = { PERSON: '05', GROUP: '04' } as const;

const state = ['D1', 'D2', 'D3', 'D8', 'D9'] as const;
const flag = ['D1', 'D2', 'D3', 'D4'] as const;

/**
 * Dossiers by award: D1 to D3 by the law for all, the rest by the kind of award; cities set their own. Report forms other
 * than 05 are read off the order of the annex, not from its text.
 */
export const awardPapers: Readonly<Record<TitleId, AwardPapers>> = {
  LDTT: papers('COMMUNE', null, 'D1', 'D2', 'D3', 'D7'),
  CSTDCS: papers('COMMUNE', '05', 'D1', 'D2', 'D3', 'D4', 'D5'),
  CSTD_TP: papers('CITY', '05', 'D1', 'D2', 'D3', 'D4', 'D5', 'M13', 'D8'),
  CSTD_BO: papers('SECTOR', '05', 'D1', 'D2', 'D3', 'D4', 'D5', 'M13', 'D8'),
  CSTD_TQ: papers('CITY', '03', 'D1', 'D2', 'D3', 'D4', 'D5', 'M13', 'D8', 'D9'),
  TTLDTT: papers('COMMUNE', '04', 'D1', 'D2', 'D3', 'D7'),
  TTLDXS: papers('CITY', '04', 'D1', 'D2', 'D3', 'D7'),
  CO_TP: papers('CITY', '04', ...flag),
  CO_TP_CD: papers('CITY', '08', ...flag),
  CO_BO: papers('SECTOR', '04', ...flag),
  CO_CP: papers('CITY', '02', ...flag, 'D9'),
  CO_CP_CD: papers('CITY', '08', ...flag, 'D9'),
  GK_HT: papers('SCHOOL', null, 'D3', 'D7'),
  GK_HT_HS: papers('SCHOOL', null, 'D3', 'D7'),
  NB_KHEN_DOT: papers('SCHOOL', null, 'D3', 'D7'),
  GK_XA: papers('COMMUNE', null, 'D1', 'D2', 'D3', 'D7'),
  GK_SO: papers('SECTOR', null, 'D1', 'D2', 'D3', 'D7'),
  BK_TP: papers('CITY', merit, 'D1', 'D2', 'D3', 'D8'),
  BK_BO: papers('SECTOR', merit, 'D1', 'D2', 'D3', 'D8'),
  BK_TTG: papers('CITY', merit, ...state),
  HCLD3: papers('CITY', merit, ...state),
  HCLD2: papers('CITY', merit, ...state),
  HCLD1: papers('CITY', merit, ...state),
  KNC_GD: papers('SECTOR', null, 'D1', 'D2', 'D3', 'D7'),
  NGUT: papers('SECTOR', null, 'D1', 'D2', 'D3', 'D4', 'D8', 'D9'),
  NGND: papers('SECTOR', null, 'D1', 'D2', 'D3', 'D4', 'D8', 'D9'),
};

/** A paper as the dossier of an award calls it, with the number of its report form where that is known. */
export function dossierItemName({
  item,
  titleId,
  object,
}: {
  readonly item: DossierItemId;
  readonly titleId: TitleId;
  readonly object: 'PERSON' | 'GROUP' | 'PUPIL';
}): string {
  const { name } = dossierItems[item];
  const form = object === 'PUPIL' ? null : (awardPapers[titleId]?.reportForm[object] ?? null);
  return item === 'D2' && form !== null ? `${name} (Mẫu ${form})` : name;
}
