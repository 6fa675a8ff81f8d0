import { useState, type ReactNode } from 'react';
import { formatSchoolYear } from '../../shared/dates.ts';
import { formatInteger } from '../../shared/numbers.ts';
import type { Campaign, Season } from '../../shared/views.ts';
import { useQuery } from '../client.ts';
import {
  Button,
  DataTable,
  ErrorNotice,
  Screen,
  Section,
  SettledNotes,
  Tabs,
  useOfficeReason,
  type Column,
} from '../components/index.ts';
import { go, select, useStore } from '../store.ts';
import { CampaignPanel, NewCampaignPanel } from './campaign/campaign-panel.tsx';
import { Standards } from './campaign/standards.tsx';
import { MovementFields, SeasonDays, SeasonFailure, useSeasonForm } from './school/season-form.tsx';

const NEW = 'new';

/** Phong trào và đợt: the movement of the season, its campaigns, and the standards that are announced for it. */
export function CampaignScreen(): ReactNode {
  const season = useQuery('getSeason', {});
  if (season.data === null) {
    return (
      <Screen title="Phong trào và đợt" padded notices={<ErrorNotice error={season.error} />}>
        {null}
      </Screen>
    );
  }
  return <CampaignBody key={season.data.id} season={season.data} />;
}

type Part = 'movement' | 'standards';

function CampaignBody({ season }: { readonly season: Season }): ReactNode {
  const selected = useStore((state) => state.route?.selected ?? null);
  const reason = useOfficeReason();
  const form = useSeasonForm(season);
  const isTitle = season.standards.some(({ titleId }) => titleId === selected);
  const [part, setPart] = useState<Part>(isTitle ? 'standards' : 'movement');
  const disabled = reason !== null;
  const campaign = season.campaigns.find(({ id }) => id === selected);
  const announced = season.standards.filter((standard) => standard.announced).length;

  return (
    <Screen
      title="Phong trào và đợt"
      subtitle={`Năm học ${formatSchoolYear(season.schoolYear)}: ${formatInteger(season.campaigns.length)} đợt, đã công bố tiêu chuẩn của ${formatInteger(announced)}/${formatInteger(season.standards.length)} danh hiệu.`}
      primary={{
        label: 'Sang bước Đăng ký',
        run: () => go('registration'),
        disabledReason: announced === 0 ? 'Hãy công bố tiêu chuẩn của ít nhất một danh hiệu.' : null,
      }}
      notices={<SeasonFailure form={form} />}
      detail={
        part === 'movement' &&
        (selected === NEW ? (
          <NewCampaignPanel onAdded={select} onClose={() => select(null)} />
        ) : (
          campaign !== undefined && (
            <CampaignPanel
              key={campaign.id}
              campaign={campaign}
              lockedReason={reason}
              onClose={() => select(null)}
            />
          )
        ))
      }
    >
      <Tabs<Part>
        label="Phong trào và đợt"
        value={part}
        onChange={(next) => {
          select(null);
          setPart(next);
        }}
        tabs={[
          { id: 'movement', label: 'Phong trào và các đợt' },
          { id: 'standards', label: 'Tiêu chuẩn danh hiệu' },
        ]}
      />
      {part === 'movement' ? (
        <div className="movement">
          <div className="movement__form">
            <Section title="Phong trào thi đua">
              <MovementFields form={form} disabled={disabled} />
            </Section>
            <Section title="Thời gian của năm học">
              <SeasonDays form={form} disabled={disabled} />
            </Section>
          </div>
          <div className="part-head">
            <h2>Các đợt thi đua</h2>
            <Button size="small" disabledReason={reason} onClick={() => select(NEW)}>
              Thêm đợt
            </Button>
          </div>
          <SettledNotes ids={['scoringScheme']} />
          <DataTable
            plain
            numbered
            label="Các đợt thi đua"
            columns={columns}
            rows={season.campaigns}
            rowKey={(row) => row.id}
            onOpen={(row) => select(row.id)}
            openKey={selected}
            empty={{
              sentence: 'Chưa có đợt thi đua nào trong năm học này.',
              action: disabled ? null : { label: 'Thêm đợt thi đua', run: () => select(NEW) },
            }}
          />
        </div>
      ) : (
        <Standards season={season} disabled={disabled} />
      )}
    </Screen>
  );
}

const columns: readonly Column<Campaign>[] = [
  { id: 'name', header: 'Đợt', value: (row) => row.name, width: 140, strong: true },
  { id: 'from', header: 'Từ ngày', kind: 'date', value: (row) => row.startsOn, width: 100 },
  { id: 'to', header: 'Đến ngày', kind: 'date', value: (row) => row.endsOn, width: 100 },
  { id: 'content', header: 'Nội dung', value: (row) => row.content },
];
