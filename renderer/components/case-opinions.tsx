import type { ReactNode } from 'react';
import { atLeast, formatPercent } from '../../shared/numbers.ts';
import type { CaseOpinion } from '../../shared/views.ts';
import { Chip } from './chip.tsx';
import { Notice } from './notice.tsx';
import { Section } from './screen.tsx';

/** "8/9 (88,89 %), cần ít nhất 05". */
function figures({ agree, base, needed }: CaseOpinion): string {
  return `${agree}/${base} (${formatPercent(agree, base)}), cần ${atLeast(needed)}`;
}

/** What the meeting of the tổ and the conference of the staff said of a case; nothing where neither said anything. */
export function CaseOpinions({ opinions }: { readonly opinions: readonly CaseOpinion[] }): ReactNode {
  if (opinions.length === 0) return null;
  const below = opinions.filter(({ passed }) => !passed);
  return (
    <Section title="Ý kiến trước phiên họp Hội đồng">
      <ul className="case-opinions">
        {opinions.map((opinion) => (
          <li key={opinion.councilId}>
            <strong>{opinion.name}</strong>
            <span>{figures(opinion)}</span>
            <Chip tone={opinion.passed ? 'good' : 'warn'}>{opinion.passed ? 'Đạt' : 'Chưa đạt'}</Chip>
          </li>
        ))}
      </ul>
      {below.length > 0 && (
        <Notice tone="warn">
          Kết quả ở {below.map(({ name }) => name).join(', ')} thấp hơn mức đồng ý. Đây là ý kiến để Hội đồng
          xem xét, không thay kết quả biểu quyết của Hội đồng.
        </Notice>
      )}
    </Section>
  );
}
