/** One case: the verdict as a sentence, every condition with its fact and article, what would change it, its history. */
import { useState, type ReactNode } from 'react';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { formatDate } from '../../../shared/dates.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import type { CaseState } from '../../../shared/terms.ts';
import { caseStateNames, eligibilityNames } from '../../../shared/vi/terms.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useQuery } from '../../client.ts';
import {
  Button,
  CaseOpinions,
  Checklist,
  Chip,
  CountedMembers,
  DetailPanel,
  EligibilityChip,
  ErrorNotice,
  Facts,
  Notice,
  OutcomeChip,
  Section,
  type Action,
  type CheckItem,
} from '../../components/index.ts';
import { go } from '../../store.ts';
import { instantText } from '../log/instant.ts';
import { isForPerson, JudgementForm } from './judgement.tsx';
import { AchievementField } from './achievement-field.tsx';
import { Entitlement } from './entitlement.tsx';
import { HoldChip } from './hold-chip.tsx';
import { OverruleDialog } from './overrule.tsx';
import { Routes, Warnings } from './routes.tsx';
import { holdOf } from './verdict-words.ts';
import { WhatIf } from './what-if.tsx';

type Condition = CaseDetail['conditions'][number];

/** States in which the verdict may still change: the vote has not begun. */
const open: ReadonlySet<CaseState> = new Set(['REGISTERED', 'SELF_EVALUATED', 'GROUP_REVIEWED', 'CHECKED']);

const shownFirst = ['failed', 'postponed', 'to-be-judged', 'passed'] as const;

/** The panel of the case with this id. */
export function CasePanel(props: {
  readonly id: string;
  /** Why the person at the laptop may not change anything. */
  readonly officeReason: string | null;
  readonly check: Action;
  readonly onClose: () => void;
}): ReactNode {
  const { data, error } = useQuery('getCase', { id: props.id });
  if (data === null) {
    return (
      <DetailPanel title="Hồ sơ" onClose={props.onClose} wide>
        <ErrorNotice error={error} />
      </DetailPanel>
    );
  }
  return <Case {...props} row={data} />;
}

function Case(props: {
  readonly row: CaseDetail;
  readonly officeReason: string | null;
  readonly check: Action;
  readonly onClose: () => void;
}): ReactNode {
  const { row, officeReason } = props;
  const [overruling, setOverruling] = useState(false);
  const isOpen = open.has(row.state);
  const stateReason = isOpen
    ? null
    : `Hồ sơ ở bước “${caseStateNames[row.state]}” nên kết quả thẩm định được giữ nguyên.`;
  const reason = officeReason ?? stateReason;
  return (
    <DetailPanel
      title={row.name}
      subtitle={[row.groupId === null ? row.groupName : 'Tập thể', row.position, row.code]
        .filter(Boolean)
        .join(' · ')}
      onClose={props.onClose}
      wide
      foot={
        <>
          <Button
            size="small"
            disabled={reason !== null || row.eligibility === null}
            title={reason ?? undefined}
            onClick={() => setOverruling(true)}
          >
            {row.overruled === null ? 'Hội đồng quyết định khác' : 'Sửa quyết định của Hội đồng'}
          </Button>
          {row.pupilId === null && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => go('people', row.personId ?? `group:${row.groupId ?? ''}`)}
            >
              {row.personId === null ? 'Xem dữ kiện của tập thể này' : 'Xem dữ kiện của người này'}
            </Button>
          )}
          <Button size="small" kind="quiet" onClick={() => go('registration', row.id)}>
            Xem đăng ký
          </Button>
        </>
      }
    >
      {stateReason !== null && row.eligibility !== null && <p className="muted case-fixed">{stateReason}</p>}
      {row.factsChanged && isOpen && (
        <Notice tone="warn" action={{ ...props.check, label: 'Thẩm định lại' }}>
          Dữ kiện đã đổi sau lần thẩm định {row.checkedAt === null ? '' : `lúc ${instantText(row.checkedAt)}`}
          . Kết quả dưới đây còn theo dữ kiện cũ.
        </Notice>
      )}
      {isOpen && <Differences row={row} />}
      <Verdict row={row} check={props.check} />
      <CaseOpinions opinions={row.opinions} />
      <Warnings row={row} />
      <Conditions row={row} reason={reason} />
      {row.groupId !== null && <CountedMembers groupId={row.groupId} reason={reason} />}
      <Routes row={row} reason={reason} />
      <AchievementField
        row={row}
        reason={row.outcome === 'proposed' && row.achievement === '' ? officeReason : reason}
      />
      <Entitlement row={row} />
      <Changes row={row} />
      {isOpen && row.eligibility !== null && <WhatIf caseId={row.id} isPerson={row.personId !== null} />}
      <Section title="Quá trình của hồ sơ">
        <ol className="case-history">
          {row.history.map((event, at) => (
            <li key={at}>
              <time dateTime={event.at}>{instantText(event.at)}</time>
              <span>
                {caseStateNames[event.state]}
                {event.reason !== '' && <span className="muted">: {event.reason}</span>}
              </span>
            </li>
          ))}
        </ol>
      </Section>
      {overruling && <OverruleDialog row={row} onClose={() => setOverruling(false)} />}
    </DetailPanel>
  );
}

