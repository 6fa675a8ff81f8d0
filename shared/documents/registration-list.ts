/** Danh sách đăng ký thi đua: who registered for what at the start of the year, by tổ, then the collectives. */
import { formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import type { Block, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import {
  type HeadSigner,
  type PaperBasics,
  countNames,
  headSignature,
  plainSignature,
  schoolLetterhead,
  tableOr,
  watermarkOf,
  heading,
} from './parts.ts';

export interface RegistrationListData extends PaperBasics {
  readonly groups: readonly {
    readonly name: string;
    readonly people: readonly {
      readonly name: string;
      readonly post: string;
      /** Names of the titles registered, in full. */
      readonly titles: readonly string[];
      readonly rewards: readonly string[];
    }[];
  }[];
  readonly collectives: readonly {
    readonly name: string;
    readonly titles: readonly string[];
    readonly rewards: readonly string[];
  }[];
  /** Pupils and whole classes, class by class; no part of the list when there are none. */
  readonly pupils: readonly {
    readonly name: string;
    readonly className: string;
    readonly achievement: string;
    readonly titles: readonly string[];
    readonly rewards: readonly string[];
  }[];
  readonly secretary: string | null;
  readonly head: HeadSigner;
}

/** Builds the list of registrations of a school year. */
export function registrationList(data: RegistrationListData): Paper {
  const people = data.groups.flatMap((group) => group.people);
  return {
    kind: 'paper',
    fileName: paperFiles.registrationList,
    orientation: 'portrait',
    letterhead: schoolLetterhead(data, null),
    title: 'DANH SÁCH',
    subtitle: [
      'Đăng ký danh hiệu thi đua, hình thức khen thưởng',
      `Năm học ${formatSchoolYear(data.schoolYear)}`,
    ],
    blocks: [
      heading(1, 'Cá nhân', 'roman'),
      individuals(data),
      ...summary({ unit: 'cá nhân', entries: people }),
      heading(2, 'Tập thể', 'roman'),
      collectives(data),
      ...summary({ unit: 'tập thể', entries: data.collectives }),
      ...pupils(data),
    ],
    signatures: [plainSignature('NGƯỜI LẬP DANH SÁCH', data.secretary), headSignature(data.head)],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function individuals(data: RegistrationListData): Block {
  const rows: Row[] = [];
  let position = 0;
  for (const group of data.groups) {
    if (group.people.length === 0) continue;
    rows.push({ section: `${group.name} (${formatCount(group.people.length)} người)` });
    for (const person of group.people) {
      position += 1;
      rows.push([position, person.name, person.post, person.titles.join('; '), person.rewards.join('; ')]);
    }
  }
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 10, align: 'center', numeric: true },
        { header: 'Họ và tên', width: 45 },
        { header: 'Chức vụ, nhiệm vụ', width: 30 },
        { header: 'Đăng ký danh hiệu thi đua', width: 41 },
        { header: 'Đăng ký hình thức khen thưởng', width: 39 },
      ],
      rows,
    },
    'Không có cá nhân đăng ký.',
  );
}

function collectives(data: RegistrationListData): Block {
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 10, align: 'center', numeric: true },
        { header: 'Tên tập thể', width: 70 },
        { header: 'Đăng ký danh hiệu thi đua', width: 45 },
        { header: 'Đăng ký hình thức khen thưởng', width: 40 },
      ],
      rows: data.collectives.map((entry, index) => [
        index + 1,
        entry.name,
        entry.titles.join('; '),
        entry.rewards.join('; '),
      ]),
    },
    'Không có tập thể đăng ký.',
  );
}

function pupils({ pupils: entries }: RegistrationListData): readonly Block[] {
  if (entries.length === 0) return [];
  return [
    heading(3, 'Học sinh, tập thể lớp', 'roman'),
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 10, align: 'center', numeric: true },
        { header: 'Họ và tên, tập thể lớp', width: 45 },
        { header: 'Lớp', width: 17, align: 'center' },
        { header: 'Thành tích', width: 54 },
        { header: 'Đăng ký hình thức khen thưởng', width: 39 },
      ],
      rows: entries.map((entry, index) => [
        index + 1,
        entry.name,
        entry.className,
        entry.achievement,
        [...entry.titles, ...entry.rewards].join('; '),
      ]),
    },
    ...summary({ unit: 'học sinh, tập thể lớp', entries }),
  ];
}

function summary({
  unit,
  entries,
}: {
  readonly unit: string;
  readonly entries: readonly { readonly titles: readonly string[]; readonly rewards: readonly string[] }[];
}): readonly Block[] {
  if (entries.length === 0) return [];
  const counts = countNames(entries.flatMap((entry) => [...entry.titles, ...entry.rewards]));
  const parts = counts.map(({ name, count }) => `${name}: ${formatCount(count)}`);
  const total = `Tổng số: ${formatCount(entries.length)} ${unit} đăng ký`;
  const text = parts.length === 0 ? `${total}.` : `${total}. Trong đó: ${parts.join('; ')}.`;
  return [{ kind: 'paragraph', text }];
}
