/** The cases of the meeting one by one, in the order of the agenda: who is concerned, what was said, what was decided. */
import { useState, type ReactNode } from 'react';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import type { Body } from '../../../shared/domain/body.ts';
import { nameInList } from '../../../shared/vi/namesakes.ts';
import { compareInList } from '../../../shared/vi/pupils.ts';
import type { CaseRow, MeetingCase, MeetingView } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
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
  const [onlyOpen, setOnlyOpen] = useState(false);
  const isCouncil = view.body.kind === 'SCHOOL';
  const unsettled = isCouncil ? entries.filter(isUnsettled).length : 0;
  // In the order in which they are read; the one that is open stays when it is settled.
  const shown = view.agenda
    .filter(({ chosen }) => chosen)
    .flatMap(({ titleId }) =>
      entries
        .filter(({ row }) => row.titleId === titleId)
        .filter((entry) => !onlyOpen || entry.row.id === openId || isUnsettled(entry))
        .sort((a, b) => compareInList(a.row, b.row)),
    );
  const at = shown.findIndex(({ row }) => row.id === openId);
  const order = view.agenda.filter(({ chosen }) => chosen).map(({ titleId }) => titleId);

  function move(titleId: string, by: -1 | 1): void {
    const at = order.indexOf(titleId);
    const titleIds = order.filter((id) => id !== titleId);
    titleIds.splice(at + by, 0, titleId);
    void saveAgenda.run({ body: view.body, titleIds }, { seen: { body: view.body, titleIds: order } });
  }

  if (view.agenda.length === 0) return <Empty sentence="Chưa có hồ sơ nào được đăng ký." />;
  return (
    <div className={open === null ? 'meeting-cases' : 'meeting-cases meeting-cases--open'}>
      <div className="meeting-cases__list">
        {isCouncil && (
          <div className="meeting-cases__filter">
            <CheckField
              label={`Chỉ hồ sơ chưa đủ điều kiện hoặc chưa rõ (${unsettled})`}
              checked={onlyOpen}
              onChange={setOnlyOpen}
            />
          </div>
        )}
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
                      busy={saveAgenda.busy}
                      disabledReason={index === 0 ? 'Đã xét đầu tiên.' : null}
                      onClick={() => move(titleId, -1)}
                    />
                    <IconButton
                      small
                      icon="down"
                      label={`Xét ${titleName} muộn hơn`}
                      busy={saveAgenda.busy}
                      disabledReason={index === order.length - 1 ? 'Đã xét cuối cùng.' : null}
                      onClick={() => move(titleId, 1)}
                    />
                  </span>
                )
              }
            >
              <ul className="case-list">
                {shown
                  .filter(({ row }) => row.titleId === titleId)
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
          <>
            <Steps
              before={shown[at - 1]}
              after={shown[at + 1]}
              place={`${at + 1}/${shown.length}`}
              onOpen={setOpen}
            />
            <CaseTalk
              key={open.row.id}
              view={view}
              row={open.row}
              talk={open.talk}
              lockedReason={lockedReason}
              decideReason={props.decideReason}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** Whether the council must say something itself before the case can be voted. */
function isUnsettled({ row, talk }: Entry): boolean {
  return effectiveEligibility(row) !== 'yes' && row.outcome === null && talk.decision === null;
}

/** From one case to the next, and back to the list where the case has taken its place. */
function Steps(props: {
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
  /** "3/66". */
  readonly place: string;
  readonly onOpen: (caseId: string | null) => void;
}): ReactNode {
  const step = (to: Entry | undefined, label: string, icon: 'up' | 'down', end: string) => (
    <IconButton
      small
      icon={icon}
      label={to === undefined ? label : `${label}: ${to.row.name}`}
      disabledReason={to === undefined ? end : null}
      onClick={() => props.onOpen(to?.row.id ?? null)}
    />
  );
  return (
    <div className="meeting-cases__steps">
      <span className="meeting-cases__back">
        <Button size="small" kind="quiet" icon="back" onClick={() => props.onOpen(null)}>
          Về danh sách
        </Button>
      </span>
      <span className="muted">{props.place}</span>
      {step(props.before, 'Hồ sơ trước', 'up', 'Đây là hồ sơ đầu tiên.')}
      {step(props.after, 'Hồ sơ sau', 'down', 'Đây là hồ sơ cuối cùng.')}
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
              void save.run({ body: view.body, titleIds }, { seen: { body: view.body, titleIds: chosen } });
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
      {isCouncil && isUnsettled({ row, talk }) && <EligibilityChip value={eligibility} />}
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
