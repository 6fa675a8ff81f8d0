/** Papers by which the council comes together. */
import { councilDecision } from '../../../../shared/documents/council-decision.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import type { Council } from '../../../../shared/views.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { blankToNull, blocked, draft, head, makePaper, ready, type SeasonPaper } from './paper-kit.ts';
import type { Source } from './source.ts';

function decisionState(council: Council | null) {
  if (council === null || council.founders.length === 0) return blocked(paperNotes.noCouncil, 'council');
  return council.decisionNumber === '' || council.decisionDate === null
    ? draft(paperNotes.decisionNotDated, 'council')
    : ready;
}

/** The decision that founded the council, with the members of that day. */
export function decisionPaper(source: Source): SeasonPaper {
  const { council } = source.meeting;
  const { plan_number: number, plan_date: date } = source.season;
  return makePaper(source, {
    id: 'council-decision',
    fileName: paperFiles.councilDecision,
    title: paperTitles.councilDecision,
    type: 'QĐ',
    formats: ['docx', 'pdf'],
    date: council?.decisionDate ?? null,
    state: decisionState(council),
    inPackage: false,
    build: (base) =>
      councilDecision({
        ...base,
        decisionNumber: blankToNull(council?.decisionNumber ?? ''),
        plan: number === '' ? null : { number, date },
        members: (council?.founders ?? []).map(({ personId, role }) => {
          const person = source.people.get(personId);
          return {
            name: person?.fullName ?? '',
            post: person?.position ?? '',
            sex: person?.sex ?? null,
            role,
          };
        }),
        head: head(source),
      }),
  });
}
