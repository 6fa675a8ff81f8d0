import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceilingsOn, ceilingsPassed } from '../../shared/domain/ceiling-warnings.ts';
import { excellentCeiling } from '../../shared/domain/ceilings.ts';
import type { RatedCounts, SchoolCounts } from '../../shared/domain/facts.ts';
import { postGroupOf } from '../../shared/domain/post-groups.ts';
import { withOverrides } from '../../shared/rules/catalogue.ts';
import { ratingSystems } from '../../shared/rules/rating-systems.ts';
import { contextOf, groupFacts, personFacts } from '../support/facts.ts';

const groups = ratingSystems.ND233.postGroups;
const context = contextOf('2026-2027');

function groupOf(position: string, duty = '', groupName = '') {
  if (groups === null) throw new Error('NĐ 233 counts by groups');
  return postGroupOf({ post: { position, duty, groupName }, groups });
}

function rated(HTXS: number, HTT: number, HT = 0): RatedCounts {
  return { HTXS, HTT, HT, KHT: 0 };
}

function sum(list: readonly RatedCounts[]): RatedCounts {
  return list.reduce(
    (all, one) => ({
      HTXS: all.HTXS + one.HTXS,
      HTT: all.HTT + one.HTT,
      HT: all.HT + one.HT,
      KHT: all.KHT + one.KHT,
    }),
    rated(0, 0),
  );
}

function school(managing: RatedCounts, teaching: RatedCounts, office: RatedCounts): SchoolCounts {
  return {
    rated: sum([managing, teaching, office]),
    groups: [
      { id: 'MANAGING', rated: managing },
      { id: 'TEACHING', rated: teaching },
      { id: 'OFFICE', rated: office },
    ],
    ldtt: 0,
    cstdcs: 0,
    schoolRating: null,
    headRating: null,
    units: { count: 0, rated: rated(0, 0) },
  };
}

const texts = (counts: SchoolCounts) => ceilingsPassed({ counts, context }).map(({ text }) => text);

describe('a group of similar posts', () => {
  it('is told by the words of the staff list, from the post on', () => {
    expect(groupOf('Hiệu trưởng')).toBe('MANAGING');
    expect(groupOf('Phó Hiệu trưởng', 'Toán', 'Tổ Văn phòng')).toBe('MANAGING');
    expect(groupOf('Giáo viên', 'Tổng phụ trách Đội', 'Tổ Văn phòng')).toBe('TEACHING');
    expect(groupOf('Tổ trưởng', 'Ngữ văn', 'Tổ Khoa học xã hội')).toBe('TEACHING');
    expect(groupOf('Tổ trưởng', 'Kế toán', 'Tổ Văn phòng')).toBe('OFFICE');
    expect(groupOf('Nhân viên', 'Thư viện')).toBe('OFFICE');
    expect(groupOf('Văn thư')).toBe('OFFICE');
    expect(groupOf('')).toBeNull();
    expect(ratingSystems.ND90.postGroups).toBeNull();
  });
});

describe('the ceiling on HTXS', () => {
  it('is counted over the unit and over each group, each told by itself', () => {
    expect(texts(school(rated(0, 2), rated(5, 30), rated(0, 5)))).toEqual([]);
    // 6 of 40 is within the unit's share; 4 of 6 staff is not within that of the staff.
    expect(texts(school(rated(0, 2), rated(2, 30), rated(4, 2)))).toEqual([
      'Nhóm nhân viên: có 4 người xếp loại Hoàn thành xuất sắc nhiệm vụ, vượt mức 20 % (nhiều nhất 1 người)',
    ]);
    expect(texts(school(rated(0, 2), rated(10, 20), rated(0, 5)))).toEqual([
      'Có 10 người xếp loại Hoàn thành xuất sắc nhiệm vụ, vượt mức 20 % (nhiều nhất 6 người)',
      'Nhóm giáo viên: có 10 người xếp loại Hoàn thành xuất sắc nhiệm vụ, vượt mức 20 % (nhiều nhất 5 người)',
    ]);
  });

  it('is told once of a unit that is one group, and not at all of a year that NĐ 90/2020 rates', () => {
    const one = school(rated(0, 0), rated(10, 20), rated(0, 0));
    expect(texts(one)).toHaveLength(1);
    expect(ceilingsPassed({ counts: one, context: contextOf('2025-2026') })).toEqual([]);
  });

  it('of a group reads the base as the school settled it, and says that the groups are practice', () => {
    const counts = school(rated(0, 2), rated(4, 26), rated(1, 4));
    // 1 * 100 > 20 * 4 where those rated HTXS are left out of the base, but not where they are within it.
    expect(ceilingsPassed({ counts, context }).map(({ confidence }) => confidence)).toEqual(['PR']);
    const source = 'Quy chế số 12/QC';
    const ruleSet = withOverrides({
      ruleSet: context.ruleSet,
      overrides: { switches: { htxsBaseInclusive: { value: true, source } } },
    });
    expect(ceilingsPassed({ counts, context: { ...context, ruleSet } })).toEqual([]);
  });

  it('is told on the case of a person of the group, not on those of another', () => {
    const counts = school(rated(0, 2), rated(2, 30), rated(4, 2));
    const facts = personFacts({ rating: { level: 'HTXS', state: 'proposed' } });
    const on = (position: string) =>
      ceilingsOn({
        titleId: 'LDTT',
        facts,
        post: { position, duty: '', groupName: '' },
        counts,
        context,
      });
    expect(on('Nhân viên')).toHaveLength(1);
    expect(on('Giáo viên')).toEqual([]);
    expect(on('')).toEqual([]);
  });

  it('of a group is never passed where nobody more could have been left out', () => {
    const many = fc.nat({ max: 40 });
    fc.assert(
      fc.property(many, many, many, many, many, many, (a, b, c, d, e, f) => {
        const counts = school(rated(a, b), rated(c, d), rated(e, f));
        const told = new Set(texts(counts).map((text) => text.split(':')[0]));
        for (const [name, index] of [
          ['cán bộ quản lý', 0],
          ['giáo viên', 1],
          ['nhân viên', 2],
        ] as const) {
          const own = counts.groups[index]?.rated ?? rated(0, 0);
          const isAll = own.HTXS + own.HTT === counts.rated.HTXS + counts.rated.HTT;
          const { count, most } = excellentCeiling({
            counts: { rated: own, unitExcellent: false },
            ruleSet: context.ruleSet,
          });
          expect(told.has(`Nhóm ${name}`)).toBe(!isAll && count > most);
          expect(count > most).toBe(own.HTXS * 100 > 20 * own.HTT);
        }
      }),
    );
  });
});

