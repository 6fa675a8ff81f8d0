/** The cases of the meeting one by one, in the order of the agenda: who is concerned, what was said, what was decided. */
import { useState, type ReactNode } from 'react';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { compareInList, nameInList } from '../../../shared/vi/pupils.ts';
import type { CaseRow, MeetingCase, MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  CheckField,
  Chip,
  EligibilityChip,
  Empty,
  ErrorNotice,
  IconButton,
  OutcomeChip,
  Section,
} from '../../components/index.ts';
import { CaseTalk } from './case-talk.tsx';

interface Entry {
  readonly row: CaseRow;
  readonly talk: MeetingCase;
}

/** The list by title at the left, the case that is open at the right. */
export function MeetingCases(props: {
  readonly view: MeetingView;
  readonly cases: readonly CaseRow[];
  /** Why nothing can be written now. */
  readonly lockedReason: string | null;
  /** Why the council can't decide now. */
  readonly decideReason: string | null;
}): ReactNode {
  const { view, lockedReason } = props;
  const [openId, setOpen] = useState<string | null>(null);
  const saveAgenda = useCommand('saveAgenda');
  const rows = new Map(props.cases.map((row) => [row.id, row]));
  const entries = view.cases.flatMap((talk): readonly Entry[] => {
    const row = rows.get(talk.caseId);
    return row === undefined ? [] : [{ row, talk }];
  });
  const open = entries.find(({ row }) => row.id === openId) ?? null;
  const order = view.agenda.filter(({ chosen }) => chosen).map(({ titleId }) => titleId);

  function move(titleId: string, by: -1 | 1): void {
    const at = order.indexOf(titleId);
    const titleIds = order.filter((id) => id !== titleId);
    titleIds.splice(at + by, 0, titleId);
    void saveAgenda.run({ body: view.body, titleIds });
  }

  if (view.agenda.length === 0) return <Empty sentence="Chưa có hồ sơ nào được đăng ký." />;
  return (
    <div className="meeting-cases">
      <div className="meeting-cases__list">
        {view.body.kind === 'STAFF' && <Offered view={view} lockedReason={lockedReason} />}
        {view.agenda
          .filter(({ chosen }) => chosen)
          .map(({ titleId, titleName, cases }, index) => (
            <Section
              key={titleId}
              title={`${index + 1}. ${titleName} (${cases})`}
              aside={
                lockedReason === null && (
                  <span className="meeting-cases__order">
                    <IconButton
                      small
                      icon="up"
                      label={`Xét ${titleName} sớm hơn`}
                      disabled={index === 0 || saveAgenda.busy}
                      onClick={() => move(titleId, -1)}
                    />
                    <IconButton
                      small
                      icon="down"
                      label={`Xét ${titleName} muộn hơn`}
                      disabled={index === order.length - 1 || saveAgenda.busy}
                      onClick={() => move(titleId, 1)}
                    />
                  </span>
                )
              }
            >
              <ul className="case-list">
                {entries
                  .filter(({ row }) => row.titleId === titleId)
                  .sort((a, b) => compareInList(a.row, b.row))
                  .map(({ row, talk }) => (
                    <li key={row.id}>
                      <button
                        type="button"
                        className="case-list__line"
                        aria-pressed={row.id === openId}
                        onClick={() => setOpen(row.id === openId ? null : row.id)}
                      >
                        <strong>{nameInList(row)}</strong>
                        <span className="case-list__signs">
                          <CaseSigns body={view.body} row={row} talk={talk} />
                        </span>
                      </button>
                    </li>
                  ))}
              </ul>
            </Section>
          ))}
      </div>
      <div className="meeting-cases__detail">
        {open === null ? (
          <Empty
            sentence={
              view.body.kind === 'SCHOOL'
                ? 'Chọn một hồ sơ để xem người liên quan trong Hội đồng, ghi ý kiến và kết luận.'
                : 'Chọn một hồ sơ để xem người liên quan và ghi ý kiến.'
            }
          />
        ) : (
          <CaseTalk
            key={open.row.id}
            view={view}
            row={open.row}
            talk={open.talk}
            lockedReason={lockedReason}
            decideReason={props.decideReason}
          />
        )}
      </div>
    </div>
  );
}

/** The titles that the conference of the staff may be asked about. */
function Offered(props: { readonly view: MeetingView; readonly lockedReason: string | null }): ReactNode {
  const { view, lockedReason } = props;
  const save = useCommand('saveAgenda');
  const chosen = view.agenda.filter((title) => title.chosen).map(({ titleId }) => titleId);
  return (
    <Section title="Danh hiệu đưa ra hội nghị">
      {lockedReason !== null && <p className="muted">{lockedReason}</p>}
      <ErrorNotice error={save.error} />
      <div className="meeting-cases__offered">
        {view.agenda.map(({ titleId, titleName, cases, chosen: isChosen }) => (
          <CheckField
            key={titleId}
            label={titleName}
            note={`${cases} hồ sơ`}
            checked={isChosen}
            disabled={lockedReason !== null || save.busy}
            onChange={(checked) => {
              const titleIds = checked ? [...chosen, titleId] : chosen.filter((id) => id !== titleId);
              void save.run({ body: view.body, titleIds });
            }}
          />
        ))}
      </div>
    </Section>
  );
}

function CaseSigns({ body, row, talk }: Entry & { readonly body: Body }): ReactNode {
  const isCouncil = body.kind === 'SCHOOL';
  const aside = talk.concerned.filter(({ recused }) => recused).length;
  const eligibility = effectiveEligibility(row);
  return (
    <>
      {/* In a tổ everybody votes on everybody: only who steps aside is worth a word. */}
      {talk.concerned.length > 0 && (isCouncil || aside > 0) && (
        <Chip tone={aside > 0 ? 'plain' : 'warn'} icon="person">
          {aside > 0 ? `${aside} không biểu quyết` : 'Có người liên quan'}
        </Chip>
      )}
      {isCouncil && row.outcome === null && row.opinions.some(({ passed }) => !passed) && (
        <Chip tone="warn" icon="warning">
          Tổ, hội nghị chưa đạt
        </Chip>
      )}
      {isCouncil && eligibility !== 'yes' && row.outcome === null && talk.decision === null && (
        <EligibilityChip value={eligibility} />
      )}
      {talk.decision !== null && row.outcome === null && <OutcomeChip value={talk.decision.outcome} />}
      {isCouncil && row.outcome !== null && <OutcomeChip value={row.outcome} />}
      {(!isCouncil || (row.outcome === null && talk.decision === null)) && talk.vote !== null && (
        <Chip tone={talk.vote.agree >= talk.vote.needed ? 'good' : 'bad'}>
          {talk.vote.agree >= talk.vote.needed ? 'Đạt phiếu' : 'Không đạt phiếu'}
        </Chip>
      )}
    </>
  );
}
