import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClassName, readPupilLines } from '../../shared/imports/pupils.ts';
import { nameInList } from '../../shared/vi/namesakes.ts';
import { compareInList, pupilLinesText } from '../../shared/vi/pupils.ts';

function table(...rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join('\t')).join('\r\n');
}

describe('a pasted list of pupils', () => {
  it('has name and class, then a code and an achievement, if any', () => {
    const { lines, problems } = readPupilLines(
      table(
        ['Nguyễn Minh Anh', '6a', '0123456789', 'Giải Nhất hội thi kể chuyện'],
        ['Trần Gia Bảo', 'Lớp 7B', 'Nhặt được của rơi, trả lại người mất'],
        ['3', 'Phạm Thu Cúc', '8C1'],
        [''],
        ['Tập thể lớp', '9D', 'Nhất phong trào thi đua tháng 11'],
      ),
    );
    expect(problems).toEqual([]);
    expect(
      lines.map(({ line, kind, name, className, code, achievement }) => [
        line,
        kind,
        name,
        className,
        code,
        achievement,
      ]),
    ).toEqual([
      [1, 'PUPIL', 'Nguyễn Minh Anh', '6A', '0123456789', 'Giải Nhất hội thi kể chuyện'],
      [2, 'PUPIL', 'Trần Gia Bảo', '7B', null, 'Nhặt được của rơi, trả lại người mất'],
      [3, 'PUPIL', 'Phạm Thu Cúc', '8C1', null, ''],
      [5, 'CLASS', 'Tập thể lớp 9D', '9D', null, 'Nhất phong trào thi đua tháng 11'],
    ]);
  });

  it('takes no number and no text of an old font for a name, and a header without spaces for nobody', () => {
    const { lines, problems } = readPupilLines(
      table(['hoten', 'lop'], ['Ngô Thử Một', '6A'], ['12', '6A'], ['NguyÔn V¨n', '6A']),
    );
    expect(lines.map(({ name }) => name)).toEqual(['Ngô Thử Một']);
    expect(problems).toEqual([
      { line: 3, problem: 'name-without-letters' },
      { line: 4, problem: 'old-font' },
    ]);
  });

  it('is read by its header line in any order of columns', () => {
    const { lines } = readPupilLines(
      table(
        ['STT', 'Lớp', 'Họ và tên học sinh', 'Ngày sinh', 'Thành tích', 'Mã HS'],
        ['1', '6A', 'Nguyễn Minh Anh', '01/02/2014', 'Giải Ba', 'HS01'],
      ),
    );
    expect(lines).toMatchObject([
      { line: 2, name: 'Nguyễn Minh Anh', className: '6A', code: 'HS01', achievement: 'Giải Ba' },
    ]);
  });

  it('tells each wrong line by its place and what is wrong', () => {
    const { problems } = readPupilLines(
      table(
        ['Nguyễn Minh Anh', '6A'],
        ['Trần Gia Bảo', ''],
        ['', '6A'],
        ['nguyễn minh anh', '6a'],
        ['Tập thể lớp', '6A', 'HS9'],
        ['Lê An', '6A', 'x y'.repeat(200)],
      ),
    );
    expect(problems).toEqual([
      { line: 2, problem: 'no-class' },
      { line: 3, problem: 'no-name' },
      { line: 4, problem: 'twice' },
      { line: 5, problem: 'class-with-code' },
      { line: 6, problem: 'too-long' },
    ]);
    expect(pupilLinesText(problems)).toContain('dòng 2: thiếu lớp; dòng 3: thiếu họ và tên');
    expect(pupilLinesText([])).toContain('chưa có dòng học sinh nào');
    const many = Array.from({ length: 30 }, (_, at) => ({ line: at + 1, problem: 'no-class' as const }));
    expect(pupilLinesText(many)).toContain('và 22 dòng khác');
  });

  it('takes namesakes of one class when their codes differ', () => {
    const { lines, problems } = readPupilLines(table(['Lê An', '6A', 'HS1'], ['Lê An', '6A', 'HS2']));
    expect([lines.length, problems]).toEqual([2, []]);
  });

  it('loses no filled line, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { lines, problems } = readPupilLines(text);
        const places = [...lines, ...problems].map(({ line }) => line);
        expect(new Set(places).size).toBe(places.length);
        expect(readPupilLines(text)).toEqual({ lines, problems });
      }),
    );
  });

  it('keeps a class in one spelling', () => {
    expect(['6a', 'Lớp 6A', 'lớp  6a', 'Tập thể lớp 6A'].map(readClassName)).toEqual([
      '6A',
      '6A',
      '6A',
      '6A',
    ]);
    expect(readClassName('10 Toán')).toBe('10 Toán');
  });
});

describe('a list of names of one title', () => {
  it('has pupils class by class with their class, and people by given name', () => {
    const pupil = (name: string, className: string) => ({
      name,
      apart: name.startsWith('Tập thể') ? '' : className,
      groupName: `Lớp ${className}`,
      titleId: 'GK_HT_HS',
    });
    const pupils = [pupil('Lê An', '10A'), pupil('Lê Bình', '6A'), pupil('Tập thể lớp 6A', '6A')];
    expect(pupils.toSorted(compareInList).map(nameInList)).toEqual([
      'Tập thể lớp 6A',
      'Lê Bình (6A)',
      'Lê An (10A)',
    ]);
    const people = ['Trần Văn Bình', 'Lê An'].map((name) => ({
      name,
      apart: '',
      groupName: 'Tổ Toán',
      titleId: 'LDTT',
    }));
    expect(people.toSorted(compareInList).map(nameInList)).toEqual(['Lê An', 'Trần Văn Bình']);
  });
});
