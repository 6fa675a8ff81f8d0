/** The conditions of flags, of rewards and of orders for collectives, as data. */
import { at, MODEL86, ND152, quotedOnce, quotedTwice, TT29 } from './documents.ts';
import type { GroupRule } from './model.ts';
import type { GroupTest, Route, WindowChoice } from './tests.ts';
import {
  awards,
  excellentCollective,
  fiveYears,
  groupCondition,
  groupRoutes,
  inARow,
  judgedRoute,
  law,
  route,
} from './routes.ts';

const cityFlags = ['CO_TP', 'CO_BO'] as const;
const certificates = ['BK_TP', 'BK_BO'] as const;
const notCompared = 'Thông tư số 07/2026/TT-BGDĐT thay thế từ 02/4/2026, chưa đối chiếu điều tương ứng.';

type Flag = 'CO_TP' | 'CO_BO' | 'CO_CP' | 'CO_TP_CD' | 'CO_CP_CD';

/** A flag: a place or a movement, then what people must judge. */
function flag(
  title: Flag,
  article: number,
  clause: string,
  first: readonly [sentence: string, test: GroupTest | null],
  judgedOnes: readonly (readonly [id: string, sentence: string])[],
): readonly GroupRule[] {
  const citation = law(article, clause);
  const [sentence, test] = first;
  return [
    groupCondition({ id: 'leading', title, citation, sentence, ...(test === null ? {} : { test }) }),
    ...judgedOnes.map(([id, text]) => groupCondition({ id, title, citation, sentence: text })),
  ];
}

const rank = { operator: 'first-in-cluster', fact: 'clusterRank' } as const;
const beyond = [
  'beyond-targets',
  'Hoàn thành vượt mức các chỉ tiêu thi đua, nhiệm vụ được giao trong năm',
] as const;
const outstanding = ['outstanding', 'Là tập thể tiêu biểu xuất sắc'] as const;
const united = ['united', 'Nội bộ đoàn kết, tổ chức Đảng, đoàn thể trong sạch, vững mạnh'] as const;
const thrift = ['thrift', 'Thực hành tiết kiệm, chống lãng phí, phòng, chống tham nhũng, tiêu cực'] as const;

/** The ways to a Bằng khen of the city or the ministry (Điều 74 khoản 3). */
function certificateRoutes(launcher: string): readonly Route<GroupTest>[] {
  const citation = law(74, 'khoản 3');
  const democracy =
    'Thực hiện tốt dân chủ ở cơ sở, tổ chức tốt phong trào thi đua, chăm lo đời sống, thực hành tiết kiệm';
  return [
    judgedRoute({
      id: 'R1',
      citation,
      sentence: `Có thành tích xuất sắc được bình xét trong phong trào thi đua do ${launcher} phát động`,
    }),
    judgedRoute({ id: 'R2', citation, sentence: 'Lập thành tích đột xuất, có phạm vi ảnh hưởng' }),
    judgedRoute({ id: 'R3', citation, sentence: 'Có đóng góp được công nhận theo quy định của khoản này' }),
    route<GroupTest>({
      id: 'R4',
      citation,
      sentence: `Có 02 năm liên tục Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc; ${democracy.toLowerCase()}`,
      steps: [
        [
          'chain',
          'Có 02 năm liên tục Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc',
          inARow(2, excellentCollective),
        ],
        ['democracy', democracy, { operator: 'judged', fact: 'judgements' }],
      ],
    }),
  ];
}

/** A Huân chương Lao động for collectives: after the award below it, five excellent years with one of these choices. */
function order({
  title,
  article,
  point,
  before,
  beforeName,
  choices,
  choicesText,
}: {
  readonly title: 'HCLD1' | 'HCLD2' | 'HCLD3';
  readonly article: number;
  readonly point: string;
  readonly before: 'BK_TTG' | 'HCLD3' | 'HCLD2';
  readonly beforeName: string;
  readonly choices: readonly WindowChoice[];
  readonly choicesText: string;
}): GroupRule {
  const citation = law(article, `điểm ${point} khoản 4`);
  const sentence = `Đã được tặng ${beforeName} và sau đó có từ 05 năm liên tục Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc, trong đó có ${choicesText}`;
  const chain = ['chain', sentence, fiveYears([before], excellentCollective, choices)] as const;
  const age = [
    'age',
    'Đơn vị được thành lập từ 10 năm trở lên',
    { operator: 'as-old-as', fact: 'establishedOn', years: 10 },
  ] as const;
  return groupRoutes({
    title,
    citation: law(article, 'khoản 4'),
    source: 'Đã đọc toàn văn; các trường hợp khác của khoản này gộp thành một.',
    routes: [
      route<GroupTest>({ id: 'R1', citation, sentence, steps: title === 'HCLD3' ? [age, chain] : [chain] }),
      judgedRoute({
        id: 'R2',
        citation: law(article, 'khoản 4'),
        sentence: 'Thuộc trường hợp khác quy định tại khoản này',
      }),
    ],
  });
}