function Verdict({ row, check }: { readonly row: CaseDetail; readonly check: Action }): ReactNode {
  const { overruled, eligibility } = row;
  const hold = holdOf(row);
  if (eligibility === null) {
    return (
      <div className="verdict">
        <div className="verdict__head">
          <span className="verdict__title">{row.titleName}</span>
          <EligibilityChip value={null} />
        </div>
        <p className="verdict__sentence">
          Hồ sơ này chưa được đối chiếu với điều kiện của danh hiệu.{' '}
          {row.registeredOn === null
            ? ''
            : `Đăng ký ngày ${formatDate(row.registeredOn)}${row.late ? ', sau hạn' : ''}.`}
        </p>
        <p className="verdict__foot">
          <Button
            size="small"
            onClick={check.run}
            busy={check.busy}
            disabled={(check.disabledReason ?? null) !== null}
            title={check.disabledReason ?? undefined}
          >
            Thẩm định
          </Button>
        </p>
      </div>
    );
  }
  return (
    <>
      {overruled !== null && (
        <div className={`verdict verdict--${overruled.eligibility}`}>
          <div className="verdict__head">
            <span className="verdict__title">Hội đồng quyết định</span>
            <Chip tone="sealed">{eligibilityNames[overruled.eligibility]}</Chip>
          </div>
          <p className="verdict__sentence">Lý do: {overruled.reason}</p>
        </div>
      )}
      <div className={`verdict verdict--${eligibility}`}>
        <div className="verdict__head">
          <span className="verdict__title">{row.titleName}</span>
          <span>
            {hold === null || overruled !== null ? (
              <EligibilityChip value={eligibility} />
            ) : (
              <HoldChip hold={hold} />
            )}
            {row.outcome !== 'not-eligible' && <OutcomeChip value={row.outcome} />}
          </span>
        </div>
        {overruled !== null && <p className="verdict__foot">Theo đối chiếu với quy định, để so sánh:</p>}
        <p className="verdict__sentence">{row.summary}</p>
        <p className="verdict__foot">
          {row.checkedAt === null ? '' : `Thẩm định lúc ${instantText(row.checkedAt)}. `}
          {row.ruleSetName === '' ? '' : `Bộ quy tắc: ${row.ruleSetName}.`}
        </p>
        {row.cautions.map((caution) => (
          <p key={caution} className="verdict__caution">
            Cần đối chiếu: {caution}.
          </p>
        ))}
      </div>
    </>
  );
}

