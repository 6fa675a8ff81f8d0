import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayCell,
  readCode,
  readDate,
  readSchoolYear,
  readScore,
  readShare,
  readTitles,
} from '../../shared/imports/cells.ts';
import { nameKey, plainKey } from '../../shared/imports/keys.ts';
import { displayRead } from '../../shared/imports/row-reader.ts';
import { readScoreHeader } from '../../shared/imports/score-header.ts';
import { fromTsv } from '../../shared/imports/tsv.ts';
import { plainText } from '../../shared/imports/workbook.ts';
import { formatPoints } from '../../shared/numbers.ts';
import { problemSentence } from '../../shared/vi/imports.ts';
import { titles } from '../../shared/rules/catalogue.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });

describe('cells', () => {
  it('read every day back from each way of writing it', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
        const short = `${Number(dayOfMonth)}/${Number(month)}/${year}`;
        const written = [
          iso,
          displayCell(iso),
          short,
          ` ${dayOfMonth} - ${month} - ${year}\u00a0`,
          `${dayOfMonth}.${month}.${year}`,
          `${Number(dayOfMonth)} ${Number(month)} ${year}`,
          `${dayOfMonth}${month}${year}`,
          `${year}/${Number(month)}/${Number(dayOfMonth)}`,
          `${iso}T00:00:00`,
          `Ngày ${dayOfMonth} tháng ${Number(month)} năm ${year}`,
        ];
        for (const text of written) expect(readDate(text)).toEqual({ ok: true, value: iso });
      }),
    );
  });

  it.each([
    ['5/6/26', '2026-06-05'],
    ['050626', '2026-06-05'],
    ['5 6 26', '2026-06-05'],
    ['5.6.29', '2029-06-05'],
    ['5-6-30', '1930-06-05'],
    ['5/2/85', '1985-02-05'],
    [28052026, '2026-05-28'],
    [5062026, '2026-06-05'],
  ])('reads the day %s as Excel does', (cell, iso) => {
    expect(readDate(cell)).toEqual({ ok: true, value: iso });
  });

  it('never reads a day of birth in the future', () => {
    expect(readDate('5/6/26', '2026-05-31')).toEqual({ ok: true, value: '1926-06-05' });
    expect(readDate('5/5/26', '2026-05-31')).toEqual({ ok: true, value: '2026-05-05' });
    expect(readDate('5/6/27', '2026-05-31')).toEqual({ ok: true, value: '1927-06-05' });
    expect(readDate('5/6/2027', '2026-05-31')).toEqual({ ok: true, value: '2027-06-05' });
  });

  it('shows in the preview how a day was read', () => {
    expect(displayRead('5/6/85', 'birthDate', '2026-05-31')).toBe('5/6/85 → 05/06/1985');
    expect(displayRead('5/6/26', 'registeredOn')).toBe('5/6/26 → 05/06/2026');
    expect(displayRead('1985-06-05', 'birthDate')).toBe('05/06/1985');
    expect(displayRead('5/6/85', 'fullName')).toBe('5/6/85');
    expect(displayRead('31/02/85', 'birthDate')).toBe('31/02/85');
  });

  it.each(['3.10E+09', '3,1E9', '1.23457E+11', 1e15, 3.100700001234e18, '2026-02-01'])(
    'asks about the code %s, which Excel damaged',
    (cell) => {
      expect(readCode(cell)).toMatchObject({ ok: false, code: 'damaged-code' });
    },
  );

  it('takes off what Excel is told with', () => {
    expect(['="0012345678"', "'0012", '’0012', '="a""b"', '=1+1', "'a"].map(plainText)).toEqual([
      '0012345678',
      '0012',
      '0012',
      'a"b',
      '=1+1',
      "'a",
    ]);
    expect(fromTsv('="0012"\t\'0013')).toEqual([['0012', '0013']]);
  });

  it.each(['30/02/2024', '29/02/2023', '31/04/2020', '00/01/2020', '1/13/2020', '2020', 'hôm qua', 44000])(
    'refuse the day %s',
    (cell) => {
      expect(readDate(cell)).toMatchObject({ ok: false, code: 'invalid-date' });
    },
  );

  it('read every number of points back, from a number or from text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (points) => {
        expect(readScore(points / 100)).toEqual({ ok: true, value: points });
        expect(readScore(formatPoints(points))).toEqual({ ok: true, value: points });
        expect(readScore(formatPoints(points).replace(',', '.'))).toEqual({ ok: true, value: points });
      }),
    );
  });

  it('keep codes as they are', () => {
    expect(readCode(3100700001)).toEqual({ ok: true, value: '3100700001' });
    expect(readCode('0012')).toEqual({ ok: true, value: '0012' });
    expect(readCode("'0012 ")).toEqual({ ok: true, value: '0012' });
    expect(readCode('3100700001.0')).toEqual({ ok: true, value: '3100700001' });
    expect(readCode('-')).toEqual({ ok: true, value: null });
  });

  it('read school years and shares', () => {
    expect(readSchoolYear(' Năm học: 2024 – 2025 ')).toEqual({ ok: true, value: '2024-2025' });
    expect(readSchoolYear(2024)).toMatchObject({ ok: false });
    expect(readShare('33,33')).toMatchObject({ ok: false });
    expect(readShare('50,0 %')).toEqual({ ok: true, value: 50 });
  });

  it('read every award of the catalogue by its full name and its short form', () => {
    for (const title of titles) {
      expect(readTitles(title.name)).toEqual({ ok: true, value: [title.id] });
      expect(readTitles(title.shortName.normalize('NFD'))).toEqual({ ok: true, value: [title.id] });
    }
  });

  it('read lists of awards, each once', () => {
    const wanted = { ok: true, value: ['LDTT', 'CSTDCS'] };
    expect(readTitles('LĐTT và CSTĐCS')).toEqual(wanted);
    expect(readTitles('1. LĐTT\n2. Chiến sĩ thi đua cơ sở.')).toEqual(wanted);
    expect(readTitles('LĐTT;;CSTĐCS; LĐTT')).toEqual(wanted);
    expect(readTitles('không')).toEqual({ ok: true, value: null });
  });

  it.each([
    'Chiến sĩ thi đua Bộ, ban, ngành, tỉnh',
    'Bằng khen của Bộ, ban, ngành, tỉnh',
    'Cờ thi đua cấp Bộ, ngành, tỉnh, thành phố, đoàn thể trung ương',
    'Bằng khen của bộ/ban/ngành/tỉnh',
    'Giấy khen',
    'HCLĐ',
  ])('ask about a name that several awards share, as one: %s', (name) => {
    expect(readTitles(`LĐTT, ${name}`)).toEqual({ ok: false, code: 'ambiguous-title', value: name });
    expect(problemSentence('ambiguous-title', { value: name })).toMatch(/chưa rõ là “.+” hay “.+”\. Hãy/u);
  });

  it('keep a list of bodies with the award before it, and no other comma', () => {
    expect(readTitles('LĐTT, Giấy khen của Chủ tịch UBND xã, phường, BK UBND TP')).toEqual({
      ok: true,
      value: ['LDTT', 'GK_XA', 'BK_TP'],
    });
    expect(readTitles('CSTĐCS, ngôi sao')).toMatchObject({ code: 'unknown-title', value: 'ngôi sao' });
    expect(readTitles('Tỉnh, LĐTT')).toMatchObject({ code: 'unknown-title', value: 'Tỉnh' });
  });
});

