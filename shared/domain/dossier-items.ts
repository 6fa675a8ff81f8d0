/** Which papers the dossier of a proposed case lacks, by the table of what each award's dossier holds. */
import type { Confidence, Id, TitleId } from '../terms.ts';
import { awardPapers, dossierItemName, dossierItems, type DossierItemId } from '../rules/papers.ts';
import type { CaseObject } from './case-object.ts';

/** A proposed case, with what is recorded that stands for a paper. */
export interface DossierCase {
  readonly ownerId: Id;
  /** As the owner stands in a list of names. */
  readonly name: string;
  readonly object: CaseObject;
  readonly titleId: TitleId;
  /** The council's vote on it is recorded. */
  readonly voted: boolean;
  /** An initiative or a research work is recorded with the number of its decision, or the rating HTXS with its day. */
  readonly recognised: boolean;
  /** A certificate on the effect of an initiative is recorded with its number. */
  readonly effectCertified: boolean;
}

/** One paper that is neither made here nor known, and whose dossiers lack it. */
export interface MissingItem {
  readonly name: string;
  readonly confidence: Confidence;
  readonly object: CaseObject;
  /** In the order of the cases, each once. */
  readonly owners: readonly string[];
}

const isThere: Readonly<Record<DossierItemId, (one: DossierCase) => boolean>> = {
  // Submission, minutes and list of a proposed case are always made.
  D1: () => true,
  D3: () => true,
  D7: () => true,
  D4: ({ voted }) => voted,
  D5: ({ recognised }) => recognised,
  M13: ({ effectCertified }) => effectCertified,
  // Nothing here keeps these.
  D2: () => false,
  D6: () => false,
  D8: () => false,
  D9: () => false,
};

/** The papers that the cases lack: an item with its report form, of people and of collectives apart. */
export function missingItems(cases: readonly DossierCase[]): readonly MissingItem[] {
  const lacks = cases.flatMap((one) =>
    (awardPapers[one.titleId]?.items ?? [])
      .filter((item) => !isThere[item](one))
      .map((item) => ({ one, item, name: dossierItemName({ ...one, item }) })),
  );
  return [...Map.groupBy(lacks, ({ one, name }) => `${one.object} ${name}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const owners = new Map(same.map(({ one }) => [one.ownerId, one.name]));
    return [
      {
        name: first.name,
        confidence: dossierItems[first.item].confidence,
        object: first.one.object,
        owners: [...owners.values()],
      },
    ];
  });
}
