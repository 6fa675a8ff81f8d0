/** What the import refuses as a name is a name at no other door. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { api } from '../../shared/api.ts';
import { groupName, optionalPersonName, personName } from '../../shared/contract/row.ts';
import { groupNameFault, nameFault } from '../../shared/person-name.ts';
import { readPupilLines } from '../../shared/imports/pupils.ts';

const bad = ['123', '...', '– –', '0912 345', 'NguyÔn V¨n A', 'Nguyễn 文 A'];

/** Every place of a person's name, a tổ's or a class's in the contract, by method. */
const doors: Readonly<Record<string, z.ZodType>> = {
  savePerson: api.savePerson.input.shape.fullName,
  savePupil: api.savePupil.input.shape.name,
  signIn: api.signIn.input.shape.name,
  restoreBackup: api.restoreBackup.input.shape.name,
  principal: api.saveSchool.input.shape.principal.shape.name,
  clerk: api.saveSchool.input.shape.clerk.shape.name,
};

describe('a name', () => {
  it('is refused at every door of a person when it is no name', () => {
    for (const [door, schema] of Object.entries(doors)) {
      expect({ door, taken: bad.filter((name) => schema.safeParse(name).success) }).toEqual({
        door,
        taken: [],
      });
      expect(schema.safeParse('Đỗ Thị Ánh Tuyết').success).toBe(true);
    }
    expect(bad.filter((name) => nameFault(name) === null)).toEqual([]);
    expect(readPupilLines(bad.map((name) => `${name}\t6A`).join('\n')).lines).toEqual([]);
  });

  it('of a tổ or a class may be a number, and is refused in other letters', () => {
    for (const schema of [api.saveGroup.input.shape.name, api.savePupil.input.shape.className]) {
      expect(schema).toBe(groupName);
      expect(['6/1', 'Tổ 1', '6A'].every((name) => schema.safeParse(name).success)).toBe(true);
      expect(bad.slice(-2).some((name) => schema.safeParse(name).success)).toBe(false);
    }
    expect(groupNameFault('6/1')).toBeNull();
  });

  it('is left empty only where nobody may be known', () => {
    expect(optionalPersonName.safeParse('').success).toBe(true);
    expect(personName.safeParse('').success).toBe(false);
  });

  it('has its check wherever the contract asks for the name of a person', () => {
    const unchecked = Object.entries(api).flatMap(([method, { input }]) =>
      namesIn(input).map((path) => `${method} ${path}`),
    );
    expect(unchecked).toEqual([]);
  });
});

/** Paths of fields that hold a person's name by what they are called, and take a number. */
function namesIn(schema: z.ZodType, path = ''): readonly string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, one]) =>
      namesIn(one, path === '' ? key : `${path}.${key}`),
    );
  }
  if (schema instanceof z.ZodArray) return namesIn(schema.element as z.ZodType, path);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return namesIn(schema.unwrap() as z.ZodType, path);
  return /(?:^|\.)(?:fullName|memberName|principal\.name|clerk\.name)$/.test(path) &&
    schema.safeParse('123').success
    ? [path]
    : [];
}
