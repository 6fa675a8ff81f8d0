/** The conditions of higher titles, of the Bằng khen and of the orders for people, as data. */
import type { PersonRule } from './model.ts';
import type { PersonTest, Route } from './tests.ts';
import {
  awards,
  fiveYears,
  inARow,
  judgedRoute,
  law,
  personCondition,
  personRoutes,
  rated,
  route,
  years,
} from './routes.ts';

const cityOrMinistry = ['CSTD_TP', 'CSTD_BO'] as const;
const certificates = ['BK_TP', 'BK_BO'] as const;
const notCompared = 'Thông tư số 07/2026/TT-BGDĐT thay thế từ 02/4/2026, chưa đối chiếu điều tương ứng.';

/** A title of the city, the ministry or the nation: its chain, the reach of an initiative, and the outstanding merit. */
function fighter({
  title,
  article,
  chain,
  scope,
  where,
  reportYears,
}: {
  readonly title: 'CSTD_TP' | 'CSTD_BO' | 'CSTD_TQ';
  readonly article: number;
  readonly chain: readonly [sentence: string, test: PersonTest];
  readonly scope: 'CITY' | 'MINISTRY' | 'NATION';
  readonly where: string;
  readonly reportYears: number;
}): readonly PersonRule[] {
  const citation = law(article, null);
  return [
    personCondition({ id: 'chain', title, citation, sentence: chain[0], test: chain[1] }),
    personCondition({
      id: 'wide-effect',
      title,
      citation: law(article, 'khoản 2'),
      sentence: `Có sáng kiến được công nhận hiệu quả áp dụng và khả năng nhân rộng, hoặc đề tài, đề án, công trình khoa học có phạm vi ảnh hưởng, trong ${where}`,
      source: `Đã đọc toàn văn; thời gian ${reportYears} năm lấy theo thời gian của báo cáo thành tích.`,
      test: {
        operator: 'any-of',
        tests: [
          { operator: 'initiative-effect', fact: 'initiatives', scope, years: reportYears },
          { operator: 'research-scope', fact: 'research', scope, years: reportYears },
        ],
      },
    }),
    personCondition({
      id: 'outstanding',
      title,
      citation,
      sentence: 'Có thành tích tiêu biểu xuất sắc trong số những người đủ điều kiện',
    }),
  ];
}

const cstdcsChain = [
  'Có 03 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cơ sở',
  inARow(3, { rating: null, titleIds: ['CSTDCS'] }),
] as const;

/** The ways to a Bằng khen of the city or the ministry (Điều 74 khoản 1). */
function certificateRoutes(launcher: string): readonly Route<PersonTest>[] {
  const citation = law(74, 'khoản 1');
  return [
    judgedRoute({
      id: 'R1',
      citation,
      sentence: `Có thành tích xuất sắc được bình xét trong phong trào thi đua do ${launcher} phát động`,
    }),
    judgedRoute({
      id: 'R2',
      citation,
      sentence: 'Lập nhiều thành tích hoặc thành tích đột xuất, có phạm vi ảnh hưởng trong một lĩnh vực',
    }),
    judgedRoute({ id: 'R3', citation, sentence: 'Có đóng góp được công nhận theo quy định của khoản này' }),
    route<PersonTest>({
      id: 'R4',
      citation,
      sentence: 'Có 02 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cơ sở',
      steps: [
        [
          'chain',
          'Có 02 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cơ sở',
          inARow(2, { rating: null, titleIds: ['CSTDCS'] }),
        ],
      ],
    }),
    route<PersonTest>({
      id: 'R5',
      citation,
      sentence:
        'Có từ 02 năm liên tục Hoàn thành xuất sắc nhiệm vụ và trong thời gian đó có 02 sáng kiến được công nhận, áp dụng hiệu quả ở cơ sở hoặc 02 đề tài, đề án, công trình khoa học',
      steps: [
        ['rating', 'Có từ 02 năm liên tục Hoàn thành xuất sắc nhiệm vụ', inARow(2, rated('HTXS'))],
        [
          'initiatives',
          'Có 02 sáng kiến được công nhận, áp dụng hiệu quả ở cơ sở hoặc 02 đề tài, đề án, công trình khoa học trong thời gian đó',
          {
            operator: 'any-of',
            tests: [
              {
                operator: 'initiatives-counted',
                fact: 'initiatives',
                scope: 'BASE',
                count: 2,
                years: 2,
                during: rated('HTXS'),
              },
              { operator: 'research-counted', fact: 'research', count: 2, years: 2, during: rated('HTXS') },
            ],
          },
        ],
      ],
    }),
    judgedRoute({
      id: 'R6',
      citation,
      sentence: 'Là công nhân, nông dân, người lao động thuộc trường hợp riêng quy định tại khoản này',
    }),
  ];
}

/** A Huân chương Lao động for people: after the award below it, five years rated HTT with these counts. */
function order(
  title: 'HCLD1' | 'HCLD2' | 'HCLD3',
  article: number,
  point: string,
  sentence: string,
  test: PersonTest,
): PersonRule {
  const citation = law(article, `điểm ${point} khoản 1`);
  return personRoutes({
    title,
    citation: law(article, 'khoản 1'),
    source: 'Đã đọc toàn văn; các trường hợp khác của khoản này gộp thành một.',
    routes: [
      route<PersonTest>({ id: 'R1', citation, sentence, steps: [['chain', sentence, test]] }),
      judgedRoute({
        id: 'R2',
        citation: law(article, 'khoản 1'),
        sentence: 'Thuộc trường hợp khác quy định tại khoản này',
      }),
    ],
  });
}

