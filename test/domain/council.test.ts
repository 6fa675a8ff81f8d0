import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeKinds, roleOn, type RoleChange } from '../../shared/domain/council.ts';
import { councilRoles } from '../../shared/terms.ts';

const days = ['2025-09-10', '2025-11-20', '2026-01-05', '2026-03-26', '2026-05-28'] as const;
const changes: fc.Arbitrary<RoleChange[]> = fc.uniqueArray(
  fc.record({
    on: fc.option(fc.constantFrom(...days), { nil: null }),
    role: fc.option(fc.constantFrom(...councilRoles), { nil: null }),
  }),
  { selector: ({ on }) => on },
);

describe('a membership over the year', () => {
  it('is on each day what the last change up to it says, however the changes stand', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...days), (list, day) => {
        let role: RoleChange['role'] = null;
        for (const change of [null, ...days].filter((on) => on === null || on <= day)) {
          const found = list.find(({ on }) => on === change);
          if (found !== undefined) role = found.role;
        }
        expect(roleOn(list, day)).toBe(role);
      }),
    );
  });

  it('says of each change whether it joined, left or only changed the role', () => {
    expect(
      changeKinds([
        { on: '2026-03-01', role: 'MEMBER' },
        { on: null, role: 'MEMBER' },
        { on: '2026-02-01', role: null },
        { on: '2026-01-01', role: 'SECRETARY' },
      ]),
    ).toEqual(['founded', 'role', 'left', 'joined']);
  });
});
