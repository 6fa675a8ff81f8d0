/** The conditions of higher titles and of rewards for people, as data. */
import { at, MODEL86, ND35, quotedOnce, TT07, TT29 } from './documents.ts';
import type { PersonRule, PersonTest, Route } from './model.ts';
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
    judgedRoute({ id: 'R3', citation, sentence: 'Có nhiều đóng góp cho sự phát triển kinh tế - xã hội' }),
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
    source:
      'Đã đọc toàn văn; các trường hợp đột xuất, cống hiến, đối ngoại của điều này gộp vào một trường hợp.',
    routes: [
      route<PersonTest>({ id: 'R1', citation, sentence, steps: [['chain', sentence, test]] }),
      judgedRoute({
        id: 'R2',
        citation: law(article, 'khoản 1'),
        sentence: 'Thuộc trường hợp khác của khoản này (đột xuất, cống hiến, phát minh, đối ngoại)',
      }),
    ],
  });
}

function served(where: 'sector' | 'teaching', count: number, hardAreaFactor: 1 | 2, lessDiscipline: boolean) {
  return {
    operator: 'served',
    fact: 'service',
    where,
    years: count,
    hardAreaFactor,
    lessDiscipline,
  } as const;
}

/** The ways to the honorary titles of teachers (Điều 64): years of teaching, or those of a manager. */
function honour(
  title: 'NGUT' | 'NGND',
  clause: string,
  teaching: number,
  sector: number,
  within: number,
): PersonRule {
  const citation = law(64, clause);
  return personRoutes({
    title,
    citation,
    source: 'Đã đọc toàn văn Luật; thời gian ở vùng đặc biệt khó khăn được nhân đôi theo khoản 5 Điều 64.',
    routes: [
      route<PersonTest>({
        id: 'R1',
        citation,
        sentence: `Trực tiếp giảng dạy từ ${teaching} năm trở lên`,
        steps: [
          [
            'teaching',
            `Trực tiếp giảng dạy từ ${teaching} năm trở lên`,
            served('teaching', teaching, 2, false),
          ],
        ],
      }),
      route<PersonTest>({
        id: 'R2',
        citation,
        sentence: `Là cán bộ quản lý giáo dục, công tác trong ngành từ ${sector} năm trở lên, trong đó trực tiếp giảng dạy từ ${within} năm trở lên`,
        steps: [
          ['manager', 'Là cán bộ quản lý giáo dục', { operator: 'is-manager', fact: 'manager' }],
          ['sector', `Công tác trong ngành từ ${sector} năm trở lên`, served('sector', sector, 2, false)],
          ['teaching', `Trực tiếp giảng dạy từ ${within} năm trở lên`, served('teaching', within, 2, false)],
        ],
      }),
    ],
  });
}

/** The ways to the Kỷ niệm chương of the sector, by the circular of a span of days. */
function medal(
  span: Pick<Parameters<typeof personRoutes>[0], 'citation' | 'confidence' | 'source' | 'from' | 'to'>,
) {
  const { citation } = span;
  const hardYears = { ...served('sector', 5, 1, false), where: 'hard-area' } as const;
  return personRoutes({
    ...span,
    title: 'KNC_GD',
    routes: [
      route<PersonTest>({
        id: 'R1',
        citation,
        sentence: 'Công tác trong ngành Giáo dục từ 20 năm trở lên, trừ thời gian chịu kỷ luật',
        steps: [['sector', 'Công tác trong ngành Giáo dục từ 20 năm trở lên', served('sector', 20, 1, true)]],
      }),
      route<PersonTest>({
        id: 'R2',
        citation,
        sentence: 'Công tác trong ngành từ 15 năm trở lên, trong đó có từ 05 năm ở vùng đặc biệt khó khăn',
        steps: [
          ['sector', 'Công tác trong ngành Giáo dục từ 15 năm trở lên', served('sector', 15, 1, true)],
          ['hard-area', 'Có từ 05 năm công tác ở vùng đặc biệt khó khăn', hardYears],
        ],
      }),
      judgedRoute({ id: 'R3', citation, sentence: 'Là lãnh đạo có từ 05 năm giữ chức vụ theo quy định' }),
      judgedRoute({
        id: 'R4',
        citation,
        sentence: 'Là người ngoài ngành có nhiều đóng góp cho sự nghiệp giáo dục',
      }),
    ],
  });
}

/** The ways to a Giấy khen of the principal for pupils, by the circular of a span of days. */
function pupilRoutes(span: Parameters<typeof medal>[0]): PersonRule {
  const { citation } = span;
  return personRoutes({
    ...span,
    title: 'GK_HT_HS',
    routes: [
      judgedRoute({
        id: 'R1',
        citation,
        sentence: 'Có kết quả nổi bật theo quy định đánh giá học sinh, Điều lệ nhà trường',
      }),
      judgedRoute({ id: 'R2', citation, sentence: 'Xuất sắc trong phong trào thi đua của nhà trường' }),
      judgedRoute({ id: 'R3', citation, sentence: 'Có hành động đột xuất nêu gương tốt' }),
      judgedRoute({ id: 'R4', citation, sentence: 'Đạt giải trong kỳ thi, hội thi của nhà trường' }),
    ],
  });
}

