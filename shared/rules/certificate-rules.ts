/** The conditions of certificates of merit, of the medal of the sector and of the honorary titles of teachers, as data. */
import { at, MODEL86, ND35, quotedOnce, toldOnce, TT07, TT29 } from './documents.ts';
import type { PersonRule } from './model.ts';
import type { PersonTest } from './tests.ts';
import { pupilConductRule } from './pupil-conduct.ts';
import { judgedRoute, law, personCondition, personRoutes, route } from './routes.ts';

const notCompared = 'Thông tư số 07/2026/TT-BGDĐT thay thế từ 02/4/2026, chưa đối chiếu điều tương ứng.';

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
  const citation = law(64, `điểm c ${clause}`);
  return personRoutes({
    title,
    citation,
    source:
      'Thời gian ở địa bàn biên giới, trên biển, hải đảo, vùng đặc biệt khó khăn được nhân hệ số 2 theo khoản 4 Điều 64.',
    routes: [
      route<PersonTest>({
        id: 'R1',
        citation,
        sentence: `Trực tiếp nuôi dạy, giảng dạy từ ${teaching} năm trở lên`,
        steps: [
          [
            'teaching',
            `Trực tiếp nuôi dạy, giảng dạy từ ${teaching} năm trở lên`,
            served('teaching', teaching, 2, false),
          ],
        ],
      }),
      route<PersonTest>({
        id: 'R2',
        citation,
        sentence: `Là cán bộ quản lý giáo dục, cán bộ nghiên cứu giáo dục, công tác trong ngành từ ${sector} năm trở lên, trong đó trực tiếp nuôi dạy, giảng dạy từ ${within} năm trở lên`,
        steps: [
          [
            'manager',
            'Là cán bộ quản lý giáo dục, cán bộ nghiên cứu giáo dục',
            { operator: 'is-manager', fact: 'manager' },
          ],
          ['sector', `Công tác trong ngành từ ${sector} năm trở lên`, served('sector', sector, 2, false)],
          [
            'teaching',
            `Trực tiếp nuôi dạy, giảng dạy từ ${within} năm trở lên`,
            served('teaching', within, 2, false),
          ],
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
  // Clause 2 is about those outside the sector; no clause of the later circular is known.
  const outside = citation.article === null ? citation : { ...citation, clause: 'khoản 2' };
  const hardYears = { ...served('sector', 5, 1, false), where: 'hard-area' } as const;
  return personRoutes({
    ...span,
    title: 'KNC_GD',
    routes: [
      route<PersonTest>({
        id: 'R1',
        citation,
        sentence: 'Công tác trong ngành Giáo dục từ 20 năm trở lên, không tính thời gian chịu kỷ luật',
        steps: [['sector', 'Công tác trong ngành Giáo dục từ 20 năm trở lên', served('sector', 20, 1, true)]],
      }),
      route<PersonTest>({
        id: 'R2',
        citation,
        sentence:
          'Đang công tác từ 05 năm trở lên ở vùng đặc biệt khó khăn: được xét sớm hơn 05 năm, khi công tác trong ngành Giáo dục từ 15 năm trở lên',
        steps: [
          ['sector', 'Công tác trong ngành Giáo dục từ 15 năm trở lên', served('sector', 15, 1, true)],
          ['hard-area', 'Có từ 05 năm công tác ở vùng đặc biệt khó khăn', hardYears],
        ],
      }),
      judgedRoute({
        id: 'R3',
        citation: outside,
        sentence:
          'Là người ngoài ngành Giáo dục, đã giữ chức vụ lãnh đạo, quản lý từ 05 năm trở lên, có nhiều đóng góp trong lãnh đạo, chỉ đạo cho sự phát triển của ngành',
      }),
      judgedRoute({
        id: 'R4',
        citation: outside,
        sentence:
          'Là người ngoài ngành Giáo dục, có nhiều đóng góp về cơ chế, chính sách, hoạt động hoặc tài chính, hiện vật, được đơn vị thụ hưởng xác nhận; hoặc là người Việt Nam ở nước ngoài, người nước ngoài có đóng góp tích cực',
      }),
    ],
  });
}

/** What is asked of every pupil or class before any of the ways. */
function conduct(span: Omit<Parameters<typeof medal>[0], 'title'>): PersonRule {
  return personCondition({
    ...span,
    id: pupilConductRule,
    title: 'GK_HT_HS',
    sentence: 'Chấp hành tốt pháp luật, nội quy của nhà trường; kết quả rèn luyện đạt yêu cầu',
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
        sentence:
          'Có thành tích tiêu biểu trong các nội dung giáo dục theo Điều lệ nhà trường, quy định đánh giá học sinh',
      }),
      judgedRoute({
        id: 'R2',
        citation,
        sentence: 'Có thành tích xuất sắc trong các phong trào thi đua do nhà trường tổ chức',
      }),
      judgedRoute({
        id: 'R3',
        citation,
        sentence: 'Có thành tích xuất sắc đột xuất, có ý nghĩa nêu gương trong nhà trường',
      }),
      judgedRoute({
        id: 'R4',
        citation,
        sentence: 'Đoạt giải trong các kỳ thi, cuộc thi, hội thi do nhà trường tổ chức',
      }),
    ],
  });
}

const until = { confidence: 'C1', source: quotedOnce, to: '2026-04-01' } as const;
const since = {
  confidence: 'U',
  source: `Giữ theo Thông tư số 29/2023/TT-BGDĐT. ${notCompared}`,
  from: '2026-04-02',
} as const;

/** Every rule of the certificates, the medal and the honorary titles. */
export const certificateRules: readonly PersonRule[] = [
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
    confidence: 'U',
    source: 'Luật chỉ nêu thẩm quyền; tiêu chuẩn theo hướng dẫn của Sở cho từng phong trào, hội thi.',
    sentence: 'Đạt tiêu chuẩn do Sở Giáo dục và Đào tạo quy định cho phong trào thi đua, hội thi, kỳ thi',
  }),
  personCondition({
    id: 'exemplary',
    title: 'GK_HT',
    citation: at(TT29, 'Điều 11', 'khoản 1'),
    confidence: 'C1',
    source: quotedOnce,
    sentence: 'Gương mẫu chấp hành tốt chủ trương, chính sách của Đảng, pháp luật của Nhà nước',
  }),
  personRoutes({
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
  conduct({ ...until, citation: at(TT29, 'Điều 11', 'khoản 2') }),
  conduct({ ...since, citation: at(TT07, null, null) }),
  pupilRoutes({ ...until, citation: at(TT29, 'Điều 11', 'khoản 2') }),
  pupilRoutes({ ...since, citation: at(TT07, null, null) }),
  personCondition({
    id: 'school-standard',
    title: 'NB_KHEN_DOT',
    citation: law(81, 'khoản 1'),
    confidence: 'PR',
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
    citation: law(64, 'điểm a, điểm b khoản 3'),
    sentence:
      'Trung thành với Tổ quốc, chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; có phẩm chất đạo đức tốt, tận tụy với nghề, thương yêu học trò, có tài năng sư phạm, có công trong sự nghiệp giáo dục, được học trò, đồng nghiệp và Nhân dân kính trọng',
  }),
  personCondition({
    id: 'decree-standard',
    title: 'NGUT',
    citation: at(ND35, null, null),
    confidence: 'U',
    source: 'Tiêu chuẩn cụ thể của Nghị định chưa được đối chiếu: Hội đồng tự đối chiếu.',
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
    ...toldOnce,
    id: 'ethics',
    title: 'NGND',
    citation: law(64, 'điểm a, điểm b khoản 2'),
    sentence:
      'Trung thành với Tổ quốc; có phẩm chất đạo đức tốt, tài năng sư phạm xuất sắc, nhiều công lao và ảnh hưởng rộng trong ngành, được học trò, đồng nghiệp và nhân dân kính trọng',
  }),
  personCondition({
    id: 'decree-standard',
    title: 'NGND',
    citation: at(ND35, null, null),
    confidence: 'U',
    source: 'Tiêu chuẩn cụ thể của Nghị định chưa được đối chiếu: Hội đồng tự đối chiếu.',
    sentence: 'Đạt các tiêu chuẩn cụ thể của Nhà giáo nhân dân theo Nghị định',
  }),
  honour('NGND', 'khoản 2', 20, 25, 15),
];
