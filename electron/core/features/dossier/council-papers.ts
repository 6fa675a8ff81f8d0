/** Papers by which the council comes together. */
import { councilDecision } from '../../../../shared/documents/council-decision.ts';
import { invitation } from '../../../../shared/documents/invitation.ts';
import { paperFiles } from '../../../../shared/documents/paper-files.ts';
import { ownerIdOf } from '../../../../shared/domain/case-object.ts';
import { resultNotice } from '../../../../shared/documents/result-notice.ts';
import type { Id } from '../../../../shared/terms.ts';
import type { Council } from '../../../../shared/views.ts';
import { paperNotes, paperTitles } from '../../../../shared/vi/papers.ts';
import { outcomeNames } from '../../../../shared/vi/terms.ts';
import {
  blankToNull,
  blocked,
  chair,
  classOf,
  draft,
  head,
  isConcluded,
  isOnePupil,
  makePaper,
  meetingDate,
  ready,
  type SeasonPaper,
} from './paper-kit.ts';
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
  const state = decisionState(council);
  return makePaper(source, {
    id: 'council-decision',
    fileName: paperFiles.councilDecision,
    title: source.body === null ? paperTitles.councilDecision : paperTitles.bodyDecision,
    type: 'QĐ',
    recordedNumber: council?.decisionNumber ?? '',
    formats: ['docx', 'pdf'],
    date: council?.decisionDate ?? null,
    state,
    // One that has no number yet is not a paper of the dossier, and would make a draft of its index.
    inPackage: state.state === 'ready',
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

/** The invitation to the meeting, with its agenda. */
export function invitationPaper(source: Source): SeasonPaper {
  const { meeting, council, agenda, initiatives } = source.meeting;
  const { body } = source;
  const members = council?.members ?? [];
  return makePaper(source, {
    id: 'invitation',
    fileName: body === null ? paperFiles.invitation : paperFiles.bodyInvitation,
    title: body === null ? paperTitles.invitation : paperTitles.bodyInvitation[body.kind],
    type: 'GM',
    formats: ['docx', 'pdf'],
    date: null,
    state: meeting === null || members.length === 0 ? blocked(paperNotes.noMeeting, 'council') : ready,
    inPackage: false,
    build: (base) =>
      invitation({
        ...base,
        meeting: {
          date: meeting?.date ?? '',
          startsAt: blankToNull(meeting?.from ?? ''),
          place: meeting?.place ?? '',
        },
        members: members.map((member) => ({
          name: member.fullName,
          post: member.position,
          sex: source.people.get(member.personId)?.sex ?? null,
        })),
        agenda:
          body?.kind === 'INITIATIVE'
            ? [
                {
                  titleName: paperNotes.initiativeAgenda,
                  cases: initiatives.length,
                  method: 'hands' as const,
                },
              ]
            : agenda
                .filter(({ chosen }) => chosen)
                .map(({ titleName, cases, byHands }) => ({
                  titleName,
                  cases,
                  method: byHands ? 'hands' : 'ballot',
                })),
        presiding: chair(source).name,
        chair: chair(source),
        head: head(source),
      }),
  });
}

/** What the council came to for the person or the tổ of a case, in all their cases; undefined for an unknown case. */
export function resultPaper(source: Source, caseId: Id): SeasonPaper | undefined {
  const about = source.cases.find(({ id }) => id === caseId);
  if (about === undefined) return undefined;
  const rows = source.cases.filter((row) => ownerIdOf(row) === ownerIdOf(about) && row.outcome !== null);
  const person = about.personId === null ? undefined : source.people.get(about.personId);
  return makePaper(source, {
    id: `result-notice:${caseId}`,
    fileName: paperFiles.resultNotice(about.name),
    title: paperTitles.resultNotice(about.name),
    type: 'TB',
    formats: ['docx', 'pdf'],
    date: meetingDate(source),
    state:
      rows.length === 0
        ? blocked(paperNotes.noOutcome, 'council')
        : isConcluded(source)
          ? ready
          : draft(paperNotes.notConcluded, 'council'),
    inPackage: false,
    build: (base) =>
      resultNotice({
        ...base,
        to: {
          name: about.name,
          post: about.position,
          group: about.groupId === null ? about.groupName : '',
          ...(person === undefined ? {} : { sex: person.sex }),
          ...(isOnePupil(about) ? { className: classOf(about) } : {}),
        },
        publicityDays: source.ruleSet.values.publicityDays.value,
        meetingOn: meetingDate(source) ?? source.asOf.slice(0, 10),
        results: rows.map((row) => ({
          titleName: row.titleName,
          outcome: row.outcome === null ? '' : outcomeNames[row.outcome],
          reason: sentence(row.outcomeReason),
        })),
        chair: chair(source),
      }),
  });
}

/** A reason as a sentence of its own. */
function sentence(reason: string): string {
  const text = reason.trim();
  return text === '' ? '' : `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}`;
}
