/** The school's own regulation and what it settles. */
import type { IsoDate } from '../dates.ts';
import type { VoteKind } from '../rules/model.ts';
import type { SettingValue } from '../rules/settings.ts';
import type { SettingGroup } from '../rules/setting-rows.ts';
import type { Confidence } from '../terms.ts';

export interface RegulationDocument {
  readonly name: string;
  /** Empty until the school names its document. */
  readonly number: string;
  readonly date: IsoDate | null;
}

export interface RegulationSetting {
  readonly id: string;
  readonly group: SettingGroup;
  readonly kind: SettingValue['kind'];
  readonly name: string;
  /** What holds while the school says nothing; null where no source was found. */
  readonly standard: SettingValue | null;
  readonly standardText: string | null;
  readonly standardSource: string;
  readonly confidence: Confidence;
  /** What can be chosen, each in words; empty for every other kind. */
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly minimum: number;
  readonly maximum: number;
  /** Ways of voting that can be chosen; null for all. */
  readonly voteKinds: readonly VoteKind[] | null;
  /** What the school settled, with its document. */
  readonly settled: {
    readonly value: SettingValue;
    readonly text: string;
    /** "khoản 2 Điều 9". */
    readonly article: string;
    /** Another document than the school's regulation; empty for the regulation. */
    readonly otherDocument: string;
    readonly source: string;
    /** Less than law asks for at least. */
    readonly belowLeast: boolean;
  } | null;
  /** Why it can't change now; null when it can. */
  readonly locked: string | null;
}

export interface Regulation {
  readonly document: RegulationDocument;
  /** The document in words; null while its number or date is missing. */
  readonly documentText: string | null;
  readonly ruleSet: { readonly id: string; readonly name: string };
  readonly settings: readonly RegulationSetting[];
}
