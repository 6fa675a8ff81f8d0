/** Which rules make each title, in the order in which they are shown. */
import type { TitleId } from '../terms.ts';
import type { TitleRules } from './model.ts';

const personGates = [
  'rating',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T5b',
  'T6',
  'T7',
  'T8',
  'T8b',
  'T9',
  'B1',
  'B2',
  'B3',
  'B3b',
];

function title(rules: readonly string[]): TitleRules {
  return { meets: [], rules, variants: [] };
}

/** What bars a reward that is not of this year alone: an open matter, a discipline that still runs. */
const bars = ['B1', 'B2-running'];
const routes = [...bars, 'exemplary', 'unity', 'routes'];
const fighter = title([...bars, 'chain', 'wide-effect', 'outstanding']);
const flag = title(['B1', 'leading', 'beyond-targets', 'outstanding', 'united', 'thrift']);
const themedFlag = title(['B1', 'leading']);

/** Titles of catalogue order; one without rules of its own is left to people until a wording is switched on. */
export const titleRules: Readonly<Record<TitleId, TitleRules>> = {
  LDTT: title([...personGates, 'emulation-spirit']),
  CSTDCS: {
    meets: ['LDTT'],
    rules: ['initiative-or-excellent'],
    variants: [
      {
        id: 'CSTDCS_2026',
        name: 'Chiến sĩ thi đua cơ sở theo dự thảo Luật sửa đổi',
        meets: ['LDTT'],
        rules: ['rating-excellent', 'initiative-or-research'],
        confidence: 'U',
        source: 'Dự thảo tháng 12/2025; chưa đối chiếu Luật số 06/2026/QH16.',
      },
    ],
  },
  CSTD_TP: fighter,
  CSTD_BO: fighter,
  CSTD_TQ: fighter,
  TTLDTT: title(['group-rating', 'B1', 'B4', 'ldtt-share', 'group-movement', 'group-unity']),
  TTLDXS: title([
    'group-rating',
    'B1',
    'ldtt-share',
    'member-rating',
    'has-cstdcs',
    'group-movement',
    'group-unity',
  ]),
  CO_TP: flag,
  CO_BO: flag,
  CO_CP: title(['B1', 'routes']),
  CO_TP_CD: themedFlag,
  CO_CP_CD: themedFlag,
  GK_HT: {
    meets: [],
    rules: [],
    variants: [
      {
        id: 'GK_HT_TT29',
        name: 'Giấy khen của Hiệu trưởng theo Thông tư số 29/2023/TT-BGDĐT',
        meets: [],
        rules: [...bars, 'exemplary', 'routes'],
        confidence: 'C1',
        source:
          'Thông tư số 07/2026/TT-BGDĐT thay thế từ 02/4/2026, chưa đối chiếu: nhà trường bật khi xác nhận còn áp dụng.',
      },
    ],
  },
  GK_HT_HS: title(['conduct', 'routes']),
  NB_KHEN_DOT: title([...bars, 'school-standard']),
  GK_XA: title([...bars, 'rating-good', 'exemplary', 'routes']),
  GK_SO: title([...bars, 'department-standard']),
  BK_TP: title(routes),
  BK_BO: title(routes),
  BK_TTG: title(routes),
  HCLD3: title(routes),
  HCLD2: title(routes),
  HCLD1: title(routes),
  KNC_GD: title([...bars, 'not-yet', 'routes']),
  NGUT: title([...bars, 'ethics', 'decree-standard', 'routes']),
  NGND: title([...bars, 'award-before', 'ethics', 'decree-standard', 'routes']),
};
