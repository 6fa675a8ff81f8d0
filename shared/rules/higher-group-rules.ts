/** The conditions of flags, of rewards and of orders for collectives, as data. */
import { at, MODEL86, ND152, quotedOnce, quotedTwice, toldOnce, TT29 } from './documents.ts';
import type { TitleId } from '../terms.ts';
import type { GroupRule } from './model.ts';
import type { GroupTest, Route, WindowChoice } from './tests.ts';
import {
  awards,
  excellentCollective,
  fiveYears,
  groupCondition,
  groupRoutes,
  inARow,
  judged,
  judgedRoute,
  law,
  route,
} from './routes.ts';

const cityFlags = ['CO_TP', 'CO_BO'] as const;
const certificates = ['BK_TP', 'BK_BO'] as const;
const notCompared = 'Thông tư số 07/2026/TT-BGDĐT thay thế từ 02/4/2026, chưa đối chiếu điều tương ứng.';

const rank = { operator: 'first-in-cluster', fact: 'clusterRank' } as const;
const united = 'Nội bộ đoàn kết; tổ chức đảng, đoàn thể trong sạch, vững mạnh';
const thrift =
  'thực hành tiết kiệm, chống lãng phí, phòng, chống tham nhũng, tiêu cực và các tệ nạn xã hội khác';

/** The flag of the city or of the ministry: the first of its cluster, then what people must judge (Điều 26 khoản 1). */
function flag(title: 'CO_TP' | 'CO_BO', giver: string): readonly GroupRule[] {
  const [a, b] = [law(26, 'điểm a khoản 1'), law(26, 'điểm b khoản 1')];
  return [
    groupCondition({
      id: 'leading',
      title,
      citation: law(26, 'khoản 1'),
      sentence: `Dẫn đầu phong trào thi đua của cụm, khối thi đua do ${giver} tổ chức`,
      test: rank,
    }),
    groupCondition({
      id: 'beyond-targets',
      title,
      citation: a,
      sentence: 'Hoàn thành vượt các chỉ tiêu thi đua và nhiệm vụ được giao trong năm',
    }),
    groupCondition({
      id: 'outstanding',
      title,
      citation: a,
      sentence: `Là tập thể tiêu biểu xuất sắc trong ${giver}`,
    }),
    groupCondition({ id: 'united', title, citation: b, sentence: united }),
    groupCondition({ id: 'thrift', title, citation: b, sentence: `Tích cực ${thrift}` }),
  ];
}

/** The flag of the Government (Điều 25): the best of those that lead, or the first of a cluster of the central council. */
const governmentFlag = groupRoutes({
  title: 'CO_CP',
  citation: law(25, 'khoản 1, khoản 2'),
  routes: [
    route<GroupTest>({
      id: 'R1',
      citation: law(25, 'khoản 1'),
      sentence:
        'Tiêu biểu xuất sắc trong số các tập thể dẫn đầu cụm, khối thi đua do Bộ, ban, ngành, tỉnh tổ chức và đạt các tiêu chuẩn của khoản này',
      steps: [
        ['leading', 'Dẫn đầu cụm, khối thi đua do Bộ, ban, ngành, tỉnh tổ chức', rank],
        ['outstanding', 'Tiêu biểu xuất sắc trong số các tập thể dẫn đầu', judged],
        [
          'beyond-targets',
          'Có thành tích xuất sắc, hoàn thành vượt các chỉ tiêu thi đua và nhiệm vụ được giao trong năm',
          judged,
        ],
        ['united', united, judged],
        ['thrift', `Đi đầu trong việc ${thrift}`, judged],
      ],
    }),
    judgedRoute({
      id: 'R2',
      citation: law(25, 'khoản 2'),
      sentence: 'Dẫn đầu cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức',
    }),
  ],
});