function Conditions({
  row,
  reason,
}: {
  readonly row: CaseDetail;
  readonly reason: string | null;
}): ReactNode {
  const [all, setAll] = useState(false);
  if (row.conditions.length === 0) return null;
  // What stands in the way is read first; the rest keeps the order of the law.
  const used = shownFirst.flatMap((wanted) => row.conditions.filter(({ state }) => state === wanted));
  const rest = row.conditions.filter(({ state }) => state === 'not-applicable');
  const passed = used.filter(({ state }) => state === 'passed').length;
  const isWays = ({ ruleId }: Condition) => ruleId === 'routes' && row.routes.length > 0;
  function itemOf(condition: Condition): CheckItem {
    return {
      id: condition.ruleId,
      state: condition.state,
      sentence: isWays(condition)
        ? 'Thuộc một trong các trường hợp được xét, ghi ở dưới'
        : condition.sentence,
      fact: condition.fact,
      citation: condition.citation,
      missing: condition.missing,
      doubt: condition.doubt,
      waits: condition.awaitsDecision,
      more: (
        <Facts
          facts={[
            { name: 'Dữ kiện lấy từ', value: condition.source },
            { name: 'Mức tin cậy', value: condition.knowledge },
          ]}
        />
      ),
      judgement: isForPerson(condition) ? (
        <JudgementForm caseId={row.id} condition={condition} reason={reason} />
      ) : null,
    };
  }
  return (
    <Section
      title="Điều kiện"
      aside={
        <span className="muted section__count">
          {formatInteger(passed)}/{formatInteger(used.length)} điều kiện đạt
        </span>
      }
    >
      <Checklist label={`Điều kiện của danh hiệu ${row.titleName}`} items={used.map(itemOf)} />
      {rest.length > 0 && (
        <div className="rest-toggle">
          <Button size="small" kind="quiet" icon={all ? 'up' : 'down'} onClick={() => setAll(!all)}>
            {all ? 'Ẩn' : 'Xem'} {formatInteger(rest.length)} quy định không áp dụng cho trường hợp này
          </Button>
          {all && <Checklist label="Quy định không áp dụng" items={rest.map(itemOf)} />}
        </div>
      )}
    </Section>
  );
}

/** What reads otherwise since the verdict: the old fact and the new one, in words. */
function Differences({ row }: { readonly row: CaseDetail }): ReactNode {
  if (!row.factsChanged) return null;
  if (row.changes.length === 0)
    return <p className="muted case-fixed">Thay đổi này không làm đổi điều kiện nào của hồ sơ.</p>;
  return (
    <ul className="differences" aria-label="Dữ kiện đã đổi">
      {row.changes.map(({ sentence, before, after }) => (
        <li key={`${sentence ?? ''} ${before ?? ''} ${after ?? ''}`}>
          <p>{sentence ?? 'Lưu ý'}</p>
          <p>
            <span className="differences__old">{before ?? 'trước đây không có'}</span> →{' '}
            <span className="differences__new">{after ?? 'nay không còn'}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** At the foot: what would change the verdict. */
function Changes({ row }: { readonly row: CaseDetail }): ReactNode {
  const verdict = effectiveEligibility(row);
  if (verdict === null || (row.conditions.length === 0 && row.eligibility === 'yes')) return null;
  const wanted = [
    ...new Set(row.conditions.flatMap(({ state, missing }) => (state === 'passed' ? [] : (missing ?? [])))),
  ];
  const stuck = row.conditions.filter(({ state, missing }) => state === 'failed' && missing === null).length;
  return (
    <Section title="Điều gì làm thay đổi kết quả">
      <ul className="changes">
        {wanted.map((text) => (
          <li key={text}>{text}.</li>
        ))}
        {stuck > 0 && (
          <li>
            {formatInteger(stuck)} điều kiện không đạt vì dữ kiện đã xảy ra trong kỳ xét; chỉ đổi khi dữ kiện
            ghi sai và được sửa lại.
          </li>
        )}
        {row.eligibility === 'yes' && (
          <li>
            Xếp loại, kỷ luật, thời gian công tác hoặc vụ việc mới phát sinh trước ngày họp; khi đó phải thẩm
            định lại.
          </li>
        )}
        {row.conditions.length === 0 && (
          <li>Ý kiến của Hội đồng sau khi tự đối chiếu tiêu chuẩn của hình thức này.</li>
        )}
        {row.overruled !== null && (
          <li>Hội đồng bỏ quyết định riêng; khi đó kết quả trở lại theo đối chiếu với quy định.</li>
        )}
      </ul>
    </Section>
  );
}