describe('keys', () => {
  it('keep names apart that differ in a mark, and bring spellings together', () => {
    expect(nameKey('Hoà')).toBe(nameKey('Hòa'.normalize('NFD')));
    expect(nameKey('LÝ  THUỲ')).toBe(nameKey('lí thùy'));
    expect(nameKey('Hà')).not.toBe(nameKey('Hạ'));
    expect(nameKey('Hương')).not.toBe(nameKey('Hường'));
    expect(plainKey('Tỷ lệ (%)')).toBe(plainKey('TỈ LỆ %'));
  });

  it.each([
    [
      'Tự chấm: Phẩm chất, lối sống (20)',
      { side: 'selfScore', criterion: 'Phẩm chất, lối sống', maximum: 2000 },
    ],
    ['Tổ ĐG: Phẩm chất (20 điểm)', { side: 'groupScore', criterion: 'Phẩm chất', maximum: 2000 }],
    ['CN chấm – Phẩm chất (tối đa 12,5)', { side: 'selfScore', criterion: 'Phẩm chất', maximum: 1250 }],
    [
      'Điểm tự chấm 1. Phẩm chất (tối đa: 20 điểm)',
      { side: 'selfScore', criterion: 'Phẩm chất', maximum: 2000 },
    ],
    ['Phẩm chất (20đ): Tổ chấm', { side: 'groupScore', criterion: 'Phẩm chất', maximum: 2000 }],
    ['Phẩm chất [20] (tự chấm)', { side: 'selfScore', criterion: 'Phẩm chất', maximum: 2000 }],
    ['Tổ chấm: Tổng điểm (100)', { side: 'groupScore', criterion: '', maximum: 10000 }],
    ['Tự đánh giá Nền nếp', { side: 'selfScore', criterion: 'Nền nếp', maximum: null }],
    ['Tổ đề nghị xếp loại', null],
    ['Tự đánh giá, xếp loại', null],
    ['Họ và tên', null],
    ['Tổ', null],
  ])('read the header “%s”', (header, read) => {
    expect(readScoreHeader(header)).toEqual(read);
  });
});
