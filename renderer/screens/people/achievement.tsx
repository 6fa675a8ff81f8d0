/** What a person registered for and has achieved: years, awards, initiatives, research. */
import type { ReactNode } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import { initiativeScopeNames, rewardTypeNames } from '../../../shared/vi/terms.ts';
import type { AwardRow, PersonDetail } from '../../../shared/views.ts';
import { CasesSection } from './cases-section.tsx';
import { decisionText } from './fact-fields.tsx';
import { PersonAwardForm, ResearchForm } from './award-forms.tsx';
import { FactSection } from './fact-section.tsx';
import { InitiativeForm, type Initiative } from './initiative-form.tsx';
import { YearsSection } from './years.tsx';

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}

/** The line under the name of an award: its year, its decision, why it was given. */
export function awardText(award: AwardRow): string {
  const themed = award.themed === true ? ' theo chuyên đề, theo đợt' : '';
  return joined([
    `Năm học ${award.schoolYear}`,
    decisionText({ number: award.decisionNumber, date: award.decisionDate }),
    award.issuer,
    award.rewardType === null ? '' : `${rewardTypeNames[award.rewardType]}${themed}`,
    award.achievement,
    award.cancelled === null
      ? ''
      : `đã hủy bỏ theo quyết định số ${award.cancelled.number}${award.cancelled.date === null ? '' : ` ngày ${formatDate(award.cancelled.date)}`}, không tính khi thẩm định`,
  ]);
}

function effectText({ effect }: Initiative): string {
  if (effect === null) return '';
  if (effect === 'none') return 'không có giấy xác nhận hiệu quả';
  const date = effect.date === null ? '' : ` ngày ${formatDate(effect.date)}`;
  return `hiệu quả ${initiativeScopeNames[effect.scope].toLowerCase()} theo giấy xác nhận số ${effect.number}${date}`;
}

function usesText({ usedFor }: Initiative): string {
  if (usedFor.length === 0) return '';
  const uses = usedFor.map(
    ({ titleId, schoolYear }) => `${findTitle(titleId)?.shortName ?? titleId} năm học ${schoolYear}`,
  );
  return `đã dùng cho ${uses.join(', ')}`;
}

/** The part of the panel about achievements. */
export function Achievement(props: {
  readonly person: PersonDetail;
  readonly schoolYear: string;
  readonly disabled: boolean;
}): ReactNode {
  const { person, schoolYear, disabled } = props;
  return (
    <>
      <CasesSection cases={person.cases} subject={`person:${person.id}`} />
      <YearsSection person={person} schoolYear={schoolYear} disabled={disabled} />
      <FactSection
        title="Danh hiệu, khen thưởng đã có"
        none="Chưa ghi danh hiệu, khen thưởng nào."
        add="Thêm khen thưởng"
        kind="award"
        rows={person.years.flatMap(({ awards }) => awards)}
        disabled={disabled}
        nameOf={(row) => `${row.name} năm học ${row.schoolYear}`}
        line={(row) => ({ what: row.name, when: awardText(row) })}
        form={(form) => <PersonAwardForm {...form} personId={person.id} schoolYear={schoolYear} />}
      />
      <FactSection
        title="Sáng kiến"
        none="Chưa có sáng kiến nào."
        add="Thêm sáng kiến"
        kind="initiative"
        rows={person.initiatives}
        disabled={disabled}
        nameOf={(row) => `sáng kiến “${row.name}”`}
        line={(row) => ({
          what: row.name,
          when: joined([
            `Năm học ${row.schoolYear}`,
            initiativeScopeNames[row.scope],
            row.share === null ? '' : `đóng góp ${row.share} %`,
            row.decisionNumber === '' ? '' : `Quyết định số ${row.decisionNumber}`,
            effectText(row),
            usesText(row),
          ]),
        })}
        form={(form) => <InitiativeForm {...form} personId={person.id} schoolYear={schoolYear} />}
      />
      <FactSection
        title="Đề tài, đề án, công trình khoa học"
        none="Chưa có đề tài, đề án nào."
        add="Thêm đề tài"
        kind="research"
        rows={person.research}
        disabled={disabled}
        nameOf={(row) => `đề tài “${row.name}”`}
        line={(row) => ({
          what: row.name,
          when: joined([
            `Năm học ${row.schoolYear}`,
            row.accepted ? 'Đã nghiệm thu' : 'Chưa nghiệm thu',
            row.decisionNumber === '' ? '' : `Quyết định số ${row.decisionNumber}`,
            row.scope === null ? '' : `ảnh hưởng ${initiativeScopeNames[row.scope].toLowerCase()}`,
          ]),
        })}
        form={(form) => <ResearchForm {...form} personId={person.id} schoolYear={schoolYear} />}
      />
    </>
  );
}