/** Every rule of the higher titles, the Bằng khen and the orders for people. */
export const higherPersonRules: readonly PersonRule[] = [
  ...fighter({
    title: 'CSTD_TP',
    article: 22,
    chain: cstdcsChain,
    scope: 'CITY',
    where: 'thành phố',
    reportYears: 3,
  }),
  ...fighter({
    title: 'CSTD_BO',
    article: 22,
    chain: cstdcsChain,
    scope: 'MINISTRY',
    where: 'Bộ',
    reportYears: 3,
  }),
  ...fighter({
    title: 'CSTD_TQ',
    article: 21,
    chain: [
      'Có 02 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cấp Bộ, cấp tỉnh',
      inARow(2, { rating: null, titleIds: cityOrMinistry }),
    ],
    scope: 'NATION',
    where: 'toàn quốc',
    reportYears: 6,
  }),
  personRoutes({ title: 'BK_TP', citation: law(74, 'khoản 1'), routes: certificateRoutes('thành phố') }),
  personRoutes({
    title: 'BK_BO',
    citation: law(74, 'khoản 1'),
    confidence: 'C1',
    source: `Điều 74 Luật đã đọc; thẩm quyền đề nghị theo Điều 12 Thông tư số 29/2023/TT-BGDĐT (Giám đốc Sở không đề nghị khen công trạng). ${notCompared}`,
    routes: certificateRoutes('Bộ'),
  }),
  personRoutes({
    title: 'BK_TTG',
    citation: law(73, 'khoản 1'),
    routes: [
      judgedRoute({
        id: 'R1',
        citation: law(73, 'khoản 1'),
        sentence: 'Có thành tích đặc biệt xuất sắc được bình xét trong phong trào thi đua',
      }),
      route<PersonTest>({
        id: 'R2',
        citation: law(73, 'khoản 1'),
        sentence:
          'Đã được tặng Bằng khen cấp Bộ, cấp tỉnh và có từ 05 năm liên tục đến thời điểm đề nghị Hoàn thành tốt nhiệm vụ trở lên, trong đó có 03 lần Chiến sĩ thi đua cơ sở',
        steps: [
          [
            'award',
            'Đã được tặng Bằng khen cấp Bộ, cấp tỉnh',
            { operator: 'holds-award', fact: 'awards', titleIds: certificates, forMerit: true },
          ],
          [
            'chain',
            'Có từ 05 năm liên tục Hoàn thành tốt nhiệm vụ trở lên, trong đó có 03 lần Chiến sĩ thi đua cơ sở',
            fiveYears(null, rated('HTT'), [{ all: [awards(3, 'CSTDCS')] }]),
          ],
        ],
      }),
      judgedRoute({
        id: 'R3',
        citation: law(73, 'khoản 1'),
        sentence:
          'Lập nhiều thành tích hoặc thành tích đột xuất có phạm vi ảnh hưởng ở cấp Bộ, cấp tỉnh, hoặc đoạt giải cấp khu vực',
      }),
      judgedRoute({
        id: 'R4',
        citation: law(73, 'khoản 1'),
        sentence: 'Có đóng góp được công nhận theo quy định của khoản này',
      }),
    ],
  }),
  order(
    'HCLD3',
    44,
    'e',
    'Đã được tặng Bằng khen của Thủ tướng Chính phủ và sau đó có từ 05 năm liên tục Hoàn thành tốt nhiệm vụ trở lên, trong đó có 01 năm Hoàn thành xuất sắc nhiệm vụ và 03 lần Chiến sĩ thi đua cơ sở',
    fiveYears(['BK_TTG'], rated('HTT'), [{ all: [years(1, 'HTXS'), awards(3, 'CSTDCS')] }]),
  ),
  order(
    'HCLD2',
    43,
    'đ',
    'Đã được tặng Huân chương Lao động hạng Ba và sau đó có từ 05 năm liên tục Hoàn thành tốt nhiệm vụ trở lên, trong đó có 02 năm Hoàn thành xuất sắc nhiệm vụ và 01 lần Chiến sĩ thi đua cấp Bộ, cấp tỉnh',
    fiveYears(['HCLD3'], rated('HTT'), [{ all: [years(2, 'HTXS'), awards(1, ...cityOrMinistry)] }]),
  ),
  order(
    'HCLD1',
    42,
    'đ',
    'Đã được tặng Huân chương Lao động hạng Nhì và sau đó có từ 05 năm liên tục Hoàn thành tốt nhiệm vụ trở lên, trong đó có 03 năm Hoàn thành xuất sắc nhiệm vụ và 02 lần Chiến sĩ thi đua cấp Bộ, cấp tỉnh',
    fiveYears(['HCLD2'], rated('HTT'), [{ all: [years(3, 'HTXS'), awards(2, ...cityOrMinistry)] }]),
  ),
];
