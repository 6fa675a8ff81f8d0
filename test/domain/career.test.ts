import { describe, expect, it } from 'vitest';
import { careerFacts, type CareerStretch } from '../../shared/domain/career.ts';

function stretch(part: Partial<CareerStretch>): CareerStretch {
  return { kind: 'SECTOR', from: '2000-09-01', to: null, unit: '', commentReceived: false, ...part };
}

const asked = {
  joinedOn: '2025-09-01',
  reviewPeriod: { from: '2025-06-01', to: '2026-05-31' },
  day: '2026-05-31',
};

describe('a course of work', () => {
  it('says nothing of what was never recorded', () => {
    expect(careerFacts({ ...asked, stretches: [] })).toEqual({});
  });

  it('counts a day once however many stretches hold it, and none after the day of the decision', () => {
    const stretches = [
      stretch({ from: '2024-06-01', to: '2025-05-31' }),
      stretch({ from: '2025-01-01', to: '2025-12-31' }),
      stretch({ from: '2026-03-01', to: '2027-01-31' }),
      stretch({ kind: 'HARD_AREA', from: '2024-06-01', to: '2024-11-30' }),
    ];
    expect(careerFacts({ ...asked, stretches }).service).toEqual({
      sectorMonths: 22,
      teachingMonths: null,
      hardAreaMonths: 6,
    });
  });

  it('counts a contract only up to the day before recruitment', () => {
    const stretches = [stretch({ kind: 'CONTRACT', from: '2025-01-01', to: '2025-12-31' })];
    expect(careerFacts({ ...asked, stretches }).contractBefore).toEqual({ months: 8, days: 0 });
    expect(careerFacts({ ...asked, joinedOn: null, stretches }).contractBefore).toBeUndefined();
  });

  it('tells a move within the period with the months there, and no other', () => {
    const before = stretch({ kind: 'OTHER_UNIT', from: '2020-09-01', to: '2025-11-30', unit: 'Trường A' });
    expect(careerFacts({ ...asked, stretches: [before] }).transfer).toEqual({
      on: '2025-12-01',
      previousUnit: 'Trường A',
      monthsThere: 6,
      commentReceived: false,
    });
    const earlier = { ...before, to: '2025-05-30' };
    expect(careerFacts({ ...asked, stretches: [earlier] }).transfer).toBeUndefined();
  });

  it('tells a secondment that touches the period, and who manages on the day', () => {
    const stretches = [
      stretch({
        kind: 'SECONDMENT',
        from: '2025-09-01',
        to: '2026-01-31',
        unit: 'Phòng B',
        commentReceived: true,
      }),
      stretch({ kind: 'SECONDMENT', from: '2023-09-01', to: '2024-01-31', unit: 'Phòng C' }),
      stretch({ kind: 'MANAGER', from: '2020-01-01', to: '2026-05-30' }),
    ];
    const facts = careerFacts({ ...asked, stretches });
    expect(facts.secondment).toEqual({ unit: 'Phòng B', commentReceived: true });
    expect(facts.manager).toBe(false);
    expect(careerFacts({ ...asked, day: '2026-05-30', stretches }).manager).toBe(true);
  });
});
