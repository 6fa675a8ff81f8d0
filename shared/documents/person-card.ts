/** Phiếu thi đua cá nhân: all that the file holds of one person, on a page that can be handed over and checked. */
import { formatDate, formatSchoolYear, type IsoDate } from '../dates.ts';
import { formatInteger } from '../numbers.ts';
import type { Block, Cell, Paper, Rich, Table } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type PaperBasics,
  plainSignature,
  schoolLetterhead,
  tableOr,
  watermarkOf,
  heading,
} from './parts.ts';

/** A time with its last day; null while it lasts. */
interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export interface PersonCardData extends PaperBasics {
  readonly person: {
    readonly fullName: string;
    readonly code: string | null;
    readonly birthDate: IsoDate | null;
    /** In words; null when unknown. */
    readonly sex: string | null;
    readonly position: string;
    readonly duty: string;
    readonly degree: string;
    readonly joinedOn: IsoDate | null;
    readonly partyMember: boolean;
  };
  readonly memberships: readonly (Period & { readonly groupName: string })[];
  /** In words, leave among them: "Đang làm việc"; `from` null while nobody said the days. */
  readonly statuses: readonly {
    readonly status: string;
    readonly from: IsoDate | null;
    readonly to: IsoDate | null;
  }[];
  /** Newest first. */
  readonly years: readonly {
    readonly schoolYear: string;
    /** In full; null for none. */
    readonly rating: string | null;
    readonly proposed: boolean;
    readonly awards: readonly {
      readonly name: string;
      readonly decisionNumber: string;
      readonly decisionDate: IsoDate | null;
    }[];
  }[];
  readonly initiatives: readonly {
    readonly schoolYear: string;
    readonly name: string;
    /** In words: "Cấp cơ sở". */
    readonly scope: string;
    /** Whole percent; null when unknown. */
    readonly share: number | null;
    readonly decisionNumber: string;
  }[];
  /** Disciplines and matters under examination, in words. */
  readonly watched: readonly (Period & { readonly kind: string; readonly note: string })[];
  /** Cases of this season. */
  readonly cases: readonly {
    readonly titleName: string;
    readonly registeredOn: IsoDate | null;
    readonly verdict: string;
    readonly reason: string;
    /** What the council came to; null while it is open. */
    readonly outcome: string | null;
  }[];
  readonly secretary: string | null;
}

