/** Which members of the council are concerned by a case: their own, a relative's, one of their tổ. */
import type { Id } from '../terms.ts';

export type InterestKind = 'own' | 'relative' | 'same-group';

/** A member with what ties them to a case. */
export interface Interest {
  readonly memberId: Id;
  readonly kind: InterestKind;
  /** How they are related: "vợ", "anh ruột"; empty for the other kinds. */
  readonly relation: string;
}

/** Lists who is concerned by a case, each member once, by the closest tie. */
export function interestsOf({
  subject,
  members,
  relatives,
  sameGroup,
}: {
  /** The person, or the tổ, whom the case is about. */
  readonly subject: { readonly personId: Id | null; readonly groupName: string };
  readonly members: readonly { readonly id: Id; readonly personId: Id; readonly groupName: string }[];
  readonly relatives: readonly { readonly memberId: Id; readonly personId: Id; readonly relation: string }[];
  /** Whether the school's regulation asks members of the same tổ to step aside. */
  readonly sameGroup: boolean;
}): readonly Interest[] {
  return members.flatMap(({ id, personId, groupName }): readonly Interest[] => {
    if (subject.personId === personId) return [{ memberId: id, kind: 'own', relation: '' }];
    const relative = relatives.find((row) => row.memberId === id && row.personId === subject.personId);
    if (relative !== undefined) return [{ memberId: id, kind: 'relative', relation: relative.relation }];
    const isSame = sameGroup && groupName !== '' && groupName === subject.groupName;
    return isSame ? [{ memberId: id, kind: 'same-group', relation: '' }] : [];
  });
}
