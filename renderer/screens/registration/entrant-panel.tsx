/** One person, tổ or pupil beside the list: its registrations, withdrawing one, adding another. */
import { useState, type ReactNode } from 'react';
import type { GroupRow, CaseRow, PersonRow, Season } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  DetailPanel,
  ErrorNotice,
  PersonPicker,
  RadioField,
  Section,
  SelectField,
  StateChip,
} from '../../components/index.ts';
import { go } from '../../store.ts';
import type { CaseOwner } from '../../../shared/domain/case-object.ts';
import { entrantKey, registeredText, type Entrant } from './entrants.tsx';
import { PupilSection } from './pupil-section.tsx';
import { TitleForm } from './title-form.tsx';

interface PanelProps {
  readonly season: Season;
  /** Why nothing may be changed now. */
  readonly reason: string | null;
  readonly onClose: () => void;
}

function announcedIn(season: Season): readonly string[] {
  return season.standards.filter(({ announced }) => announced).map(({ titleId }) => titleId);
}

function ownerOf({ personId, groupId, pupilId }: CaseOwner): CaseOwner {
  return { personId, groupId, pupilId };
}

/** The registrations of one person, tổ or pupil. */
export function EntrantPanel(props: PanelProps & { readonly entrant: Entrant }): ReactNode {
  const { entrant, season, reason } = props;
  const [withdrawing, setWithdrawing] = useState<CaseRow | null>(null);
  const withdrawCase = useCommand('withdrawCase');

  async function withdraw(row: CaseRow, why: string): Promise<void> {
    const result = await withdrawCase.run({ id: row.id, reason: why });
    if (result.ok) setWithdrawing(null);
  }

  return (
    <DetailPanel
      title={entrant.name}
      subtitle={
        entrant.groupId === null
          ? [entrant.groupName, entrant.position, entrant.code].filter((text) => text !== '').join(' · ')
          : 'Tập thể'
      }
      onClose={props.onClose}
      foot={
        entrant.personId === null ? undefined : (
          <Button kind="quiet" size="small" onClick={() => go('people', entrant.personId)}>
            Xem hồ sơ cá nhân
          </Button>
        )
      }
    >
      <Section title="Đã đăng ký">
        {entrant.cases.length === 0 && <p className="muted fact-none">Chưa đăng ký danh hiệu nào.</p>}
        <ul className="fact-list">
          {entrant.cases.map((row) => (
            <li key={row.id} className="fact-line">
              <div>
                <p>{row.titleName}</p>
                <p className="muted">{registeredText(row)}</p>
                {row.achievement !== '' && <p className="muted">Thành tích: {row.achievement}</p>}
                {row.state === 'WITHDRAWN' && row.outcomeReason !== '' && (
                  <p className="muted">Lý do rút: {row.outcomeReason}</p>
                )}
              </div>
              <span className="fact-line__tools fact-line__tools--state">
                <StateChip value={row.state} />
                {row.state !== 'WITHDRAWN' && row.outcome === null && (
                  <Button
                    size="small"
                    kind="quiet"
                    disabledReason={reason}
                    title={`Rút đăng ký ${row.titleName}`}
                    onClick={() => setWithdrawing(row)}
                  >
                    Rút
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {entrant.pupilId !== null && (
        <PupilSection pupilId={entrant.pupilId} entrant={entrant} reason={reason} onRemoved={props.onClose} />
      )}
      <Section title="Đăng ký thêm">
        <TitleForm
          owner={ownerOf(entrant)}
          name={entrant.name}
          announced={announcedIn(season)}
          taken={entrant.cases.map(({ titleId }) => titleId)}
          deadline={season.registrationDeadline}
          reason={reason}
        />
      </Section>
      {withdrawing !== null && (
        <ConfirmDialog
          title={`Rút đăng ký ${withdrawing.titleName}`}
          sentence={`${entrant.name} sẽ không được xét ${withdrawing.titleName} trong năm học này. Hồ sơ vẫn được giữ, ghi là đã rút.`}
          reason="Lý do rút"
          confirm="Rút đăng ký"
          danger
          busy={withdrawCase.busy}
          problem={<ErrorNotice error={withdrawCase.error} />}
          onConfirm={(why) => void withdraw(withdrawing, why)}
          onClose={() => {
            withdrawCase.clearError();
            setWithdrawing(null);
          }}
        />
      )}
    </DetailPanel>
  );
}

/** Registers by hand: choose the person or the tổ first. */
export function NewRegistrationPanel(
  props: PanelProps & {
    readonly people: readonly PersonRow[];
    readonly groups: readonly GroupRow[];
    readonly entrants: readonly Entrant[];
  },
): ReactNode {
  const { season, reason, people, groups, entrants } = props;
  const [object, setObject] = useState<'person' | 'group'>('person');
  const [personId, setPersonId] = useState<string | null>(null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const chosen =
    object === 'person'
      ? { personId, groupId: null, pupilId: null, name: people.find(({ id }) => id === personId)?.fullName }
      : { personId: null, groupId, pupilId: null, name: groups.find(({ id }) => id === groupId)?.name };
  const known = entrants.find(({ key }) => key === entrantKey(chosen));

  return (
    <DetailPanel
      title="Ghi đăng ký"
      subtitle="Ghi từng người theo bản đăng ký của tổ; ngày đăng ký được giữ cho người sau."
      onClose={props.onClose}
    >
      <div className="stack">
        <RadioField
          label="Đăng ký cho"
          inRow
          value={object}
          onChange={setObject}
          options={[
            { value: 'person', label: 'Cá nhân' },
            { value: 'group', label: 'Tập thể (tổ, nhà trường)' },
          ]}
        />
        {object === 'person' ? (
          <PersonPicker
            key={personId === null ? 'ask' : 'chosen'}
            label="Họ và tên"
            people={people}
            value={personId}
            onChange={setPersonId}
            disabled={reason !== null}
            autoFocus={personId === null}
          />
        ) : (
          <SelectField
            label="Tập thể"
            value={groupId}
            placeholder="Chọn tổ hoặc nhà trường"
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setGroupId}
            disabled={reason !== null}
          />
        )}
        {known !== undefined && (
          <p className="muted">Đã đăng ký: {known.cases.map(({ titleShort }) => titleShort).join(', ')}.</p>
        )}
        {chosen.name === undefined ? (
          <p className="muted">{reason ?? 'Chọn người hoặc tập thể trước, rồi chọn danh hiệu.'}</p>
        ) : (
          <TitleForm
            key={entrantKey(chosen)}
            owner={ownerOf(chosen)}
            name={chosen.name}
            announced={announcedIn(season)}
            taken={known?.cases.map(({ titleId }) => titleId) ?? []}
            deadline={season.registrationDeadline}
            reason={reason}
            onRegistered={() => {
              setPersonId(null);
              setGroupId(null);
            }}
          />
        )}
      </div>
    </DetailPanel>
  );
}