/** Builds the card of one person. */
export function personCard(data: PersonCardData): Paper {
  return {
    kind: 'paper',
    fileName: paperFiles.personCard(data.person.fullName, data.person.code),
    orientation: 'portrait',
    letterhead: schoolLetterhead(data, null),
    title: 'PHIẾU THI ĐUA CÁ NHÂN',
    subtitle: [`Năm học ${formatSchoolYear(data.schoolYear)}`],
    blocks: [
      heading(1, 'Thông tin cá nhân'),
      { kind: 'list', items: identityLines(data) },
      heading(2, 'Nơi công tác và tình trạng'),
      standing(data),
      heading(3, 'Xếp loại và khen thưởng các năm học'),
      years(data),
      heading(4, 'Sáng kiến'),
      initiatives(data),
      heading(5, 'Kỷ luật, thời gian nghỉ, việc đang xem xét'),
      watched(data),
      heading(6, `Đăng ký thi đua năm học ${formatSchoolYear(data.schoolYear)}`),
      cases(data),
    ],
    signatures: [
      plainSignature('CÁ NHÂN', data.person.fullName),
      plainSignature('NGƯỜI LẬP PHIẾU', data.secretary),
    ],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function identityLines({ person }: PersonCardData): readonly Rich[] {
  const lines: readonly (readonly (readonly [string, string])[])[] = [
    [
      ['Họ và tên', person.fullName],
      ['mã', person.code ?? ''],
    ],
    [
      ['Ngày sinh', person.birthDate === null ? '' : formatDate(person.birthDate)],
      ['giới tính', person.sex ?? ''],
      ['đảng viên', person.partyMember ? 'có' : 'không'],
    ],
    [
      ['Chức vụ', person.position],
      ['nhiệm vụ', person.duty],
    ],
    [
      ['Trình độ', person.degree],
      ['ngày tuyển dụng', person.joinedOn === null ? '' : formatDate(person.joinedOn)],
    ],
  ];
  return lines
    .map((facts) => facts.filter(([, value]) => value !== ''))
    .filter((facts) => facts.length > 0)
    .map((facts) =>
      facts.flatMap(([name, value], at) => [
        { text: at === 0 ? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ` : `; ${name}: ` },
        { text: value, bold: true },
      ]),
    );
}

function until({ to }: Period): string {
  return to === null ? 'nay' : formatDate(to);
}

const fromColumn = { header: 'Từ ngày', width: 26, align: 'center' } as const;
const toColumn = { header: 'Đến ngày', width: 26, align: 'center' } as const;

/** Stands where nobody said a day. */
const unwritten = 'chưa ghi';

function standing({ memberships, statuses }: PersonCardData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [{ header: 'Tổ, tình trạng', width: 110 }, fromColumn, toColumn],
      rows: [
        ...memberships.map((row) => [row.groupName, formatDate(row.from), until(row)]),
        ...statuses.map(({ status, from, to }) =>
          from === null ? [status, unwritten, unwritten] : [status, formatDate(from), until({ from, to })],
        ),
      ],
    },
    'Chưa ghi nơi công tác.',
  );
}

function years(data: PersonCardData): Block {
  const rows = data.years.flatMap(
    ({ schoolYear, rating, proposed, awards }): readonly (readonly Cell[])[] => {
      const level = rating === null ? '–' : `${rating}${proposed ? ' (đề xuất)' : ''}`;
      const named: readonly Cell[] = [formatSchoolYear(schoolYear), level];
      if (awards.length === 0) return [[...named, '–', '–']];
      return awards.map((award, at) => [
        ...(at === 0 ? named : [null, null]),
        award.name,
        decisionText(award),
      ]);
    },
  );
  const table: Table = {
    kind: 'table',
    columns: [
      { header: 'Năm học', width: 24, align: 'center' },
      { header: 'Xếp loại', width: 44 },
      { header: 'Danh hiệu, hình thức khen thưởng', width: 52 },
      { header: 'Quyết định', width: 42 },
    ],
    rows,
  };
  return tableOr(table, 'Chưa ghi xếp loại và khen thưởng của năm học nào.');
}

function decisionText({
  decisionNumber,
  decisionDate,
}: PersonCardData['years'][number]['awards'][number]): string | null {
  const parts = [
    decisionNumber === '' ? '' : `số ${decisionNumber}`,
    decisionDate === null ? '' : `ngày ${formatDate(decisionDate)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(' ');
}

function initiatives(data: PersonCardData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'Năm học', width: 24, align: 'center' },
        { header: 'Tên sáng kiến', width: 57 },
        { header: 'Phạm vi', width: 26 },
        { header: 'Đóng góp', width: 18, align: 'center' },
        { header: 'Quyết định', width: 37 },
      ],
      rows: data.initiatives.map((row) => [
        formatSchoolYear(row.schoolYear),
        row.name,
        row.scope,
        row.share === null ? '–' : `${formatInteger(row.share)} %`,
        row.decisionNumber === '' ? '–' : row.decisionNumber,
      ]),
    },
    'Không có sáng kiến nào.',
  );
}

function watched(data: PersonCardData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [{ header: 'Nội dung', width: 110 }, fromColumn, toColumn],
      rows: data.watched.map((row) => [
        row.note === '' ? row.kind : `${row.kind}: ${row.note}`,
        formatDate(row.from),
        row.to === null ? '–' : formatDate(row.to),
      ]),
    },
    'Không có.',
  );
}

function cases(data: PersonCardData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'Danh hiệu, hình thức đăng ký', width: 34 },
        { header: 'Ngày đăng ký', width: 22, align: 'center' },
        { header: 'Thẩm định', width: 22 },
        { header: 'Lý do, căn cứ', width: 68 },
        { header: 'Hội đồng', width: 18 },
      ],
      rows: data.cases.map((row) => [
        row.titleName,
        row.registeredOn === null ? '–' : formatDate(row.registeredOn),
        row.verdict,
        row.reason === '' ? null : row.reason,
        row.outcome ?? '–',
      ]),
    },
    'Chưa đăng ký danh hiệu, hình thức khen thưởng nào.',
  );
}
