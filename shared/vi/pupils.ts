/** Words about pupils who are put forward. */
import type { PupilLineProblem, PupilProblem } from '../imports/pupils.ts';
import { compareNames, compareText } from '../names.ts';
import { findTitle } from '../rules/catalogue.ts';
import type { PupilKind, TitleId } from '../terms.ts';

export const pupilKindNames: Readonly<Record<PupilKind, string>> = {
  PUPIL: 'Học sinh',
  CLASS: 'Tập thể lớp',
};

/** "Lớp 6A". */
export function classLabel(className: string): string {
  return `Lớp ${className}`;
}

interface Listed {
  readonly name: string;
  readonly groupName: string;
  readonly titleId: TitleId;
}

function isPupils({ titleId }: Listed): boolean {
  return findTitle(titleId)?.object === 'PUPIL';
}

/** The order of a list of one title: by given name, pupils class by class. */
export function compareInList(a: Listed, b: Listed): number {
  const byClass = isPupils(a) && isPupils(b) ? compareText(a.groupName, b.groupName) : 0;
  return byClass || compareNames(a.name, b.name);
}

/** What may be asked for and is not there. */
export const missingPupilThings = {
  pupil: 'học sinh này',
  way: 'trường hợp được xét này',
} as const;

const problemTexts: Readonly<Record<PupilProblem, string>> = {
  'no-name': 'thiếu họ và tên',
  'name-without-letters': 'họ và tên không có chữ nào',
  'foreign-letters': 'có chữ không phải chữ Việt; gõ lại họ tên, lớp rồi dán lại',
  'old-font': 'họ và tên gõ bằng phông chữ cũ (TCVN3, VNI); chuyển sang mã Unicode rồi dán lại',
  'no-class': 'thiếu lớp',
  'too-long': 'có ô quá dài (tên, lớp, mã tối đa 100 ký tự; thành tích tối đa 300)',
  twice: 'trùng một dòng ở trên; hai em cùng tên, cùng lớp thì ghi thêm mã học sinh',
  'no-achievement': 'thiếu thành tích, là căn cứ của trường hợp đã chọn',
  'class-with-code': 'là tập thể lớp nên không ghi mã học sinh',
  'other-pupil': 'mã học sinh đã ghi cho em khác hoặc lớp khác',
  withdrawn: 'đã rút đăng ký; mở dòng này trong danh sách để đăng ký lại',
  closed: 'đã qua bước thẩm định nên không sửa thành tích được nữa',
};

/** How many lines a sentence names before it only counts them. */
const TOLD = 8;

/** "Dòng 2: thiếu lớp". */
export function pupilLineText({ line, problem }: PupilLineProblem): string {
  return `dòng ${line}: ${problemTexts[problem]}`;
}

/** All mistakes of a pasted list in one sentence; none is a list that holds nobody. */
export function pupilLinesText(problems: readonly PupilLineProblem[]): string {
  if (problems.length === 0)
    return 'Phần đã dán chưa có dòng học sinh nào. Hãy sao chép các dòng họ tên, lớp từ Excel rồi dán lại.';
  const told = problems.slice(0, TOLD).map(pupilLineText).join('; ');
  const more = problems.length > TOLD ? `; và ${problems.length - TOLD} dòng khác` : '';
  return `Chưa ghi dòng nào vì có chỗ chưa đúng: ${told}${more}. Hãy sửa các dòng này rồi bấm lại.`;
}
