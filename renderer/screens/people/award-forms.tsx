/** The forms of an award that was decided, of a person or a tổ, and of a scientific work. */
import { useState, type ReactNode } from 'react';
import { parseSchoolYear } from '../../../shared/dates.ts';
import { findTitle, titles } from '../../../shared/rules/catalogue.ts';
import { rewardTypes, type RewardType } from '../../../shared/rules/model.ts';
import { initiativeScopes, type Id, type InitiativeScope, type TitleId } from '../../../shared/terms.ts';
import { initiativeScopeNames, rewardTypeNames } from '../../../shared/vi/terms.ts';
import type { AwardRow, PersonDetail } from '../../../shared/views.ts';
import { useCommand, type CallError } from '../../client.ts';
import { DateField, SelectField, TextField, useOpened } from '../../components/index.ts';
import {
  AnswerField,
  DecisionNumberField,
  FactForm,
  NameField,
  optionsOf,
  YearField,
} from './fact-fields.tsx';
import type { FactFormProps } from './fact-section.tsx';

/** Stands for what the catalogue does not name. */
const OTHER = 'OTHER';

function titleOptions(
  object: 'PERSON' | 'GROUP',
): readonly { readonly value: TitleId; readonly label: string }[] {
  return titles
    .filter((title) => title.object === object || title.object === 'PERSON_OR_GROUP')
    .map(({ id, name }) => ({ value: id, label: name }));
}

const options = { PERSON: titleOptions('PERSON'), GROUP: titleOptions('GROUP') } as const;
const other = { value: OTHER, label: 'Khen thưởng khác (ghi tên)' } as const;
const typeOptions = optionsOf(rewardTypes, rewardTypeNames);
const scopeOptions = optionsOf(initiativeScopes, initiativeScopeNames);

/** One award by its decision; `send` saves it and says whether that worked. */
export function AwardFields({
  row,
  onClose,
  object,
  schoolYear,
  command,
  send,
}: FactFormProps<AwardRow> & {
  readonly object: 'PERSON' | 'GROUP';
  readonly schoolYear: string;
  readonly command: { readonly busy: boolean; readonly error: CallError | null };
  readonly send: (award: Omit<AwardRow, 'id'> & { readonly keepBoth?: boolean }) => Promise<boolean>;
}): ReactNode {
  const [choice, setChoice] = useState<string | null>(row === null ? null : (row.titleId ?? OTHER));
  const [typed, setTyped] = useState(row?.name ?? '');
  const [year, setYear] = useState(row?.schoolYear ?? schoolYear);
  const [decisionNumber, setDecisionNumber] = useState(row?.decisionNumber ?? '');
  const [decisionDate, setDecisionDate] = useState(row?.decisionDate ?? null);
  const [rewardType, setRewardType] = useState<RewardType | null>(row?.rewardType ?? null);
  const [themed, setThemed] = useState(row?.themed ?? null);
  const [issuer, setIssuer] = useState(row?.issuer ?? '');
  const [achievement, setAchievement] = useState(row?.achievement ?? '');
  const [cancelling, setCancelling] = useState(row?.cancelled?.number ?? '');
  const [cancelledOn, setCancelledOn] = useState(row?.cancelled?.date ?? null);
  const [tried, setTried] = useState(false);
  const goodYear = parseSchoolYear(year);
  const title = choice === null || choice === OTHER ? undefined : findTitle(choice);
  const name = title?.name ?? (choice === OTHER ? typed.trim() : '');
  const mayBeTwice = command.error?.code === 'award-exists' && !command.error.exact;
  const isReward = choice !== null && title?.kind !== 'TITLE';

  async function save(keepBoth = false): Promise<void> {
    setTried(true);
    if (name === '' || goodYear === null) return;
    const done = await send({
      ...(keepBoth ? { keepBoth } : {}),
      schoolYear: goodYear,
      titleId: title?.id ?? null,
      name,
      decisionNumber: decisionNumber.trim(),
      decisionDate,
      issuer: issuer.trim(),
      achievement: isReward ? achievement.trim() : '',
      cancelled: cancelling.trim() === '' ? null : { number: cancelling.trim(), date: cancelledOn },
      rewardType: isReward ? rewardType : null,
      themed: isReward && rewardType === 'MOVEMENT' ? themed : null,
    });
    if (done) onClose();
  }

  return (
    <FactForm
      command={command}
      onSubmit={save}
      onClose={onClose}
      errorAction={mayBeTwice ? { label: 'Ghi cả hai', run: () => void save(true) } : null}
    >
      <div className="form-grid__wide">
        <SelectField
          small
          label="Danh hiệu, hình thức khen thưởng"
          value={choice}
          placeholder="Chọn"
          options={[...options[object], other]}
          onChange={setChoice}
          autoFocus
          error={tried && choice === null ? 'Hãy chọn một mục.' : null}
        />
      </div>
      {choice === OTHER && (
        <NameField
          label="Tên khen thưởng"
          value={typed}
          onChange={setTyped}
          tried={tried}
          missing="Hãy nhập tên khen thưởng."
        />
      )}
      <YearField value={year} onChange={setYear} tried={tried} />
      {isReward && (
        <SelectField
          small
          label="Loại khen thưởng"
          value={rewardType}
          placeholder="Chưa rõ"
          options={typeOptions}
          onChange={setRewardType}
        />
      )}
      {isReward && rewardType === 'MOVEMENT' && (
        <div className="form-grid__wide">
          <AnswerField label="Khen theo chuyên đề hoặc theo đợt" value={themed} onChange={setThemed} />
        </div>
      )}
      <DecisionNumberField value={decisionNumber} onChange={setDecisionNumber} />
      <DateField small optional label="Ngày quyết định" value={decisionDate} onChange={setDecisionDate} />
      <div className="form-grid__wide">
        <TextField
          small
          optional
          label="Cơ quan quyết định"
          value={issuer}
          onChange={setIssuer}
          maxLength={300}
        />
      </div>
      {isReward && (
        <div className="form-grid__wide">
          <TextField
            small
            optional
            label="Thành tích được khen"
            hint="Ghi như ở hồ sơ đề nghị: một thành tích không khen nhiều lần."
            value={achievement}
            onChange={setAchievement}
            maxLength={300}
          />
        </div>
      )}
      {row !== null && (
        <TextField
          small
          optional
          label="Số quyết định hủy bỏ"
          value={cancelling}
          onChange={setCancelling}
          maxLength={300}
        />
      )}
      {row !== null && cancelling.trim() !== '' && (
        <DateField small optional label="Ngày hủy bỏ" value={cancelledOn} onChange={setCancelledOn} />
      )}
    </FactForm>
  );
}

