/** Two tellers who count the same papers on their own, and papers that only the whole panel can decide. */
import { checkBallots } from '../../../shared/domain/ballot.ts';
import { patternOf, type CountNumber } from '../../../shared/domain/second-count.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Id } from '../../../shared/terms.ts';
import { missingThings } from '../../../shared/vi/council.ts';
import type { Handler } from '../context.ts';
import { define, sql } from '../database/query.ts';
import type { Tables } from '../database/tables.ts';
import { createTimelessId } from '../ids.ts';
import { clean, emptyBox, keepLot, storePapers } from './box.ts';
import { differenceOf, readBallots, readDraft, tellerOf, titleOf } from './count.ts';
import { enteringCount, mayEnter, mustCover } from './entering.ts';
import { openCount, resetCounts } from './slate.ts';

const updateTeller = define<{ round: Id; number: CountNumber; member: Id }>()((p) =>
  sql
    .updateTable('round_count')
    .set({ member_id: p('member') })
    .where('round_id', '=', p('round'))
    .where('number', '=', p('number')),
);
const updateAside = define<{ round: Id; number: CountNumber; aside: number }>()((p) =>
  sql
    .updateTable('round_count')
    .set({ aside: p('aside'), confirmed: 0 })
    .where('round_id', '=', p('round'))
    .where('number', '=', p('number')),
);
const updateConfirmed = define<{ round: Id; number: CountNumber }>()((p) =>
  sql
    .updateTable('round_count')
    .set({ confirmed: 1 })
    .where('round_id', '=', p('round'))
    .where('number', '=', p('number')),
);
const insertDecision = define<Tables['adjudication']>()((p) =>
  sql.insertInto('adjudication').values({
    id: p('id'),
    round_id: p('round_id'),
    outcome: p('outcome'),
    reason: p('reason'),
  }),
);
const selectDecision = define<{ id: Id; round: Id }>()((p) =>
  sql
    .selectFrom('adjudication')
    .select('outcome')
    .where('id', '=', p('id'))
    .where('round_id', '=', p('round')),
);
const deleteDecisions = define<{ round: Id }>()((p) =>
  sql.deleteFrom('adjudication').where('round_id', '=', p('round')),
);
const deleteTotals = define<{ round: Id }>()((p) =>
  sql.deleteFrom('round_total').where('round_id', '=', p('round')),
);
const updateInvalid = define<{ id: Id; invalid: number | null }>()((p) =>
  sql
    .updateTable('round')
    .set({ invalid_total: p('invalid') })
    .where('id', '=', p('id')),
);

export const takeCount: Handler<'takeCount'> = (context, { roundId }) => {
  const { write, session, record } = context;
  const count = openCount(context, roundId);
  if (!count.ok) return count;
  const may = mayEnter(count.value, 'ballots');
  if (!may.ok) return may;
  const { round, counts, own, sitting } = count.value;
  const teller = tellerOf(write, sitting, session);
  if (round.counts === 2 && teller === undefined) return err({ code: 'not-a-teller', name: session.name });
  const free = counts.find(({ member_id }) => member_id === null)?.number ?? null;
  const number = own ?? free;
  if (number === null) return err({ code: 'counts-taken', title: titleOf(round) });
  if (own === null && teller !== undefined) {
    write.run(updateTeller, { round: roundId, number, member: teller.id });
  }
  record({ teller: teller?.fullName ?? session.name, number });
  return ok({ number });
};

export const setBallotAside: Handler<'setBallotAside'> = (context, { roundId }) => {
  const count = enteringCount(context, roundId);
  if (!count.ok) return count;
  const { stored, aside, own } = count.value;
  const covered = mustCover(count.value, stored + aside + 1);
  if (!covered.ok) return covered;
  context.write.run(updateAside, { round: roundId, number: own, aside: aside + 1 });
  context.record({});
  return ok(null);
};

