/** Who meets the conditions of an award, or lacks only what people confirm, and is not registered for it. */
import { suggestTitles } from '../../../../shared/domain/suggestions.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { findTitle } from '../../../../shared/rules/catalogue.ts';
import type { SuggestionRow } from '../../../../shared/views.ts';
import { groupConfirmation } from '../../../../shared/vi/appraisal.ts';
import type { ReadHandle } from '../../database/query.ts';
import { listCollectives } from '../group.ts';
import { listPeople } from '../person/roster.ts';
import { listCaseRows } from '../registration.ts';
import { currentSeason, seasonRules } from '../season.ts';
import { collectFacts } from './collect.ts';
import { checkContext } from './context.ts';

type Entrant = Pick<SuggestionRow, 'personId' | 'groupId' | 'code' | 'name' | 'groupName' | 'position'>;

function listEntrants(read: ReadHandle): readonly Entrant[] {
  const people = listPeople(read).filter(({ status }) => status !== 'LEFT' && status !== 'RETIRED');
  return [
    ...people.map((person) => ({
      personId: person.id,
      groupId: null,
      code: person.code ?? '',
      name: person.fullName,
      groupName: person.groupName,
      position: person.position,
    })),
    ...listCollectives(read).map(({ id, name }) => ({
      personId: null,
      groupId: id,
      code: '',
      name,
      groupName: name,
      position: '',
    })),
  ];
}

/** Awards that nobody registered and that the facts speak for. Errors: no-season, no-rule-set. */
export function listSuggestions(read: ReadHandle): Result<readonly SuggestionRow[], AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const ruleSet = seasonRules(read, season.value);
  if (!ruleSet.ok) return ruleSet;
  const context = checkContext(season.value, ruleSet.value);
  const cases = listCaseRows(read, season.value);
  const facts = collectFacts(read, {
    season: season.value,
    cases,
    confirmation: groupConfirmation,
    ruleSet: ruleSet.value,
  });
  const registered = new Set(
    cases
      .filter(({ state }) => state !== 'WITHDRAWN')
      .map((row) => `${row.personId ?? row.groupId ?? ''} ${row.titleId}`),
  );
  return ok(
    listEntrants(read).flatMap((entrant): readonly SuggestionRow[] => {
      const subject = { ...entrant, id: null, pupilId: null, titleId: null };
      const known = facts.person(subject) ?? facts.group(subject);
      if (known === null) return [];
      const key = entrant.personId ?? entrant.groupId ?? '';
      return suggestTitles({ facts: known, context })
        .filter(({ titleId }) => !registered.has(`${key} ${titleId}`))
        .map(({ titleId, strength, lacking, verdict }) => ({
          ...entrant,
          titleId,
          titleName: findTitle(titleId)?.name ?? titleId,
          titleShort: findTitle(titleId)?.shortName ?? titleId,
          strength,
          lacking,
          summary: verdict.summary,
        }));
    }),
  );
}
