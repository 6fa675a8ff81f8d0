import { describe, expect, it } from 'vitest';
import { ruleSetFor, ruleSets, withOverrides } from '../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../shared/rules/model.ts';
import { checkSetting, conditionsAmong, overridesOf, settingsOf } from '../../shared/rules/settings.ts';
import { noteIds, notesOfTitle } from '../../shared/rules/setting-rows.ts';
import { noteUses, settingName, settingText } from '../../shared/vi/regulation.ts';

/** What no reliable source settles, by its number in the list of what every school must fill, and where it is filled. */
const mustBeFilled: Readonly<Record<number, { readonly what: string; readonly ids: readonly string[] }>> = {
  1: { what: 'quy định của thành phố', ids: ['cityRegulation'] },
  2: { what: 'thông tư về giấy khen, kỷ niệm chương', ids: ['sectorCircular', 'variant:GK_HT_TT29'] },
  3: { what: 'điều khoản của tỷ lệ 80 %, 90 %', ids: ['ballotArticle', 'vote:CSTDCS', 'vote:CSTD_TP'] },
  4: { what: 'luật sửa đổi', ids: ['amendedLaw', 'variant:CSTDCS_2026'] },
  5: { what: 'số có mặt tối thiểu', ids: ['quorum'] },
  6: {
    what: 'mức và gốc khi luật không nêu',
    ids: ['defaultVote', 'vote:LDTT', 'vote:TTLDTT', 'vote:TTLDXS'],
  },
  7: { what: 'nơi công nhận sáng kiến', ids: ['initiativeRecogniser'] },
  8: {
    what: 'tuyến trình của từng danh hiệu',
    ids: ['chain:LDTT', 'chain:CSTDCS', 'chain:TTLDXS', 'chain:BK_BO'],
  },
  9: { what: 'tổ được xét danh hiệu tập thể', ids: ['groupsMayReceive'] },
  10: { what: 'giấy khen của Hiệu trưởng', ids: ['principalCertificate', 'variant:GK_HT_TT29'] },
  11: { what: 'số tháng của người mới', ids: ['newStaffMonths'] },
  13: { what: 'số gốc của mức trần xuất sắc', ids: ['htxsBaseInclusive'] },
  14: { what: 'bỏ phiếu cho mình, dự thay', ids: ['ownVote', 'sameGroupStepsAside', 'recusalReducesBase'] },
  15: { what: 'dãy số, ký hiệu văn bản', ids: ['councilOwnSeries'] },
  16: { what: 'đợt, tiêu chí, thang điểm, trọng số', ids: ['scoringScheme'] },
  17: { what: 'số ngày công khai', ids: ['publicityDays'] },
  18: { what: 'đăng ký là bắt buộc hay không', ids: ['registrationRequired'] },
};
/** Asked for beside that list. */
const others = ['spareBallots', 'maximumRounds', 'secondCount', 'ratingCalendar', 'contractStaff'];

function setOn(date: string): RuleSet {
  const set = ruleSetFor({ date });
  if (set === null) throw new Error(date);
  return set;
}

describe('the settings of a school', () => {
  it('cover all that every school must fill, under any rule set; the twelfth, rounding of money, the decree settles', () => {
    expect(Object.keys(mustBeFilled).map(Number)).toEqual(
      Array.from({ length: 18 }, (_, at) => at + 1).filter((number) => number !== 12),
    );
    for (const set of ruleSets) {
      const known = new Set(settingsOf(set).map(({ id }) => id));
      const missing = [...Object.values(mustBeFilled).flatMap(({ ids }) => ids), ...others].filter(
        (id) => !known.has(id),
      );
      expect(missing).toEqual([]);
    }
  });

  it.each(ruleSets.map((set) => [set.id, set] as const))(
    '%s says of each its name, its default and why it is only a default',
    (_, set) => {
      const settings = settingsOf(set);
      expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
      for (const { id, kind, standard, source, choices } of settings) {
        expect({ id, name: settingName(id) }).not.toEqual({ id, name: id });
        expect(source.length).toBeGreaterThan(10);
        expect({ id, isText: kind === 'text' }).toEqual({ id, isText: standard === null });
        if (standard !== null) expect(settingText(id, standard)).not.toMatch(/undefined|null|NaN/);
        expect(choices.length > 0).toBe(kind === 'choice');
      }
      const names = settings.map(({ id, group }) => `${group} ${settingName(id)}`);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it('in words say where they are brought up, and each is brought up somewhere', () => {
    expect(noteIds.filter((id) => noteUses[id] === '')).toEqual([]);
    expect(notesOfTitle('CSTDCS')).toEqual([
      'cityRegulation',
      'amendedLaw',
      'initiativeRecogniser',
      'contractStaff',
    ]);
    expect(notesOfTitle('GK_HT_HS')).toEqual(['cityRegulation', 'sectorCircular', 'amendedLaw']);
  });

  it('take a way of submission only from those that there are', () => {
    const set = setOn('2026-05-28');
    const chain = settingsOf(set).find(({ id }) => id === 'chain:LDTT');
    if (chain === undefined) throw new Error('no such setting');
    expect(chain.standard).toEqual({ kind: 'choice', choice: 'COMMUNE' });
    expect(checkSetting(chain, { kind: 'choice', choice: 'SECTOR' })).toBeNull();
    expect(checkSetting(chain, { kind: 'choice', choice: 'MOON' })).toBe('out-of-range');
    expect(checkSetting(chain, { kind: 'text', text: 'SECTOR' })).toBe('other-kind');
  });

  it('put the place of the share of votes in the stead of the default, and leave every share as it is', () => {
    const set = setOn('2026-05-28');
    const text = 'Điều 9 Nghị định số 152/2025/NĐ-CP';
    const settled = [
      { id: 'ballotArticle', value: { kind: 'text', text }, source: 'Văn bản đã đọc' } as const,
    ];
    const own = withOverrides({ ruleSet: set, overrides: overridesOf(settled) });
    expect(own.votes['CSTDCS']).toMatchObject({
      source: text,
      confidence: 'P',
      value: set.votes['CSTDCS']?.value,
    });
    // The share of the school's own council for titles decided above rests on no article.
    expect(own.votes['CSTD_TP']).toEqual(set.votes['CSTD_TP']);
  });

  it('that papers and voting read make no verdict stale', () => {
    const of = (id: string, value: Parameters<typeof conditionsAmong>[0][number]['value']) => ({
      id,
      value,
      source: 's',
    });
    expect(
      conditionsAmong([
        of('spareBallots', { kind: 'number', number: 2 }),
        of('publicityDays', { kind: 'number', number: 3 }),
        of('councilOwnSeries', { kind: 'switch', on: false }),
        of('chain:LDTT', { kind: 'choice', choice: 'CITY' }),
        of('groupsMayReceive', { kind: 'switch', on: false }),
      ]).map(({ id }) => id),
    ).toEqual(['groupsMayReceive']);
  });
});