/** The ways to a Bằng khen of the city or the ministry (Điều 74 khoản 3). */
function certificateRoutes(owner: string): readonly Route<GroupTest>[] {
  const chain = 'Có 02 năm liên tục Hoàn thành xuất sắc nhiệm vụ hoặc đạt Tập thể lao động xuất sắc';
  const democracy =
    'thực hiện tốt dân chủ ở cơ sở, tổ chức tốt các phong trào thi đua; chăm lo đời sống vật chất, tinh thần trong tập thể; thực hành tiết kiệm, chống lãng phí; phòng, chống tham nhũng, tiêu cực';
  return [
    judgedRoute({
      id: 'R1',
      citation: law(74, 'điểm a khoản 3'),
      sentence: 'Có thành tích xuất sắc được bình xét trong phong trào thi đua',
    }),
    judgedRoute({
      id: 'R2',
      citation: law(74, 'điểm b khoản 3'),
      sentence: `Lập thành tích xuất sắc đột xuất, có phạm vi ảnh hưởng trong từng lĩnh vực thuộc phạm vi quản lý của ${owner}`,
    }),
    judgedRoute({
      id: 'R3',
      citation: law(74, 'điểm c khoản 3'),
      sentence:
        'Có đóng góp vào sự phát triển kinh tế - xã hội, ứng dụng tiến bộ khoa học, kỹ thuật, công tác xã hội, từ thiện nhân đạo',
    }),
    route<GroupTest>({
      id: 'R4',
      citation: law(74, 'điểm d khoản 3'),
      sentence: `${chain}; ${democracy}`,
      steps: [
        ['chain', chain, inARow(2, excellentCollective)],
        ['democracy', democracy.replace('thực', 'Thực'), judged],
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
  others,
}: {
  readonly title: 'HCLD1' | 'HCLD2' | 'HCLD3';
  readonly article: number;
  readonly point: string;
  readonly before: 'BK_TTG' | 'HCLD3' | 'HCLD2';
  readonly beforeName: string;
  readonly choices: readonly WindowChoice[];
  readonly choicesText: string;
  /** The other ways of the clause, which only people can judge. */
  readonly others: readonly [points: string, sentence: string];
}): GroupRule {
  const citation = law(article, `điểm ${point} khoản 4`);
  const [points, other] = others;
  const sentence = `Đã được tặng ${beforeName} và sau đó có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành xuất sắc nhiệm vụ hoặc đạt Tập thể lao động xuất sắc, trong thời gian đó có ${choicesText}`;
  const chain = ['chain', sentence, fiveYears([before], excellentCollective, choices)] as const;
  const age = [
    'age',
    'Có quá trình xây dựng, phát triển từ 10 năm trở lên',
    { operator: 'as-old-as', fact: 'establishedOn', years: 10 },
  ] as const;
  return groupRoutes({
    title,
    citation: law(article, 'khoản 4'),
    source: 'Các trường hợp khác của khoản này gộp thành một.',
    routes: [
      route<GroupTest>({ id: 'R1', citation, sentence, steps: title === 'HCLD3' ? [age, chain] : [chain] }),
      judgedRoute({ id: 'R2', citation: law(article, `các điểm ${points} khoản 4`), sentence: other }),
    ],
  });
}

function withoutFlags(count: number): WindowChoice {
  return { all: [awards(count, ...certificates)], onlyWithoutFlags: true };
}

/** What the law asks before any of the ways: unity, and a model in keeping to policy and law. */
function unity(title: TitleId, article: number, clause: string): GroupRule {
  return groupCondition({
    ...toldOnce,
    id: 'unity',
    title,
    citation: law(article, clause),
    sentence:
      'Nội bộ đoàn kết, gương mẫu chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước',
  });
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
  ...flag('CO_TP', 'thành phố'),
  ...flag('CO_BO', 'Bộ'),
  groupCondition({
    id: 'leading',
    title: 'CO_TP_CD',
    citation: law(26, 'khoản 2'),
    sentence:
      'Dẫn đầu phong trào thi đua theo chuyên đề do thành phố phát động, có thời gian thực hiện từ 03 năm trở lên, khi tổng kết phong trào',
  }),
  governmentFlag,
  groupCondition({
    id: 'leading',
    title: 'CO_CP_CD',
    citation: law(25, 'khoản 3'),
    sentence:
      'Dẫn đầu phong trào thi đua do Thủ tướng Chính phủ phát động, có thời gian thực hiện từ 05 năm trở lên, khi sơ kết, tổng kết phong trào',
  }),
  unity('BK_TP', 74, 'khoản 3'),
  unity('BK_BO', 74, 'khoản 3'),
  unity('BK_TTG', 73, 'khoản 4'),
  unity('HCLD3', 44, 'khoản 4'),
  unity('HCLD2', 43, 'khoản 4'),
  unity('HCLD1', 42, 'khoản 4'),
  groupRoutes({ title: 'BK_TP', citation: law(74, 'khoản 3'), routes: certificateRoutes('thành phố') }),
  groupRoutes({
    title: 'BK_BO',
    citation: law(74, 'khoản 3'),
    confidence: 'C1',
    source: `Điều 74 đã đối chiếu với văn bản; thẩm quyền đề nghị theo Điều 12 Thông tư số 29/2023/TT-BGDĐT (Giám đốc Sở không đề nghị khen công trạng). ${notCompared}`,
    routes: certificateRoutes('Bộ'),
  }),
  groupRoutes({
    title: 'BK_TTG',
    citation: law(73, 'khoản 4'),
    routes: [
      judgedRoute({
        id: 'R1',
        citation: law(73, 'điểm a khoản 4'),
        sentence: 'Lập được thành tích đột xuất, có phạm vi ảnh hưởng trong Bộ, ban, ngành, tỉnh',
      }),
      judgedRoute({
        id: 'R2',
        citation: law(73, 'điểm b khoản 4'),
        sentence:
          'Có đóng góp vào sự phát triển kinh tế - xã hội, quốc phòng, an ninh của đất nước, ứng dụng tiến bộ khoa học, kỹ thuật, công tác xã hội, từ thiện nhân đạo',
      }),
      judgedRoute({
        id: 'R3',
        citation: law(73, 'điểm c khoản 4'),
        sentence:
          'Có thành tích xuất sắc tiêu biểu được bình xét trong cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức',
      }),
      judgedRoute({
        id: 'R4',
        citation: law(73, 'điểm d khoản 4'),
        sentence:
          'Có thành tích xuất sắc tiêu biểu, được bình xét khi sơ kết, tổng kết phong trào thi đua do Chủ tịch nước, Thủ tướng Chính phủ phát động, hoặc do Bộ, ban, ngành, tỉnh phát động có thời gian thực hiện từ 03 năm trở lên',
      }),
      judgedRoute({
        id: 'R5',
        citation: law(73, 'điểm đ khoản 4'),
        sentence: 'Có thành tích xuất sắc trong phục vụ nhiệm vụ chính trị của Đảng, Nhà nước',
      }),
      route<GroupTest>({
        id: 'R6',
        citation: law(73, 'điểm e khoản 4'),
        sentence:
          'Đã được tặng Bằng khen cấp Bộ, cấp tỉnh và sau đó có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành xuất sắc nhiệm vụ hoặc đạt Tập thể lao động xuất sắc, trong thời gian đó có 01 Cờ thi đua hoặc 02 Bằng khen cấp Bộ, cấp tỉnh',
        steps: [
          [
            'chain',
            'Sau Bằng khen cấp Bộ, cấp tỉnh có liên tục từ 05 năm trở lên đến thời điểm đề nghị Hoàn thành xuất sắc nhiệm vụ hoặc đạt Tập thể lao động xuất sắc, trong thời gian đó có 01 Cờ thi đua hoặc 02 Bằng khen cấp Bộ, cấp tỉnh',
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
    others: [
      'a, b, c và d',
      'Thuộc trường hợp khác: thành tích xuất sắc đột xuất; nhiều đóng góp cho kinh tế - xã hội; thành tích xuất sắc khi sơ kết, tổng kết phong trào thi đua; thành tích xuất sắc trong phục vụ nhiệm vụ chính trị',
    ],
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
    others: [
      'a, b và c',
      'Thuộc trường hợp khác: thành tích xuất sắc đột xuất, có phạm vi ảnh hưởng trong Bộ, ban, ngành, tỉnh; đóng góp lớn cho kinh tế - xã hội; nhiều thành tích xuất sắc tiêu biểu khi sơ kết, tổng kết phong trào do Chủ tịch nước, Thủ tướng Chính phủ phát động',
    ],
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
    others: [
      'a, b và c',
      'Thuộc trường hợp khác: thành tích đặc biệt xuất sắc đột xuất, nêu gương trong toàn quốc; nhiều đóng góp lớn cho kinh tế - xã hội; thành tích đặc biệt xuất sắc khi sơ kết, tổng kết phong trào do Chủ tịch nước, Thủ tướng Chính phủ phát động',
    ],
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
    confidence: 'U',
    source: 'Luật chỉ nêu thẩm quyền; tiêu chuẩn theo hướng dẫn của Sở cho từng phong trào, hội thi.',
    sentence: 'Đạt tiêu chuẩn do Sở Giáo dục và Đào tạo quy định cho phong trào thi đua, hội thi',
  }),
  groupRoutes({
    title: 'GK_HT',
    citation: at(TT29, 'Điều 11', 'khoản 1'),
    confidence: 'C1',
    source: quotedOnce,
    routes: [
      judgedRoute({
        id: 'R1',
        citation: at(TT29, 'Điều 11', 'khoản 1'),
        sentence: 'Có thành tích xuất sắc trong hoạt động của đơn vị',
      }),
      judgedRoute({
        id: 'R2',
        citation: at(TT29, 'Điều 11', 'khoản 1'),
        sentence:
          'Có thành tích xuất sắc trong việc thực hiện phong trào thi đua, kỳ thi, hội thi, cuộc thi do Bộ, thành phố, Sở Giáo dục và Đào tạo, các tổ chức phát động, tổ chức',
      }),
    ],
  }),
  groupCondition({
    id: 'school-standard',
    title: 'NB_KHEN_DOT',
    citation: law(81, 'khoản 1'),
    confidence: 'PR',
    source: 'Luật cho phép hình thức khác; tiêu chuẩn theo quy chế của nhà trường.',
    sentence: 'Đạt tiêu chuẩn khen thưởng đợt thi đua theo quy chế của nhà trường',
  }),
];