/** An award of a person. */
export function PersonAwardForm({
  personId,
  ...form
}: FactFormProps<AwardRow> & { readonly personId: Id; readonly schoolYear: string }): ReactNode {
  const command = useCommand('saveAward');
  const opened = useOpened(form.row);
  return (
    <AwardFields
      {...form}
      object="PERSON"
      command={command}
      send={async (award) => {
        const seen = opened === null ? undefined : { ...opened, personId };
        return (await command.run({ ...award, id: form.row?.id ?? null, personId }, { seen })).ok;
      }}
    />
  );
}

export type Research = PersonDetail['research'][number];

/** A scientific work, scheme or topic. */
export function ResearchForm({
  personId,
  row,
  onClose,
  schoolYear,
}: FactFormProps<Research> & { readonly personId: Id; readonly schoolYear: string }): ReactNode {
  const command = useCommand('saveResearch');
  const opened = useOpened(row);
  const [name, setName] = useState(row?.name ?? '');
  const [year, setYear] = useState(row?.schoolYear ?? schoolYear);
  const [accepted, setAccepted] = useState<'yes' | 'no'>(row === null || row.accepted ? 'yes' : 'no');
  const [scope, setScope] = useState<InitiativeScope | null>(row?.scope ?? null);
  const [decisionNumber, setDecisionNumber] = useState(row?.decisionNumber ?? '');
  const [tried, setTried] = useState(false);
  const goodYear = parseSchoolYear(year);

  async function save(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || goodYear === null) return;
    const result = await command.run(
      {
        id: row?.id ?? null,
        personId,
        schoolYear: goodYear,
        name: name.trim(),
        accepted: accepted === 'yes',
        decisionNumber: decisionNumber.trim(),
        scope,
      },
      { seen: opened === null ? undefined : { ...opened, personId } },
    );
    if (result.ok) onClose();
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <NameField
        label="Tên đề tài, đề án"
        value={name}
        onChange={setName}
        tried={tried}
        missing="Hãy nhập tên đề tài, đề án."
        autoFocus
      />
      <YearField value={year} onChange={setYear} tried={tried} />
      <SelectField
        small
        label="Nghiệm thu"
        value={accepted}
        options={[
          { value: 'yes', label: 'Đã nghiệm thu' },
          { value: 'no', label: 'Chưa nghiệm thu' },
        ]}
        onChange={(next) => setAccepted(next ?? accepted)}
      />
      <DecisionNumberField value={decisionNumber} onChange={setDecisionNumber} />
      <SelectField
        small
        label="Phạm vi ảnh hưởng"
        value={scope}
        placeholder="Chưa rõ"
        options={scopeOptions}
        onChange={setScope}
      />
    </FactForm>
  );
}