export const takeBallotBack: Handler<'takeBallotBack'> = (context, { roundId }) => {
  const count = enteringCount(context, roundId);
  if (!count.ok) return count;
  const { aside, own, round } = count.value;
  if (aside === 0) return err({ code: 'none-aside', title: titleOf(round) });
  context.write.run(updateAside, { round: roundId, number: own, aside: aside - 1 });
  context.record({});
  return ok(null);
};

export const decideBallot: Handler<'decideBallot'> = (context, { roundId, ballot, decision }) => {
  const { write, random, record } = context;
  const count = enteringCount(context, roundId);
  if (!count.ok) return count;
  const { aside, own, round, slate, form } = count.value;
  if (aside === 0) return err({ code: 'none-aside', title: titleOf(round) });
  const decided = clean(ballot);
  const [problem] = checkBallots({ slate, ballots: [decided], form });
  if (problem !== undefined) return err({ code: 'invalid-ballot', ballot: 1, problem: problem.kind });
  const outcome = decided.invalidReason === null ? 'valid' : 'invalid';
  if ('reason' in decision) {
    const id = createTimelessId(random);
    write.run(insertDecision, { id, round_id: roundId, outcome, reason: decision.reason });
  } else if (write.get(selectDecision, { id: decision.id, round: roundId })?.outcome !== outcome) {
    return err({ code: 'not-found', what: missingThings.decision });
  }
  write.run(updateAside, { round: roundId, number: own, aside: aside - 1 });
  // It is stored with the papers of the open lot, in no order, and not by itself at a time that the trail tells.
  const lot = readDraft(write, { roundId, count: own });
  keepLot(context, { roundId, count: own, ballots: [...lot, decided] });
  record({});
  return ok(null);
};

export const removeBallots: Handler<'removeBallots'> = (context, { roundId, ballots, reason }) => {
  const count = enteringCount(context, roundId);
  if (!count.ok) return count;
  const { own } = count.value;
  const kept = [...readBallots(context.write, { roundId, count: own })];
  for (const ballot of ballots) {
    const place = kept.findIndex((one) => patternOf(one) === patternOf(ballot));
    if (place === -1) return err({ code: 'not-found', what: missingThings.paper });
    kept.splice(place, 1);
  }
  // All are stored anew: which paper went and came back can't be told from the ids.
  emptyBox(context, { roundId, count: own });
  storePapers(context, { roundId, count: own, ballots: kept });
  context.record({ ballots: ballots.length, reason });
  return ok(null);
};

export const confirmCount: Handler<'confirmCount'> = (context, { roundId }) => {
  const { write, session, record } = context;
  const count = enteringCount(context, roundId);
  if (!count.ok) return count;
  const { own, round } = count.value;
  const title = titleOf(round);
  if (round.counts === 2) {
    if (differenceOf(write, count.value)?.equal !== true) return err({ code: 'counts-differ', title });
    write.run(updateConfirmed, { round: roundId, number: own });
  }
  record({ teller: session.name, title });
  return ok(null);
};

/** Begins a count anew: one's own of two; every count for the office, or where there is one. */
export const clearBallots: Handler<'clearBallots'> = (context, { roundId, reason }) => {
  const { write, session, record } = context;
  const found = openCount(context, roundId);
  if (!found.ok) return found;
  const { own, round, counts } = found.value;
  if (own === null && session.role === 'teller') {
    return err({ code: 'count-not-taken', title: titleOf(round) });
  }
  const all = round.counts === 1 || own === null;
  const cleared = counts.filter(({ number }) => all || number === own);
  for (const { number } of cleared) {
    emptyBox(context, { roundId, count: number });
    keepLot(context, { roundId, count: number, ballots: [] });
    write.run(updateAside, { round: roundId, number, aside: 0 });
  }
  // Reasons of the panel stay while the other count rests on them.
  const isOtherEmpty = counts.every((one) => cleared.includes(one) || one.stored + one.aside === 0);
  if (isOtherEmpty) write.run(deleteDecisions, { round: roundId });
  if (all) {
    resetCounts(context, { roundId, counts: round.counts });
    write.run(deleteTotals, { round: roundId });
    write.run(updateInvalid, { id: roundId, invalid: null });
  }
  record({ reason });
  return ok(null);
};
