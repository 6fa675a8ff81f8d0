/** The list of those who count in a collective: every share is of them, and the council may change who they are. */
import type { AppError } from '../../../../shared/errors.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { GroupRow } from '../../../../shared/views.ts';
import { groupConfirmation } from '../../../../shared/vi/appraisal.ts';
import type { Handlers } from '../../context.ts';
import type { ReadHandle } from '../../database/query.ts';
import { listCollectives } from '../group.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason, seasonRules, type SeasonRow } from '../season.ts';
import { collectFacts, type SeasonFacts } from './collect.ts';
import { countDecisions } from './members.ts';

interface Found {
  readonly season: SeasonRow;
  readonly group: GroupRow;
  readonly facts: SeasonFacts;
}

/** A collective with the facts of the season. Errors: no-season, no-rule-set, not-found. */
function find(read: ReadHandle, groupId: Id): Result<Found, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const group = listCollectives(read).find(({ id }) => id === groupId);
  if (group === undefined) return err({ code: 'not-found', what: 'tập thể này' });
  const facts = collectFacts(read, {
    season: season.value,
    cases: listCaseRows(read, season.value),
    confirmation: groupConfirmation,
    ruleSet: ruleSet.value,
  });
  return ok({ season: season.value, group, facts });
}

export const countedHandlers: Handlers<'listCountedMembers' | 'saveCountedMember'> = {
  listCountedMembers({ read }, { groupId }) {
    const found = find(read, groupId);
    if (!found.ok) return found;
    const { facts } = found.value;
    return ok(
      facts.members(groupId).map(({ person, because, decision, counted, rating }) => ({
        personId: person.id,
        code: person.code,
        fullName: person.fullName,
        position: person.position,
        groupName: person.groupName,
        counted,
        because,
        decision,
        rating,
        titles: { LDTT: facts.states.of(person.id, 'LDTT'), CSTDCS: facts.states.of(person.id, 'CSTDCS') },
      })),
    );
  },

  saveCountedMember({ write, record, session, now }, { groupId, personId, counted, reason }) {
    const found = find(write, groupId);
    if (!found.ok) return found;
    const { season, group, facts } = found.value;
    const member = facts.members(groupId).find(({ person }) => person.id === personId);
    if (member === undefined) return err({ code: 'not-found', what: 'người này trong tập thể' });
    const key = { season_id: season.id, group_id: groupId, person_id: personId };
    if (counted === null) write.run(countDecisions.remove, key);
    else
      write.run(countDecisions.put, {
        ...key,
        counted: counted ? 1 : 0,
        reason,
        by_name: session.name,
        at: now,
      });
    record({ group: group.name, person: member.person.fullName, counted, reason });
    return ok(null);
  },
};
