/** The box: papers as they are stored, in shuffled lots under ids that hold no time, and the open lot of each count. */
import { tidy } from '../../../shared/names.ts';
import type { CountNumber } from '../../../shared/domain/second-count.ts';
import type { Ballot } from '../../../shared/domain/ballot.ts';
import type { Id, Mark } from '../../../shared/terms.ts';
import type { BallotInput } from '../../../shared/views.ts';
import type { CommandContext } from '../context.ts';
import { define, sql } from '../database/query.ts';
import { createTimelessId } from '../ids.ts';
import { shuffle } from '../shuffle.ts';

/** Which count of which round. */
export interface CountPlace {
  readonly roundId: Id;
  readonly count: CountNumber;
}

const insertBallot = define<{ id: Id; round: Id; count: CountNumber; reason: string | null }>()((p) =>
  sql.insertInto('ballot').values({
    id: p('id'),
    round_id: p('round'),
    count_number: p('count'),
    invalid_reason: p('reason'),
  }),
);
const insertMark = define<{ ballot: Id; position: number; mark: Mark }>()((p) =>
  sql.insertInto('ballot_mark').values({ ballot_id: p('ballot'), position: p('position'), mark: p('mark') }),
);
const deleteBallots = define<{ round: Id; count: CountNumber }>()((p) =>
  sql.deleteFrom('ballot').where('round_id', '=', p('round')).where('count_number', '=', p('count')),
);
const upsertDraft = define<{ round: Id; count: CountNumber; ballots: string }>()((p) =>
  sql
    .insertInto('ballot_draft')
    .values({ round_id: p('round'), count_number: p('count'), ballots: p('ballots') })
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'count_number']).doUpdateSet({ ballots: p('ballots') }),
    ),
);
const deleteDraft = define<{ round: Id; count: CountNumber }>()((p) =>
  sql.deleteFrom('ballot_draft').where('round_id', '=', p('round')).where('count_number', '=', p('count')),
);

type Box = Pick<CommandContext, 'write' | 'random'>;

/** Stores papers in no order. */
export function storePapers(
  { write, random }: Box,
  { roundId, count, ballots }: CountPlace & { readonly ballots: readonly Ballot[] },
): void {
  for (const { invalidReason, marks } of shuffle(ballots, random)) {
    const id = createTimelessId(random);
    write.run(insertBallot, { id, round: roundId, count, reason: invalidReason });
    for (const [position, mark] of marks.entries()) write.run(insertMark, { ballot: id, position, mark });
  }
}

/** Takes every stored paper out of a count. */
export function emptyBox({ write }: Pick<Box, 'write'>, { roundId, count }: CountPlace): void {
  write.run(deleteBallots, { round: roundId, count });
}

/** Keeps the open lot as it is typed so far, in one order for the same papers: no entry order is kept. */
export function keepLot(
  { write }: Pick<Box, 'write'>,
  { roundId, count, ballots }: CountPlace & { readonly ballots: readonly BallotInput[] },
): void {
  if (ballots.length === 0) write.run(deleteDraft, { round: roundId, count });
  else write.run(upsertDraft, { round: roundId, count, ballots: canonical(ballots) });
}

/** Whether two lots hold the same papers. */
export function isSameLot(one: readonly BallotInput[], other: readonly BallotInput[]): boolean {
  return canonical(one) === canonical(other);
}

/** A typed ballot as it is stored: tidy reason, no marks on an invalid one. */
export function clean({ invalidReason, marks }: BallotInput): BallotInput {
  return { invalidReason: invalidReason === null ? null : tidy(invalidReason), marks };
}

function canonical(ballots: readonly BallotInput[]): string {
  const texts = ballots
    .map(clean)
    .map(({ invalidReason, marks }) => JSON.stringify({ invalidReason, marks }));
  return `[${texts.sort().join(',')}]`;
}
