/** Where one case stands: the verdict as a sentence, what was recorded for it, every condition with its fact and article, and how an open one is settled. */
import '../../styles/screens/appraisal.css';
import { useState, type ReactNode } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import type { CaseState } from '../../../shared/terms.ts';
import { caseStateNames, eligibilityNames } from '../../../shared/vi/terms.ts';
import { waysCondition } from '../../../shared/vi/routes.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import {
  Button,
  CaseOpinions,
  Checklist,
  Chip,
  CountedMembers,
  EligibilityChip,
  Facts,
  Notice,
  OutcomeChip,
  Section,
  type Action,
  type CheckItem,
} from '../../components/index.ts';
import { instantText } from '../log/instant.ts';
import { AchievementField } from './achievement-field.tsx';
import { HoldChip } from './hold-chip.tsx';
import { isForPerson, JudgementForm } from './judgement.tsx';
import { OverruleDialog } from './overrule.tsx';
import { Routes, Warnings } from './routes.tsx';
import { holdOf } from './verdict-words.ts';

type Condition = CaseDetail['conditions'][number];

/** States in which the verdict may still change: the vote has not begun. */
const open: ReadonlySet<CaseState> = new Set(['REGISTERED', 'SELF_EVALUATED', 'GROUP_REVIEWED', 'CHECKED']);

const shownFirst = ['failed', 'postponed', 'to-be-judged', 'passed'] as const;

/** Why the verdict of a case is fixed; null while it may still change. */
export function fixedReason({ state }: Pick<CaseDetail, 'state'>): string | null {
  return open.has(state)
    ? null
    : `Hồ sơ ở bước “${caseStateNames[state]}” nên kết quả thẩm định được giữ nguyên.`;
}

/** The appraisal of one case, as its own screen and the meeting show it. */
export function CaseStanding(props: {
  readonly row: CaseDetail;
  /** Why the person at the laptop may not change anything. */
  readonly lockedReason: string | null;
  readonly check: Action;
}): ReactNode {
  const { row, lockedReason } = props;
  const fixed = fixedReason(row);
  const reason = lockedReason ?? fixed;
  return (
    <>
      {fixed !== null && row.eligibility !== null && <p className="muted case-fixed">{fixed}</p>}
      {row.factsChanged && fixed === null && (
        <Notice tone="warn" action={{ ...props.check, label: 'Thẩm định lại' }}>
          Dữ kiện đã đổi sau lần thẩm định {row.checkedAt === null ? '' : `lúc ${instantText(row.checkedAt)}`}
          . Kết quả dưới đây còn theo dữ kiện cũ.
        </Notice>
      )}
      {fixed === null && <Differences row={row} />}
      <Verdict row={row} check={props.check} />
      <Merits row={row} />
      <CaseOpinions opinions={row.opinions} />
      <Warnings row={row} />
      <Conditions row={row} reason={reason} />
      {row.groupId !== null && <CountedMembers groupId={row.groupId} reason={reason} />}
      <Routes row={row} reason={reason} />
      <AchievementField
        row={row}
        reason={row.outcome === 'proposed' && row.achievement === '' ? lockedReason : reason}
      />
    </>
  );
}

/** The button by which the council decides other than the rules, with its dialog. */
export function OverruleButton(props: {
  readonly row: CaseDetail;
  readonly lockedReason: string | null;
}): ReactNode {
  const { row } = props;
  const [asked, setAsked] = useState(false);
  const reason = props.lockedReason ?? fixedReason(row);
  return (
    <>
      <Button
        size="small"
        disabledReason={reason ?? (row.eligibility === null ? 'Hãy thẩm định hồ sơ này trước.' : null)}
        onClick={() => setAsked(true)}
      >
        {row.overruled === null ? 'Hội đồng quyết định khác' : 'Sửa quyết định của Hội đồng'}
      </Button>
      {asked && <OverruleDialog row={row} onClose={() => setAsked(false)} />}
    </>
  );
}

/** What was recorded for the case; the wall shows the same. */
function Merits({ row }: { readonly row: CaseDetail }): ReactNode {
  if (row.merits.length === 0) return null;
  return (
    <Section title="Căn cứ để xét">
      <Facts
        facts={row.merits.map(({ name, texts }) => ({
          name,
          value:
            texts.length === 1 ? (
              texts[0]
            ) : (
              <ul className="merits">
                {texts.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ),
        }))}
      />
    </Section>
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
          <Button size="small" onClick={check.run} busy={check.busy} disabledReason={check.disabledReason}>
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
      sentence: isWays(condition) ? `${waysCondition}, ghi ở dưới` : condition.sentence,
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