const until = { confidence: 'C1', source: quotedOnce, to: '2026-04-01' } as const;
const since = {
  confidence: 'U',
  source: `Giữ theo Thông tư số 29/2023/TT-BGDĐT. ${notCompared}`,
  from: '2026-04-02',
} as const;

/** Every rule of the higher titles and rewards for people. */
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
        sentence: 'Có nhiều đóng góp cho sự phát triển kinh tế - xã hội',
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
  personCondition({
    id: 'rating-good',
    title: 'GK_XA',
    citation: at(MODEL86, 'Điều 4', 'khoản 3'),
    confidence: 'L',
    source:
      'Luật giao thành phố quy định tiêu chuẩn (khoản 2 Điều 75); đây là mẫu của tỉnh khác, nhà trường đối chiếu.',
    sentence: 'Được xếp loại chất lượng từ mức Hoàn thành tốt nhiệm vụ trở lên',
    test: { operator: 'rating-at-least', fact: 'rating', level: 'HTT' },
  }),
  personCondition({
    id: 'exemplary',
    title: 'GK_XA',
    citation: at(MODEL86, 'Điều 4', 'khoản 3'),
    confidence: 'L',
    source: 'Mẫu của tỉnh khác, nhà trường đối chiếu quy định của thành phố.',
    sentence: 'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
  }),
  personRoutes({
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
  personCondition({
    id: 'department-standard',
    title: 'GK_SO',
    citation: law(75, 'điểm c khoản 1'),
    source: 'Luật chỉ nêu thẩm quyền; tiêu chuẩn theo hướng dẫn của Sở cho từng phong trào, hội thi.',
    sentence: 'Đạt tiêu chuẩn do Sở Giáo dục và Đào tạo quy định cho phong trào thi đua, hội thi, kỳ thi',
  }),
  personCondition({
    id: 'exemplary',
    title: 'GK_HT',
    citation: at(TT29, 'Điều 11', 'khoản 1'),
    confidence: 'C1',
    source: `${quotedOnce} ${notCompared}`,
    sentence:
      'Gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước, nội quy của đơn vị',
  }),
  personRoutes({
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
        sentence: 'Xuất sắc trong phong trào thi đua, kỳ thi, hội thi',
      }),
    ],
  }),
  pupilRoutes({ ...until, citation: at(TT29, 'Điều 11', 'khoản 2') }),
  pupilRoutes({ ...since, citation: at(TT07, null, null) }),
  personCondition({
    id: 'school-standard',
    title: 'NB_KHEN_DOT',
    citation: law(81, 'khoản 1'),
    source: 'Luật cho phép hình thức khác; tiêu chuẩn theo quy chế của nhà trường.',
    sentence: 'Đạt tiêu chuẩn khen thưởng đợt thi đua theo quy chế của nhà trường',
  }),
  personCondition({
    id: 'not-yet',
    title: 'KNC_GD',
    citation: at(TT29, 'Điều 8', null),
    confidence: 'M',
    source: 'Theo thông lệ, chưa đối chiếu văn bản.',
    sentence: 'Chưa được tặng Kỷ niệm chương Vì sự nghiệp Giáo dục',
    test: { operator: 'never-awarded', fact: 'awards', titleIds: ['KNC_GD'] },
  }),
  medal({ ...until, citation: at(TT29, 'Điều 8', null) }),
  medal({ ...since, citation: at(TT07, null, null) }),
  personCondition({
    id: 'ethics',
    title: 'NGUT',
    citation: law(64, 'khoản 3'),
    sentence:
      'Có phẩm chất đạo đức tốt, tận tụy với nghề, có tài năng sư phạm, được đồng nghiệp, học sinh kính trọng',
  }),
  personCondition({
    id: 'decree-standard',
    title: 'NGUT',
    citation: at(ND35, null, null),
    confidence: 'U',
    source: 'Tiêu chuẩn cụ thể của Nghị định chưa được đọc: Hội đồng tự đối chiếu.',
    sentence: 'Đạt các tiêu chuẩn cụ thể của Nhà giáo ưu tú theo Nghị định',
  }),
  honour('NGUT', 'khoản 3', 15, 20, 10),
  personCondition({
    id: 'award-before',
    title: 'NGND',
    citation: law(64, 'khoản 2'),
    sentence: 'Đã được tặng danh hiệu Nhà giáo ưu tú',
    test: { operator: 'holds-award', fact: 'awards', titleIds: ['NGUT'], forMerit: false },
  }),
  personCondition({
    id: 'decree-standard',
    title: 'NGND',
    citation: at(ND35, null, null),
    confidence: 'U',
    source: 'Tiêu chuẩn cụ thể của Nghị định chưa được đọc: Hội đồng tự đối chiếu.',
    sentence: 'Đạt các tiêu chuẩn cụ thể của Nhà giáo nhân dân theo Nghị định',
  }),
  honour('NGND', 'khoản 2', 20, 25, 15),
];
