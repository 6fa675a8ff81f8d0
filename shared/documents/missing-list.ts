/** Danh sách còn thiếu: what stands between each case and its title, with the article and what would mend it. */
import { formatSchoolYear } from '../dates.ts';
import { formatCount } from '../numbers.ts';
import { article } from '../vi/findings.ts';
import type { Block, Cell, Paper, Row } from './model.ts';
import { paperFiles } from './paper-files.ts';
import { type PaperBasics, plainSignature, schoolLetterhead, tableOr, watermarkOf } from './parts.ts';
import { conditionStateNames } from '../vi/terms.ts';

/** One condition that is not met, or not settled yet. */
export interface MissingCondition {
  readonly state: 'failed' | 'to-be-judged' | 'postponed';
  readonly sentence: string;
  readonly citation: string;
  /** How the rule is known, in words, when it must still be compared with its text; null when it is known well. */
  readonly doubt: string | null;
  /** What the file knows of it. */
  readonly fact: string;
  /** What would make it pass; null when only mending a wrong fact can. */
  readonly missing: string | null;
}

/** One case that is not eligible, or not yet. */
export interface MissingCase {
  /** Person, or tổ for a collective. */
  readonly name: string;
  /** Tổ under which the case is listed; cases of one tổ come together. */
  readonly group: string;
  readonly titleName: string;
  readonly conditions: readonly MissingCondition[];
  /** What there is to say when no condition stands for it: not checked yet, or refused by the council. */
  readonly remark: string | null;
}

export interface MissingListData extends PaperBasics {
  /** The tổ it is for; null for the whole school. */
  readonly group: string | null;
  readonly cases: readonly MissingCase[];
  readonly secretary: string | null;
}

const unmendable = 'Chỉ thay đổi khi dữ kiện ghi sai và được sửa lại';

/** Builds the list of one tổ or of all: a row for each condition, the case named once. */
export function missingList(data: MissingListData): Paper {
  const { group } = data;
  return {
    kind: 'paper',
    fileName: paperFiles.missingList(group),
    orientation: 'landscape',
    letterhead: schoolLetterhead(data, null),
    title: 'DANH SÁCH',
    subtitle: [
      'Hồ sơ thi đua còn thiếu điều kiện',
      `${group === null ? '' : `${group}, `}${group === null ? 'Năm' : 'năm'} học ${formatSchoolYear(data.schoolYear)}`,
    ],
    blocks: [casesTable(data), ...total(data)],
    signatures: [plainSignature('NGƯỜI LẬP DANH SÁCH', data.secretary)],
    recipients: null,
    watermark: watermarkOf(data.status),
    asOf: data.asOf,
  };
}

function casesTable({ cases, group }: MissingListData): Block {
  const rows: Row[] = [];
  let section: string | null = group;
  for (const [index, entry] of cases.entries()) {
    if (entry.group !== section) {
      section = entry.group;
      rows.push({ section });
    }
    const lines = linesOf(entry);
    for (const [at, line] of lines.entries()) {
      const named: readonly Cell[] = at === 0 ? [index + 1, entry.name, entry.titleName] : [null, null, null];
      rows.push([...named, ...line]);
    }
  }
  return tableOr(
    {
      kind: 'table',
      columns: [
        { header: 'TT', width: 10, align: 'center', numeric: true },
        { header: 'Họ và tên, tập thể', width: 34 },
        { header: 'Danh hiệu, hình thức đăng ký', width: 28 },
        { header: 'Kết quả', width: 18 },
        { header: 'Điều kiện, căn cứ', width: 68 },
        { header: 'Dữ kiện hiện có', width: 58 },
        { header: 'Cần có để đạt', width: 50 },
      ],
      rows,
    },
    'Không có hồ sơ nào còn thiếu điều kiện.',
  );
}

function linesOf({ conditions, remark }: MissingCase): readonly (readonly Cell[])[] {
  if (conditions.length === 0) return [['–', remark ?? '–', null, null]];
  const lines = conditions.map(({ state, sentence, fact, citation, doubt, missing }): readonly Cell[] => [
    conditionStateNames[state],
    `${sentence} (${article({ citation, doubt })})`,
    fact,
    missing ?? unmendable,
  ]);
  return remark === null ? lines : [...lines, [null, remark, null, null]];
}

function total({ cases }: MissingListData): readonly Block[] {
  if (cases.length === 0) return [];
  const named = new Set(cases.map(({ name, group }) => `${group}\n${name}`)).size;
  const text = `Danh sách có ${formatCount(cases.length)} hồ sơ của ${formatCount(named)} cá nhân, tập thể.`;
  return [{ kind: 'paragraph', text }];
}
