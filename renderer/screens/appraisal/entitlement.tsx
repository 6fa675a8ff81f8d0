/** What goes with an award: who decides it, by which way it is submitted, its papers, its money. */
import type { ReactNode } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import { objectOf } from '../../../shared/domain/case-object.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import { awardPapers, chains, dossierItemName } from '../../../shared/rules/papers.ts';
import { notesOfTitle } from '../../../shared/rules/setting-rows.ts';
import { chainSettingId } from '../../../shared/rules/settings.ts';
import { paymentText } from '../../../shared/vi/money.ts';
import { doubtOf } from '../../../shared/vi/terms.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useQuery } from '../../client.ts';
import { Facts, Section, SettledNotes } from '../../components/index.ts';

/** The section of one case; the money is that of a decision on the day of the meeting. */
export function Entitlement({ row }: { readonly row: CaseDetail }): ReactNode {
  const regulation = useQuery('getRegulation', {});
  const title = findTitle(row.titleId);
  const papers = awardPapers[row.titleId];
  if (title === null || regulation.data === null) return null;
  const own = regulation.data.settings.find(({ id }) => id === chainSettingId(row.titleId))?.settled;
  const chain = papers === undefined ? undefined : chains[papers.chain];
  const { payment } = row;
  return (
    <Section title="Thẩm quyền, hồ sơ, tiền thưởng">
      <Facts
        facts={[
          { name: 'Người quyết định', value: title.decidedBy },
          ...(own?.value.kind === 'choice'
            ? [{ name: 'Trình tự', value: `${own.text} (${own.source})` }]
            : chain === undefined
              ? []
              : [{ name: 'Trình tự', value: withDoubt(chain.steps.join(' → '), doubtOf(chain.confidence)) }]),
          ...(papers === undefined
            ? []
            : [
                {
                  name: 'Hồ sơ',
                  value: papers.items
                    .map((item) => dossierItemName({ item, titleId: row.titleId, object: objectOf(row) }))
                    .join('; '),
                },
              ]),
          ...(payment === null
            ? []
            : [
                {
                  name: 'Tiền thưởng',
                  value: `${paymentText(payment)}. Tính theo ngày họp ${formatDate(payment.decisionDate)}; mức lương cơ sở lấy theo ngày ký quyết định.`,
                },
              ]),
        ]}
      />
      <SettledNotes ids={notesOfTitle(row.titleId)} />
    </Section>
  );
}

function withDoubt(text: string, doubt: string | null): string {
  return doubt === null ? text : `${text} (${doubt})`;
}