describe('what the decree says beside the ceiling on people', () => {
  const base = school(rated(0, 0), rated(0, 0), rated(0, 0));

  it('lets one tổ of fewer than five be HTXS, and a fifth of those rated HTT of more', () => {
    expect(texts({ ...base, units: { count: 4, rated: rated(1, 3) } })).toEqual([]);
    expect(texts({ ...base, units: { count: 4, rated: rated(2, 2) } })).toEqual([
      'Có 2 tổ xếp loại Hoàn thành xuất sắc nhiệm vụ; trường có 4 tổ, dưới 05 tổ thì nhiều nhất 1 tổ',
    ]);
    expect(texts({ ...base, units: { count: 12, rated: rated(2, 10) } })).toEqual([]);
    expect(texts({ ...base, units: { count: 12, rated: rated(3, 9) } })).toEqual([
      'Có 3 tổ xếp loại Hoàn thành xuất sắc nhiệm vụ, vượt mức 20 % (nhiều nhất 2 tổ)',
    ]);
    const [warning] = ceilingsPassed({
      counts: { ...base, units: { count: 4, rated: rated(2, 2) } },
      context,
    });
    expect(warning?.citation).toBe('khoản 7, khoản 8 Điều 7 Nghị định số 233/2026/NĐ-CP');
  });

  it('tells a tổ rated HTXS of it, and no tổ that is not', () => {
    const counts = { ...base, units: { count: 4, rated: rated(2, 2) } };
    const on = (level: 'HTXS' | 'HTT') =>
      ceilingsOn({
        titleId: 'TTLDXS',
        facts: groupFacts({ rating: { level, state: 'decided' } }),
        post: null,
        counts,
        context,
      }).map(({ id }) => id);
    expect(on('HTXS')).toEqual(['HTXS_unit']);
    expect(on('HTT')).toEqual([]);
  });

  it('holds the head to the level of the school, and tells it on the case of the head alone', () => {
    const higher: SchoolCounts = { ...base, schoolRating: 'HTT', headRating: 'HTXS' };
    expect(texts({ ...higher, headRating: 'HTT' })).toEqual([]);
    expect(texts({ ...higher, schoolRating: null })).toEqual([]);
    expect(texts(higher)).toEqual([
      'Hiệu trưởng xếp loại Hoàn thành xuất sắc nhiệm vụ, cao hơn mức của nhà trường (Hoàn thành tốt nhiệm vụ): mức của người đứng đầu không cao hơn mức của đơn vị',
    ]);
    const on = (position: string) =>
      ceilingsOn({
        titleId: 'LDTT',
        facts: personFacts(),
        post: { position, duty: '', groupName: '' },
        counts: higher,
        context,
      }).map(({ id }) => id);
    expect(on('Hiệu trưởng')).toEqual(['head_rating']);
    expect(on('Hiệu trưởng, Bí thư chi bộ')).toEqual(['head_rating']);
    expect(on('Phó Hiệu trưởng')).toEqual([]);
  });

  it('says when the year is rated by the decree before, and until when that may be', () => {
    const ruleSet = withOverrides({
      ruleSet: context.ruleSet,
      overrides: { switches: { ratedByOldDecree: { value: true, source: 'Chưa ban hành' } } },
    });
    const told = (meetingDate: string) =>
      ceilingsPassed({ counts: base, context: { ...context, meetingDate, ruleSet } });
    expect(told('2026-12-20').map(({ id, text }) => [id, text.slice(0, 20)])).toEqual([
      ['old_decree', 'Năm học này xếp loại'],
    ]);
    expect(told('2027-05-28').map(({ text }) => text.slice(0, 15))).toEqual(['Nhà trường chọn']);
    expect(ceilingsPassed({ counts: base, context })).toEqual([]);
  });
});
