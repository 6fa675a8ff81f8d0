import { useMemo, useState, type ReactNode } from 'react';
import { formatSchoolYear } from '../../shared/dates.ts';
import { formatInteger } from '../../shared/numbers.ts';
import { stepNames } from '../../shared/vi/overview.ts';
import type { Overview } from '../../shared/views.ts';
import { useQuery } from '../client.ts';
import {
  Button,
  ErrorNotice,
  Funnel,
  Notice,
  ReadinessDialog,
  Screen,
  Section,
  SelectField,
  readinessTitle,
  type Action,
} from '../components/index.ts';
import { go, useStore } from '../store.ts';
import '../styles/screens/overview.css';
import { BalanceTable, BucketPanel } from './overview/balance.tsx';
import { funnelSteps, readBucket } from './overview/buckets.ts';
import { FirstPath, StepTable } from './overview/steps.tsx';

/** Tổng quan: where the season stands, what to do next and who, and where every registered case went. */
export function OverviewScreen(): ReactNode {
  const overview = useQuery('getOverview', {});
  const cases = useQuery('listCases', {});
  const season = useQuery('getSeason', {});
  const selected = useStore((state) => state.route?.selected ?? null);
  const [titleId, setTitleId] = useState<string | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const { data } = overview;
  const shownTitle = data?.funnel.find((line) => line.titleId === titleId) ?? data?.funnel[0];
  const titleRows = useMemo(
    () => (cases.data ?? []).filter((row) => row.titleId === shownTitle?.titleId),
    [cases.data, shownTitle?.titleId],
  );
  const open = readBucket(selected);
  const openLine = data?.funnel.find((line) => line.titleId === open?.titleId);
  const next =
    data === null ? undefined : (data.mustAct.find(({ step }) => step === data.current) ?? data.mustAct[0]);
  const isNew =
    data !== null && data.steps.some(({ id, state }) => id === 'people' && state === 'not-started');
  const primary: Action | null =
    data === null
      ? null
      : isNew
        ? { label: 'Nhập danh sách nhân sự', run: () => go('people'), icon: 'upload' }
        : next === undefined
          ? { label: `Đến bước ${stepNames[data.current]}`, run: () => go(data.current) }
          : { label: `Đến bước ${stepNames[next.step]}`, run: () => go(next.step) };

  return (
    <Screen
      title="Tổng quan"
      padded
      subtitle={
        data === null || season.data === null
          ? ' '
          : `Năm học ${formatSchoolYear(season.data.schoolYear)}. ${
              next === undefined
                ? data.steps.every(({ state }) => state === 'done')
                  ? 'Mọi bước đã xong.'
                  : 'Không còn việc nào chờ làm ngay.'
                : `Việc tiếp theo: ${next.what.charAt(0).toLowerCase()}${next.what.slice(1)}.`
            }`
      }
      primary={primary}
      notices={
        <>
          <ErrorNotice error={overview.error ?? cases.error} />
          {data !== null && data.late.length > 0 && <Notice tone="warn">{data.late.join(' ')}</Notice>}
        </>
      }
      detail={
        open !== null &&
        openLine !== undefined && (
          <BucketPanel
            label={open.bucket.label}
            titleName={openLine.titleName}
            rows={(cases.data ?? []).filter((row) => row.titleId === open.titleId && open.bucket.test(row))}
          />
        )
      }
    >
      {data !== null && isNew && <FirstPath steps={data.steps} />}
      {data !== null && !isNew && (
        <div className="overview">
          <Section
            title="Các bước"
            aside={
              <Button size="small" kind="quiet" onClick={() => setIsChecking(true)}>
                {readinessTitle}
              </Button>
            }
          >
            <StepTable steps={data.steps} next={next?.step ?? null} />
          </Section>
          {data.funnel.length > 0 && (
            <Section
              title="Hồ sơ đăng ký đã đi đến đâu"
              aside={<span className="muted section__count">bấm vào số để xem tên</span>}
            >
              <BalanceTable lines={data.funnel} selected={selected} />
            </Section>
          )}
          <div className="overview__pair">
            {shownTitle !== undefined && (
              <Section
                title="Từng danh hiệu"
                aside={
                  <SelectField
                    small
                    hideLabel
                    label="Danh hiệu"
                    value={shownTitle.titleId}
                    options={data.funnel.map((line) => ({ value: line.titleId, label: line.titleName }))}
                    onChange={setTitleId}
                  />
                }
              >
                <Funnel label={shownTitle.titleName} steps={funnelSteps(titleRows)} />
              </Section>
            )}
            <Section title="Theo tổ">
              <GroupTable groups={data.groups} />
            </Section>
          </div>
        </div>
      )}
      {isChecking && <ReadinessDialog onClose={() => setIsChecking(false)} />}
    </Screen>
  );
}

function GroupTable({ groups }: { readonly groups: Overview['groups'] }): ReactNode {
  const sum = (key: 'people' | 'registered' | 'evaluated' | 'proposed') =>
    formatInteger(groups.reduce((total, group) => total + group[key], 0));
  return (
    <table className="data-table overview-table group-table">
      <thead>
        <tr>
          <th scope="col">Tổ</th>
          <th scope="col" className="cell--number">
            Người
          </th>
          <th scope="col" className="cell--number">
            Đăng ký
          </th>
          <th scope="col" className="cell--number">
            Đủ điểm
          </th>
          <th scope="col" className="cell--number">
            Đề nghị
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.name}>
            <th scope="row" title={group.name}>
              {group.name === '' ? 'Chưa có tổ' : group.name}
            </th>
            <td className="cell--number">{formatInteger(group.people)}</td>
            <td className="cell--number">{formatInteger(group.registered)}</td>
            <td className="cell--number">{formatInteger(group.evaluated)}</td>
            <td className="cell--number">{formatInteger(group.proposed)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>Cộng</td>
          <td className="cell--number">{sum('people')}</td>
          <td className="cell--number">{sum('registered')}</td>
          <td className="cell--number">{sum('evaluated')}</td>
          <td className="cell--number">{sum('proposed')}</td>
        </tr>
      </tfoot>
    </table>
  );
}
