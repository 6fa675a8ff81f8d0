/** The conditions of higher titles, of the Bằng khen and of the orders for people, as data. */
import { toldOnce } from './documents.ts';
import type { TitleId } from '../terms.ts';
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
  recogniser,
  reportYears,
}: {
  readonly title: 'CSTD_TP' | 'CSTD_BO' | 'CSTD_TQ';
  readonly article: number;
  readonly chain: readonly [sentence: string, test: PersonTest];
  readonly scope: 'CITY' | 'MINISTRY' | 'NATION';
  readonly where: string;
  /** Who recognises the effect and the reach. */
  readonly recogniser: string;
  readonly reportYears: number;
}): readonly PersonRule[] {
  const citation = law(article, 'điểm a khoản 1');
  return [
    personCondition({ id: 'chain', title, citation, sentence: chain[0], test: chain[1] }),
    personCondition({
      id: 'wide-effect',
      title,
      citation: law(article, 'điểm b khoản 1, khoản 2'),
      sentence: `Có sáng kiến đã áp dụng hiệu quả và có khả năng nhân rộng trong ${where}, hoặc có đề tài khoa học, đề án khoa học, công trình khoa học và công nghệ đã nghiệm thu và áp dụng hiệu quả, có phạm vi ảnh hưởng trong ${where}; do ${recogniser} công nhận`,
      source: `Luật không nêu số năm; ${reportYears} năm gần nhất lấy theo thời gian của báo cáo thành tích.`,
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
      sentence:
        'Có thành tích xuất sắc tiêu biểu, được lựa chọn trong số những người có đủ số lần liên tục nêu trên',
    }),
  ];
}

const cstdcsChain = [
  'Có 03 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cơ sở',
  inARow(3, { rating: null, titleIds: ['CSTDCS'] }),
] as const;

