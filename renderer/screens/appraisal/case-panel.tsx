/** One case beside the list: where it stands, what goes with the award, what would change the verdict, its history. */
import type { ReactNode } from 'react';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import { caseStateNames } from '../../../shared/vi/terms.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useQuery } from '../../client.ts';
import { Button, DetailPanel, ErrorNotice, Section, type Action } from '../../components/index.ts';
import { go } from '../../store.ts';
import { instantText } from '../log/instant.ts';
import { CaseStanding, fixedReason, OverruleButton } from './case-standing.tsx';
import { Entitlement } from './entitlement.tsx';
import { WhatIf } from './what-if.tsx';

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
  const isOpen = fixedReason(row) === null;
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
          <OverruleButton row={row} lockedReason={officeReason} />
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
      <CaseStanding row={row} lockedReason={officeReason} check={props.check} />
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
    </DetailPanel>
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
