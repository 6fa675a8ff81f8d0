/** The rule set of a day as the school's own regulation has it: the one place where the two meet. */
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ruleSetFor, withOverrides } from '../../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../../shared/rules/model.ts';
import {
  conditionsAmong,
  overridesOf,
  type SettingValue,
  type SettledSetting,
} from '../../../shared/rules/settings.ts';
import type { RegulationDocument } from '../../../shared/views.ts';
import { documentText, settledSource, usualDocumentName } from '../../../shared/vi/regulation.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';

const selectDocument = define()(() => sql.selectFrom('regulation').selectAll());
const selectSettings = define()(() => sql.selectFrom('regulation_setting').selectAll().orderBy('setting'));

/** One settled setting as it is kept. */
export interface KeptSetting {
  readonly id: string;
  readonly value: SettingValue;
  readonly article: string;
  readonly otherDocument: string;
}

/** The school's document; without number and date until it was named. */
export function readDocument(read: ReadHandle): RegulationDocument {
  const row = read.get(selectDocument, {});
  if (row === undefined) return { name: usualDocumentName, number: '', date: null };
  return { name: row.name, number: row.number, date: row.date };
}

/** What the school settled. */
export function listKeptSettings(read: ReadHandle): readonly KeptSetting[] {
  return read.all(selectSettings, {}).map((row) => ({
    id: row.setting,
    value: JSON.parse(row.value) as SettingValue,
    article: row.article,
    otherDocument: row.other_document,
  }));
}

/** Where a settled value is written, in words. */
export function sourceOf(
  { article, otherDocument }: Pick<KeptSetting, 'article' | 'otherDocument'>,
  document: RegulationDocument,
): string {
  const named = otherDocument === '' ? (documentText(document) ?? document.name) : otherDocument;
  return settledSource({ article, document: named });
}

/** What the school settled, each with its source in words. */
export function listSettled(read: ReadHandle): readonly SettledSetting[] {
  const kept = listKeptSettings(read);
  if (kept.length === 0) return [];
  const document = readDocument(read);
  return kept.map((setting) => ({
    id: setting.id,
    value: setting.value,
    source: sourceOf(setting, document),
  }));
}

/** The rule set in force on a day, with what the school's regulation replaces. Errors: no-rule-set. */
export function ruleSetOn(read: ReadHandle, date: IsoDate): Result<RuleSet, AppError> {
  const standard = ruleSetFor({ date });
  if (standard === null) return err({ code: 'no-rule-set', date: formatDate(date) });
  const settled = listSettled(read);
  if (settled.length === 0) return ok(standard);
  return ok(withOverrides({ ruleSet: standard, overrides: overridesOf(settled) }));
}

/** The settled values that verdicts rest on, to be kept with the facts: when they change, cases ask to be checked again. */
export function listConditions(read: ReadHandle): readonly SettledSetting[] {
  return conditionsAmong(listSettled(read));
}