/** The ways to a Bằng khen of the city or the ministry (Điều 74 khoản 1). */
function certificateRoutes(launcher: string): readonly Route<PersonTest>[] {
  const d = law(74, 'điểm d khoản 1');
  return [
    judgedRoute({
      id: 'R1',
      citation: law(74, 'điểm a khoản 1'),
      sentence: `Có thành tích xuất sắc được bình xét trong các phong trào thi đua do ${launcher} phát động`,
    }),
    judgedRoute({
      id: 'R2',
      citation: law(74, 'điểm b khoản 1'),
      sentence: `Lập nhiều thành tích hoặc thành tích đột xuất, có phạm vi ảnh hưởng ở một trong các lĩnh vực thuộc phạm vi quản lý của ${launcher}`,
    }),
    judgedRoute({
      id: 'R3',
      citation: law(74, 'điểm c khoản 1'),
      sentence:
        'Có đóng góp vào sự phát triển kinh tế - xã hội, ứng dụng tiến bộ khoa học, kỹ thuật, công tác xã hội, từ thiện nhân đạo',
    }),
    route<PersonTest>({
      id: 'R4',
      citation: d,
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
      citation: d,
      sentence:
        'Có liên tục từ 02 năm trở lên Hoàn thành xuất sắc nhiệm vụ, trong thời gian đó có 02 sáng kiến được công nhận và áp dụng có hiệu quả trong phạm vi cơ sở, hoặc có 02 đề tài khoa học, đề án khoa học, công trình khoa học và công nghệ đã nghiệm thu và áp dụng hiệu quả trong phạm vi cơ sở',
      steps: [
        ['rating', 'Có liên tục từ 02 năm trở lên Hoàn thành xuất sắc nhiệm vụ', inARow(2, rated('HTXS'))],
        [
          'initiatives',
          'Trong thời gian đó có 02 sáng kiến được công nhận và áp dụng có hiệu quả trong phạm vi cơ sở, hoặc 02 đề tài, đề án, công trình khoa học đã nghiệm thu và áp dụng hiệu quả trong phạm vi cơ sở',
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
      citation: law(74, 'điểm đ khoản 1'),
      sentence:
        'Là công nhân, nông dân, người lao động lập nhiều thành tích trong lao động, sản xuất, có phạm vi ảnh hưởng trong địa bàn cấp xã, cơ quan, đơn vị, tổ chức, doanh nghiệp',
    }),
  ];
}

/** A Huân chương Lao động for people: after the award below it, five years rated HTT with these counts. */
function order({
  title,
  article,
  point,
  others,
  sentence,
  test,
}: {
  readonly title: 'HCLD1' | 'HCLD2' | 'HCLD3';
  readonly article: number;
  readonly point: string;
  /** The other ways of the clause, which only people can judge. */
  readonly others: readonly [points: string, sentence: string];
  readonly sentence: string;
  readonly test: PersonTest;
}): PersonRule {
  const citation = law(article, `điểm ${point} khoản 1`);
  const [points, other] = others;
  return personRoutes({
    title,
    citation: law(article, 'khoản 1'),
    source: 'Các trường hợp khác của khoản này gộp thành một.',
    routes: [
      route<PersonTest>({ id: 'R1', citation, sentence, steps: [['chain', sentence, test]] }),
      judgedRoute({ id: 'R2', citation: law(article, `các điểm ${points} khoản 1`), sentence: other }),
    ],
  });
}

/** What the law asks before any of the ways: a model in keeping to policy and law. */
function exemplary(title: TitleId, article: number, clause: string): PersonRule {
  return personCondition({
    ...toldOnce,
    id: 'exemplary',
    title,
    citation: law(article, clause),
    sentence: 'Gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
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
    recogniser: 'Chủ tịch Ủy ban nhân dân thành phố',
    reportYears: 3,
  }),
  ...fighter({
    title: 'CSTD_BO',
    article: 22,
    chain: cstdcsChain,
    scope: 'MINISTRY',
    where: 'Bộ',
    recogniser: 'Bộ trưởng',
    reportYears: 3,
  }),
  ...fighter({
    title: 'CSTD_TQ',
    article: 21,
    chain: [
      'Có 02 lần liên tục được tặng danh hiệu Chiến sĩ thi đua cấp Bộ, cấp tỉnh',
      { operator: 'twice-in-a-row', fact: 'history', titleIds: cityOrMinistry, between: ['CSTDCS'] },
    ],
    scope: 'NATION',
    where: 'toàn quốc',
    recogniser: 'người đứng đầu Bộ, ban, ngành, tỉnh',
    reportYears: 6,
  }),
  exemplary('BK_TP', 74, 'khoản 1'),
  exemplary('BK_BO', 74, 'khoản 1'),
  exemplary('BK_TTG', 73, 'khoản 1'),
  exemplary('HCLD3', 44, 'khoản 1'),
  exemplary('HCLD2', 43, 'khoản 1'),
  exemplary('HCLD1', 42, 'khoản 1'),
  personRoutes({ title: 'BK_TP', citation: law(74, 'khoản 1'), routes: certificateRoutes('thành phố') }),
  personRoutes({
    title: 'BK_BO',
    citation: law(74, 'khoản 1'),
    confidence: 'C1',
    source: `Điều 74 đã đối chiếu với văn bản; thẩm quyền đề nghị theo Điều 12 Thông tư số 29/2023/TT-BGDĐT (Giám đốc Sở không đề nghị khen công trạng). ${notCompared}`,
    routes: certificateRoutes('Bộ'),
  }),
  personRoutes({
    title: 'BK_TTG',
    citation: law(73, 'khoản 1'),
    routes: [
      judgedRoute({
        id: 'R1',
        citation: law(73, 'điểm a khoản 1'),
        sentence: 'Có thành tích xuất sắc tiêu biểu, được bình xét trong phong trào thi đua',
      }),
      route<PersonTest>({
        id: 'R2',
        citation: law(73, 'điểm b khoản 1'),
        sentence:
          'Đã được tặng Bằng khen cấp Bộ, cấp tỉnh và có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có 03 lần Chiến sĩ thi đua cơ sở',
        steps: [
          [
            'award',
            'Đã được tặng Bằng khen cấp Bộ, cấp tỉnh',
            { operator: 'holds-award', fact: 'awards', titleIds: certificates, forMerit: true },
          ],
          [
            'chain',
            'Có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có 03 lần Chiến sĩ thi đua cơ sở',
            fiveYears(null, rated('HTT'), [{ all: [awards(3, 'CSTDCS')] }]),
          ],
        ],
      }),
      judgedRoute({
        id: 'R3',
        citation: law(73, 'điểm c khoản 1'),
        sentence:
          'Lập nhiều thành tích hoặc thành tích đột xuất, có phạm vi ảnh hưởng trong Bộ, ban, ngành, tỉnh, hoặc được giải thưởng ở khu vực',
      }),
      judgedRoute({
        id: 'R4',
        citation: law(73, 'điểm d khoản 1'),
        sentence:
          'Có đóng góp vào sự phát triển kinh tế - xã hội của đất nước, ứng dụng tiến bộ khoa học, kỹ thuật, công tác xã hội, từ thiện nhân đạo',
      }),
    ],
  }),
  order({
    title: 'HCLD3',
    article: 44,
    point: 'e',
    others: [
      'a, b, c, d, đ và g',
      'Thuộc trường hợp khác: thành tích xuất sắc tiêu biểu khi sơ kết, tổng kết phong trào thi đua từ 05 năm trở lên; phát minh, sáng chế, công trình, tác phẩm; nhiều đóng góp cho kinh tế - xã hội; thành tích xuất sắc đột xuất; giải thưởng quốc tế cao của khu vực; quá trình cống hiến lâu dài',
    ],
    sentence:
      'Đã được tặng Bằng khen của Thủ tướng Chính phủ và sau đó có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có từ 01 năm trở lên Hoàn thành xuất sắc nhiệm vụ và 03 lần Chiến sĩ thi đua cơ sở',
    test: fiveYears(['BK_TTG'], rated('HTT'), [{ all: [years(1, 'HTXS'), awards(3, 'CSTDCS')] }]),
  }),
  order({
    title: 'HCLD2',
    article: 43,
    point: 'đ',
    others: [
      'a, b, c, d và e',
      'Thuộc trường hợp khác: thành tích xuất sắc đột xuất, nêu gương trong Bộ, ban, ngành, tỉnh; giải thưởng quốc tế cao nhất của khu vực; phát minh, sáng chế, công trình, tác phẩm; đóng góp lớn cho kinh tế - xã hội; quá trình cống hiến lâu dài',
    ],
    sentence:
      'Đã được tặng Huân chương Lao động hạng Ba và sau đó có liên tục từ 05 năm trở lên Hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có từ 02 năm trở lên Hoàn thành xuất sắc nhiệm vụ và 01 lần Chiến sĩ thi đua cấp Bộ, cấp tỉnh',
    // This point alone does not ask that the years last until the proposal.
    test: {
      ...fiveYears(['HCLD3'], rated('HTT'), [{ all: [years(2, 'HTXS'), awards(1, ...cityOrMinistry)] }]),
      toDate: false,
    },
  }),
  order({
    title: 'HCLD1',
    article: 42,
    point: 'đ',
    others: [
      'a, b, c, d và e',
      'Thuộc trường hợp khác: thành tích đặc biệt xuất sắc đột xuất, nêu gương trong toàn quốc; giải thưởng cao của thế giới; phát minh, sáng chế, công trình, tác phẩm cấp Nhà nước; nhiều đóng góp lớn cho kinh tế - xã hội; quá trình cống hiến lâu dài',
    ],
    sentence:
      'Đã được tặng Huân chương Lao động hạng Nhì và sau đó có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành tốt nhiệm vụ trở lên, trong thời gian đó có từ 03 năm trở lên Hoàn thành xuất sắc nhiệm vụ và 02 lần Chiến sĩ thi đua cấp Bộ, cấp tỉnh',
    test: fiveYears(['HCLD2'], rated('HTT'), [{ all: [years(3, 'HTXS'), awards(2, ...cityOrMinistry)] }]),
  }),
];
