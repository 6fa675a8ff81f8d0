/**
 * Whether what was sealed is still what was sealed. The row of the trail that tells of a seal carries a hash over the
 * slate, papers, totals, opinions and result; they are hashed and counted anew whenever a file is opened, and before
 * anything of it is printed or exported.
 */
import { createHash } from 'node:crypto';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import { sealedRoundName } from '../../../shared/vi/council.ts';
import { firstBrokenRow } from '../audit.ts';
import { define, sql, type ReadHandle } from '../database/query.ts';
import { titleOf } from './count.ts';

const selectRounds = define()(() =>
  sql.selectFrom('round').selectAll().orderBy('title_id').orderBy('number').orderBy('id'),
);
const selectSlate = define<{ round: Id }>()((p) =>
  sql.selectFrom('slate').selectAll().where('round_id', '=', p('round')).orderBy('position'),
);
const selectPapers = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('ballot')
    .leftJoin('ballot_mark', 'ballot_mark.ballot_id', 'ballot.id')
    .select(['ballot.id', 'ballot.invalid_reason', 'ballot_mark.position', 'ballot_mark.mark'])
    .where('ballot.round_id', '=', p('round'))
    .orderBy('ballot.id')
    .orderBy('ballot_mark.position'),
);
const selectTotals = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_total').selectAll().where('round_id', '=', p('round')).orderBy('case_id'),
);
const selectOpinions = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('written_opinion')
    .selectAll()
    .where('round_id', '=', p('round'))
    .orderBy('case_id')
    .orderBy('member_id'),
);
const selectResults = define<{ round: Id }>()((p) =>
  sql.selectFrom('round_result').selectAll().where('round_id', '=', p('round')).orderBy('case_id'),
);
const selectDecided = define<{ round: Id }>()((p) =>
  sql
    .selectFrom('adjudication')
    .select(['outcome', 'reason'])
    .where('round_id', '=', p('round'))
    .orderBy('outcome')
    .orderBy('reason'),
);
const selectSeals = define()(() =>
  sql
    .selectFrom('audit')
    .select(['method', 'facts'])
    .where('method', 'in', ['sealRound', 'reopenRound'])
    .orderBy('seq'),
);

/** Everything that a seal covers. */
function readSealed(read: ReadHandle, round: Id) {
  const papers = Map.groupBy(read.all(selectPapers, { round }), ({ id }) => id);
  return {
    slate: read.all(selectSlate, { round }),
    // As patterns and sorted: a paper has no place in the heap, in the hash either.
    papers: [...papers.values()]
      .map((rows) => rows.map(({ invalid_reason, position, mark }) => [invalid_reason, position, mark]))
      .map((rows) => JSON.stringify(rows))
      .sort(),
    totals: read.all(selectTotals, { round }),
    opinions: read.all(selectOpinions, { round }),
    results: read.all(selectResults, { round }),
    decided: read.all(selectDecided, { round }),
  };
}

type Round = ReturnType<typeof listAllRounds>[number];

function listAllRounds(read: ReadHandle) {
  return read.all(selectRounds, {});
}

/** SHA-256 over a sealed round and all that it counted, hexadecimal. */
export function sealDigest(read: ReadHandle, roundId: Id): string {
  const round = listAllRounds(read).find(({ id }) => id === roundId);
  if (round === undefined) throw new Error('There is no such round.');
  return digestOf(read, round);
}

function digestOf(read: ReadHandle, round: Round): string {
  const figures = Object.entries(round).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([figures, readSealed(read, round.id)]))
    .digest('hex');
}

/** Whether the stored papers, or totals, and opinions give the stored result. */
function addsUp(read: ReadHandle, round: Round): boolean {
  const { slate, papers, totals, opinions, results } = readSealed(read, round.id);
  const marks = papers.flatMap(
    (paper) => JSON.parse(paper) as readonly (readonly [string | null, number | null, string | null])[],
  );
  return (
    results.length === slate.length &&
    results.every((result) => {
      const position = slate.find(({ case_id }) => case_id === result.case_id)?.position;
      const counted = (...wanted: readonly string[]) =>
        marks.filter(([, at, mark]) => at === position && mark !== null && wanted.includes(mark)).length;
      const typed = totals.find(({ case_id }) => case_id === result.case_id);
      const room =
        round.mode === 'ballots'
          ? [counted('AGREE'), counted('DISAGREE'), counted('BLANK', 'INVALID')]
          : [typed?.agree, typed?.disagree, typed?.blank];
      const written = opinions.filter(({ case_id, mark }) => case_id === result.case_id && mark === 'AGREE');
      return (
        position !== undefined &&
        room[0] === result.agree_in_room &&
        room[1] === result.disagree &&
        room[2] === result.blank &&
        written.length === result.agree_written &&
        result.agree === result.agree_in_room + result.agree_written &&
        (result.passed === 1) === result.agree >= result.needed
      );
    })
  );
}

/** A seal as the trail tells of it. */
export interface Seal {
  readonly digest: string;
  /** Name of the count that was sealed. */
  readonly name: string;
}

/** The seals that hold, by round: the last word of the trail on each is that it was sealed. */
export function listSeals(read: ReadHandle): ReadonlyMap<Id, Seal> {
  const seals = new Map<Id, Seal>();
  for (const { method, facts } of read.all(selectSeals, {})) {
    const { round, digest, title, number } = JSON.parse(facts) as Readonly<Record<string, unknown>>;
    if (typeof round !== 'string') continue;
    if (method === 'sealRound' && typeof digest === 'string')
      seals.set(round, { digest, name: sealedRoundName(String(title), Number(number)) });
    else seals.delete(round);
  }
  return seals;
}

/** Errors: audit-broken, seal-broken with the rounds that differ. */
export function mustBeAsSealed(read: ReadHandle): Result<null, AppError> {
  const brokenAt = firstBrokenRow(read);
  if (brokenAt !== null) return err({ code: 'audit-broken', row: brokenAt });
  const seals = listSeals(read);
  const rounds = new Map(listAllRounds(read).map((round) => [round.id, round]));
  const broken = [...new Set([...seals.keys(), ...rounds.keys()])].flatMap((id) => {
    const round = rounds.get(id);
    const seal = seals.get(id);
    if (seal === undefined && round?.state !== 'sealed') return [];
    const holds = round?.state === 'sealed' && digestOf(read, round) === seal?.digest && addsUp(read, round);
    if (holds) return [];
    return [round === undefined ? (seal?.name ?? '') : sealedRoundName(titleOf(round), round.number)];
  });
  return broken.length === 0 ? ok(null) : err({ code: 'seal-broken', rounds: broken.join('; ') });
}
