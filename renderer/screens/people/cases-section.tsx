/** What a person, a tổ or the school registered for in this season. */
import type { ReactNode } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { Button, EligibilityChip, OutcomeChip, Section } from '../../components/index.ts';
import { go } from '../../store.ts';

/** The section of a panel; `subject` is what the screen of registrations opens on, such as `person:…`. */
export function CasesSection(props: {
  readonly cases: readonly CaseRow[];
  readonly subject: string;
}): ReactNode {
  const { cases, subject } = props;
  return (
    <Section
      title="Đăng ký năm học này"
      aside={
        <Button size="small" kind="quiet" onClick={() => go('registration', subject)}>
          Xem đăng ký
        </Button>
      }
    >
      {cases.length === 0 && <p className="muted fact-none">Chưa đăng ký danh hiệu nào.</p>}
      <ul className="fact-list">
        {cases.map((row) => (
          <li key={row.id} className="fact-line">
            <div>
              <p>{row.titleName}</p>
              <p className="muted">
                {row.registeredOn === null
                  ? 'Chưa ghi ngày đăng ký'
                  : `Đăng ký ngày ${formatDate(row.registeredOn)}`}
                {row.late ? ', muộn' : ''}
              </p>
            </div>
            <span>
              {row.outcome === null ? (
                <EligibilityChip value={row.eligibility} />
              ) : (
                <OutcomeChip value={row.outcome} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
