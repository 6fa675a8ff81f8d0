/** The shape of a data file as one digest: its tables, indexes and triggers, word for word. */
import { createHash } from 'node:crypto';
import { fileVersion, migrations } from './migrate.ts';

/** The slice of the driver that is asked. */
export interface SchemaSource {
  pragma(source: string, options?: { simple?: boolean }): unknown;
  prepare(source: string): { all(): readonly unknown[] };
}

/** An empty database in memory, in which the shape is made that a file should have. */
interface Model extends SchemaSource {
  exec(script: string): unknown;
  close(): void;
}

const question = `select type, name, tbl_name, sql from sqlite_schema
where name not like 'sqlite\\_%' escape '\\' order by type, name`;

/** SHA-256 of everything that was created in a file, hexadecimal; what SQLite keeps for itself is left out. */
export function schemaDigest(source: Pick<SchemaSource, 'prepare'>): string {
  return createHash('sha256')
    .update(JSON.stringify(source.prepare(question).all()))
    .digest('hex');
}

const expected = new Map<number, string>();

/** The digest of a file that has had the first `version` migrations of this app, and nothing else. */
function expectedDigest(version: number, openModel: () => Model): string {
  const known = expected.get(version);
  if (known !== undefined) return known;
  const model = openModel();
  for (const { script } of migrations.slice(0, version)) model.exec(script);
  const digest = schemaDigest(model);
  model.close();
  expected.set(version, digest);
  return digest;
}

/**
 * Whether the tables and triggers are word for word those of this app: a changed trigger could turn a vote as it is
 * typed. `of-trial`: another build of the app made them so; `altered`: this one did not, and nor did another.
 */
export function strangeShape(source: SchemaSource, openModel: () => Model): 'of-trial' | 'altered' | null {
  const digest = expectedDigest(fileVersion(source), openModel);
  if (schemaDigest(source) === digest) return null;
  return recordedDigest(source) === digest ? 'altered' : 'of-trial';
}

const recordedColumn = `select 1 from pragma_table_info('file_info') where name = 'schema_digest'`;

/** The digest that the file was made with; null in a file from before it was kept. */
function recordedDigest(source: SchemaSource): string | null {
  if (source.prepare(recordedColumn).all().length === 0) return null;
  const rows = source.prepare('select schema_digest as digest from file_info').all();
  return (rows as readonly { readonly digest: string }[])[0]?.digest ?? null;
}
