/** One person beside the list: identity, standing, achievements, what must be watched. */
import { useState, type ReactNode } from 'react';
import type { Id } from '../../../shared/terms.ts';
import { disciplineFormNames, pendingMatterKindNames } from '../../../shared/vi/terms.ts';
import type { GroupRow, PersonDetail } from '../../../shared/views.ts';
import { useCommand, useQuery } from '../../client.ts';
import {
  Button,
  ConfirmDialog,
  DetailPanel,
  ErrorNotice,
  PaperFrame,
  Tabs,
  useRecord,
} from '../../components/index.ts';
import { showToast } from '../../store.ts';
import { CareerSection } from './career.tsx';
import { Achievement } from './achievement.tsx';
import { DisciplineFields, PendingMatterFields } from './fact-forms.tsx';
import { FactSection } from './fact-section.tsx';
import { checkIdentity, IdentityForm, identityOf, saveIdentity } from './identity.tsx';
import { disciplineText, periodText, StandingSections } from './standing.tsx';

interface PanelProps {
  readonly groups: readonly GroupRow[];
  readonly schoolYear: string;
  /** Why nothing can be changed. */
  readonly lockedReason: string | null;
  readonly onClose: () => void;
}

/** The panel of the person with this id. */
export function PersonPanel(props: PanelProps & { readonly id: Id }): ReactNode {
  const { data, error } = useQuery('getPerson', { id: props.id });
  if (data === null) {
    return (
      <DetailPanel title="Nhân sự" onClose={props.onClose} wide>
        <ErrorNotice error={error} />
      </DetailPanel>
    );
  }
  return <Person key={data.id} {...props} person={data} />;
}

type Part = 'identity' | 'achievement' | 'watch';

function Person(props: PanelProps & { readonly person: PersonDetail }): ReactNode {
  const { person, groups, schoolYear, lockedReason } = props;
  const disabled = lockedReason !== null;
  const [part, setPart] = useState<Part>('identity');
  const [removing, setRemoving] = useState(false);
  const [isCard, setIsCard] = useState(false);
  const status = useQuery('getStatus', {});
  const removePerson = useCommand('removePerson');
  const form = useRecord({
    saved: identityOf(person),
    check: checkIdentity,
    send: (value, seen) => saveIdentity({ id: person.id, groupId: null }, value, seen),
  });
  const watched = person.disciplines.length + person.pendingMatters.length;

  async function remove(): Promise<void> {
    const result = await removePerson.run({ id: person.id });
    if (!result.ok) return;
    showToast(`Đã xóa ${person.fullName} khỏi danh sách.`);
    props.onClose();
  }

  if (isCard) {
    return (
      <DetailPanel
        title={person.fullName}
        subtitle="Phiếu thi đua cá nhân"
        onClose={props.onClose}
        wide
        foot={
          <Button kind="quiet" size="small" onClick={() => setIsCard(false)}>
            Quay lại hồ sơ
          </Button>
        }
      >
        <div className="panel-paper">
          <PaperFrame
            paperId={`person-card:${person.id}`}
            title={`Phiếu thi đua cá nhân của ${person.fullName}`}
            formats={['docx', 'pdf']}
            version={status.data?.file?.savedAt ?? ''}
          />
        </div>
      </DetailPanel>
    );
  }

  return (
    <DetailPanel
      title={person.fullName}
      subtitle={[
        person.groupName === '' ? 'Chưa có tổ' : person.groupName,
        person.position,
        person.code ?? '',
      ]
        .filter((text) => text !== '')
        .join(' · ')}
      onClose={props.onClose}
      wide
      foot={
        <>
          <Button size="small" icon="print" onClick={() => setIsCard(true)}>
            In phiếu cá nhân
          </Button>
          <Button kind="quiet" size="small" disabledReason={lockedReason} onClick={() => setRemoving(true)}>
            Xóa khỏi danh sách
          </Button>
        </>
      }
    >
      <div className="panel-tabs">
        <Tabs<Part>
          label={`Hồ sơ của ${person.fullName}`}
          value={part}
          onChange={setPart}
          tabs={[
            { id: 'identity', label: 'Thông tin' },
            {
              id: 'achievement',
              label: 'Thi đua, khen thưởng',
              count:
                person.cases.length +
                person.initiatives.length +
                person.research.length +
                person.years.reduce((sum, { awards }) => sum + awards.length, 0),
            },
            { id: 'watch', label: 'Kỷ luật, xác minh', count: watched },
          ]}
        />
      </div>
      {part === 'identity' && (
        <>
          <ErrorNotice error={form.failure} />
          <IdentityForm form={form} disabled={disabled} />
          <StandingSections person={person} groups={groups} disabled={disabled} />
          <CareerSection person={person} disabled={disabled} />
        </>
      )}
      {part === 'achievement' && <Achievement person={person} schoolYear={schoolYear} disabled={disabled} />}
      {part === 'watch' && <Watch person={person} disabled={disabled} />}
      {removing && (
        <ConfirmDialog
          title={`Xóa ${person.fullName} khỏi danh sách`}
          sentence="Chỉ xóa người ghi nhầm. Người chuyển đi hoặc nghỉ hưu thì đổi tình trạng, để giữ lịch sử khen thưởng."
          confirm="Xóa người này"
          danger
          busy={removePerson.busy}
          problem={<ErrorNotice error={removePerson.error} />}
          onConfirm={() => void remove()}
          onClose={() => {
            removePerson.clearError();
            setRemoving(false);
          }}
        />
      )}
    </DetailPanel>
  );
}

function Watch(props: { readonly person: PersonDetail; readonly disabled: boolean }): ReactNode {
  const { person, disabled } = props;
  return (
    <>
      <FactSection
        title="Kỷ luật"
        none="Không có hình thức kỷ luật nào."
        add="Ghi kỷ luật"
        kind="discipline"
        rows={person.disciplines}
        disabled={disabled}
        nameOf={(row) => `kỷ luật ${disciplineFormNames[row.form].toLowerCase()}`}
        line={(row) => ({ what: disciplineFormNames[row.form], when: disciplineText(row) })}
        form={(form) => <DisciplineFields {...form} personId={person.id} />}
      />
      <FactSection
        title="Việc đang xem xét, xác minh"
        none="Không có việc nào đang xem xét, xác minh."
        add="Ghi việc"
        kind="pending-matter"
        rows={person.pendingMatters}
        disabled={disabled}
        nameOf={(row) => pendingMatterKindNames[row.kind].toLowerCase()}
        line={(row) => ({
          what: pendingMatterKindNames[row.kind],
          when: row.note === '' ? periodText(row) : `${periodText(row)} · ${row.note}`,
        })}
        form={(form) => <PendingMatterFields {...form} personId={person.id} />}
      />
    </>
  );
}
