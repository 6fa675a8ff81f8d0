/** What goes with an award: who decides it, by which way it is submitted, its papers, its money. */
import type { ReactNode } from 'react';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { rewardMoney } from '../../../shared/domain/money.ts';
import { formatInteger } from '../../../shared/numbers.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import { awardPapers, chains, dossierItems } from '../../../shared/rules/papers.ts';
import { chainSettingId, notesOfTitle } from '../../../shared/rules/settings.ts';
import { doubtOf } from '../../../shared/vi/terms.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useQuery } from '../../client.ts';
import { Facts, Section, SettledNotes } from '../../components/index.ts';

const UNSETTLED = 'Chưa có văn bản quy định; nhà trường đối chiếu quy định của cấp quyết định.';

/** The section of one case; the money is that of a decision on the day of the meeting. */
export function Entitlement({ row }: { readonly row: CaseDetail }): ReactNode {
  const season = useQuery('getSeason', {});
  const regulation = useQuery('getRegulation', {});
  const title = findTitle(row.titleId);
  const papers = awardPapers[row.titleId];
  if (title === null || season.data === null || regulation.data === null) return null;
  const own = regulation.data.settings.find(({ id }) => id === chainSettingId(row.titleId))?.settled;
  const chain = papers === undefined ? undefined : chains[papers.chain];
  const rounded = regulation.data.settings.find(({ id }) => id === 'moneyRoundedUp')?.settled?.value;
  const day = season.data.meetingOn ?? season.data.endsOn;
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
                    .map((id) =>
                      id === 'D2' && papers.reportForm !== null
                        ? `${dossierItems[id].name} (Mẫu ${papers.reportForm})`
                        : dossierItems[id].name,
                    )
                    .join('; '),
                },
              ]),
          {
            name: 'Tiền thưởng',
            value: moneyText({
              titleId: row.titleId,
              object: row.groupId === null ? 'PERSON' : 'GROUP',
              day,
              isRoundedUp: rounded?.kind === 'switch' && rounded.on,
            }),
          },
        ]}
      />
      <SettledNotes ids={notesOfTitle(row.titleId)} />
    </Section>
  );
}

function withDoubt(text: string, doubt: string | null): string {
  return doubt === null ? text : `${text} (${doubt})`;
}

function moneyText({
  titleId,
  object,
  day,
  isRoundedUp,
}: {
  readonly titleId: string;
  readonly object: 'PERSON' | 'GROUP';
  readonly day: IsoDate;
  readonly isRoundedUp: boolean;
}): string {
  const money = rewardMoney({
    titleId,
    object,
    decisionDate: day,
    rounding: isRoundedUp ? 'up-to-ten-thousand' : 'exact',
  });
  if (money === null) return UNSETTLED;
  const other = isRoundedUp ? money.exact : money.roundedUp;
  const multiple = formatMultiple(money.tenths);
  const both =
    other === money.amount
      ? ''
      : `, ${isRoundedUp ? 'không làm tròn' : 'nếu làm tròn lên hàng chục nghìn'} là ${formatInteger(other)} đồng`;
  return withDoubt(
    `${formatInteger(money.amount)} đồng${both}: ${multiple} lần lương cơ sở ${formatInteger(money.baseSalary)} đồng, nếu quyết định ngày ${formatDate(day)}; ${money.citation}`,
    doubtOf(money.confidence),
  );
}

/** "1,5" for fifteen tenths. */
function formatMultiple(tenths: number): string {
  const rest = tenths % 10;
  return rest === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${rest}`;
}