function withoutFlags(count: number): WindowChoice {
  return { all: [awards(count, ...certificates)], onlyWithoutFlags: true };
}

/** Every rule of the flags, rewards and orders for collectives. */
export const higherGroupRules: readonly GroupRule[] = [
  {
    id: 'B1',
    about: 'GROUP',
    sentence:
      'Tập thể không trong thời gian bị điều tra, thanh tra, kiểm tra có dấu hiệu vi phạm hoặc đang xác minh đơn thư, thông tin báo chí',
    citation: at(ND152, 'Điều 4', 'khoản 4'),
    confidence: 'C2',
    source: quotedTwice,
    regime: null,
    forTitle: null,
    judgeable: true,
    from: null,
    to: null,
    test: { operator: 'no-open-matter', fact: 'pendingMatters' },
  },
  ...flag(
    'CO_TP',
    26,
    'khoản 1',
    ['Dẫn đầu cụm, khối thi đua do thành phố tổ chức', rank],
    [beyond, outstanding, united, thrift],
  ),
  ...flag(
    'CO_BO',
    26,
    'khoản 1',
    ['Dẫn đầu cụm, khối thi đua do Bộ tổ chức', rank],
    [beyond, outstanding, united, thrift],
  ),
  ...flag(
    'CO_TP_CD',
    26,
    'khoản 2',
    [
      'Tiêu biểu xuất sắc dẫn đầu phong trào thi đua theo chuyên đề do thành phố phát động, có thời gian từ 03 năm trở lên, khi tổng kết',
      null,
    ],
    [],
  ),
  ...flag('CO_CP', 25, 'khoản 1', ['Dẫn đầu cụm, khối thi đua', rank], [beyond, outstanding, united, thrift]),
  ...flag(
    'CO_CP_CD',
    25,
    'khoản 3',
    [
      'Tiêu biểu xuất sắc dẫn đầu phong trào thi đua do Thủ tướng Chính phủ phát động, có thời gian từ 05 năm trở lên, khi tổng kết',
      null,
    ],
    [],
  ),
  groupRoutes({ title: 'BK_TP', citation: law(74, 'khoản 3'), routes: certificateRoutes('thành phố') }),
  groupRoutes({
    title: 'BK_BO',
    citation: law(74, 'khoản 3'),
    confidence: 'C1',
    source: `Điều 74 Luật đã đọc; thẩm quyền đề nghị theo Điều 12 Thông tư số 29/2023/TT-BGDĐT (Giám đốc Sở không đề nghị khen công trạng). ${notCompared}`,
    routes: certificateRoutes('Bộ'),
  }),
  groupRoutes({
    title: 'BK_TTG',
    citation: law(73, 'khoản 4'),
    source: 'Đã đọc toàn văn; các trường hợp khác của khoản này gộp thành một.',
    routes: [
      judgedRoute({
        id: 'R1',
        citation: law(73, 'khoản 4'),
        sentence: 'Lập thành tích đột xuất, đặc biệt xuất sắc',
      }),
      judgedRoute({
        id: 'R4',
        citation: law(73, 'khoản 4'),
        sentence:
          'Có thành tích trong phong trào thi đua do Chủ tịch nước, Thủ tướng Chính phủ phát động, hoặc do Bộ, thành phố phát động có thời gian từ 03 năm trở lên',
      }),
      judgedRoute({
        id: 'R5',
        citation: law(73, 'khoản 4'),
        sentence: 'Thuộc trường hợp khác quy định tại khoản này',
      }),
      route<GroupTest>({
        id: 'R6',
        citation: law(73, 'điểm e khoản 4'),
        sentence:
          'Đã được tặng Bằng khen cấp Bộ, cấp tỉnh và sau đó có từ 05 năm liên tục Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc, trong đó có 01 Cờ thi đua cấp Bộ, cấp tỉnh hoặc 02 Bằng khen cấp Bộ, cấp tỉnh',
        steps: [
          [
            'chain',
            'Sau Bằng khen cấp Bộ, cấp tỉnh có từ 05 năm liên tục Hoàn thành xuất sắc nhiệm vụ hoặc Tập thể lao động xuất sắc, trong đó có 01 Cờ thi đua hoặc 02 Bằng khen cấp Bộ, cấp tỉnh',
            fiveYears(certificates, excellentCollective, [
              { all: [awards(1, ...cityFlags)] },
              { all: [awards(2, ...certificates)] },
            ]),
          ],
        ],
      }),
    ],
  }),
  order({
    title: 'HCLD3',
    article: 44,
    point: 'đ',
    before: 'BK_TTG',
    beforeName: 'Bằng khen của Thủ tướng Chính phủ',
    choices: [
      { all: [awards(1, 'CO_CP')] },
      { all: [awards(2, ...cityFlags)] },
      { all: [awards(1, ...cityFlags), awards(1, ...certificates)] },
      withoutFlags(2),
    ],
    choicesText:
      '01 Cờ thi đua của Chính phủ, hoặc 02 Cờ thi đua cấp Bộ, cấp tỉnh, hoặc 01 Cờ và 01 Bằng khen cấp Bộ, cấp tỉnh, hoặc 02 Bằng khen cấp Bộ, cấp tỉnh đối với tập thể không thuộc đối tượng tặng cờ',
  }),
  order({
    title: 'HCLD2',
    article: 43,
    point: 'd',
    before: 'HCLD3',
    beforeName: 'Huân chương Lao động hạng Ba',
    choices: [
      { all: [awards(1, 'CO_CP'), awards(1, ...cityFlags)] },
      { all: [awards(3, ...cityFlags)] },
      withoutFlags(3),
    ],
    choicesText:
      '01 Cờ thi đua của Chính phủ và 01 Cờ thi đua cấp Bộ, cấp tỉnh, hoặc 03 Cờ thi đua cấp Bộ, cấp tỉnh, hoặc 03 Bằng khen cấp Bộ, cấp tỉnh đối với tập thể không thuộc đối tượng tặng cờ',
  }),
  order({
    title: 'HCLD1',
    article: 42,
    point: 'd',
    before: 'HCLD2',
    beforeName: 'Huân chương Lao động hạng Nhì',
    choices: [
      { all: [awards(2, 'CO_CP')] },
      { all: [awards(1, 'CO_CP'), awards(2, ...cityFlags)] },
      { all: [awards(4, ...cityFlags)] },
      withoutFlags(4),
    ],
    choicesText:
      '02 Cờ thi đua của Chính phủ, hoặc 01 Cờ thi đua của Chính phủ và 02 Cờ thi đua cấp Bộ, cấp tỉnh, hoặc 04 Cờ thi đua cấp Bộ, cấp tỉnh, hoặc 04 Bằng khen cấp Bộ, cấp tỉnh đối với tập thể không thuộc đối tượng tặng cờ',
  }),
  groupCondition({
    id: 'rating-good',
    title: 'GK_XA',
    citation: at(MODEL86, 'Điều 4', 'khoản 3'),
    confidence: 'L',
    source:
      'Luật giao thành phố quy định tiêu chuẩn (khoản 2 Điều 75); đây là mẫu của tỉnh khác, nhà trường đối chiếu.',
    sentence: 'Tập thể hoàn thành tốt nhiệm vụ trở lên',
    test: { operator: 'group-rating-at-least', fact: 'rating', level: 'HTT' },
  }),
  groupRoutes({
    title: 'GK_XA',
    citation: at(MODEL86, 'Điều 4', 'khoản 3'),
    confidence: 'L',
    source: 'Mẫu của tỉnh khác, nhà trường đối chiếu quy định của thành phố.',
    routes: [
      judgedRoute({
        id: 'R1',
        citation: at(MODEL86, 'Điều 4', 'khoản 3'),
        sentence: 'Có thành tích được bình xét trong phong trào thi đua',
      }),
      judgedRoute({
        id: 'R2',
        citation: at(MODEL86, 'Điều 4', 'khoản 3'),
        sentence: 'Lập nhiều thành tích hoặc thành tích đột xuất có ảnh hưởng trong lĩnh vực của đơn vị',
      }),
    ],
  }),
  groupCondition({
    id: 'department-standard',
    title: 'GK_SO',
    citation: law(75, 'điểm c khoản 1'),
    source: 'Luật chỉ nêu thẩm quyền; tiêu chuẩn theo hướng dẫn của Sở cho từng phong trào, hội thi.',
    sentence: 'Đạt tiêu chuẩn do Sở Giáo dục và Đào tạo quy định cho phong trào thi đua, hội thi',
  }),
  groupRoutes({
    title: 'GK_HT',
    citation: at(TT29, 'Điều 11', 'khoản 1'),
    confidence: 'C1',
    source: `${quotedOnce} ${notCompared}`,
    routes: [
      judgedRoute({
        id: 'R1',
        citation: at(TT29, 'Điều 11', 'khoản 1'),
        sentence: 'Xuất sắc trong các hoạt động của đơn vị',
      }),
      judgedRoute({
        id: 'R2',
        citation: at(TT29, 'Điều 11', 'khoản 1'),
        sentence: 'Xuất sắc trong phong trào thi đua, hội thi',
      }),
    ],
  }),
  groupCondition({
    id: 'school-standard',
    title: 'NB_KHEN_DOT',
    citation: law(81, 'khoản 1'),
    source: 'Luật cho phép hình thức khác; tiêu chuẩn theo quy chế của nhà trường.',
    sentence: 'Đạt tiêu chuẩn khen thưởng đợt thi đua theo quy chế của nhà trường',
  }),
];
