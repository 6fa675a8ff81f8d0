/** The fields in which a value of a setting is typed, by its kind. */
import type { ReactNode } from 'react';
import type { QuorumRule, VoteBase, VoteKind, VoteRule } from '../../../shared/rules/model.ts';
import type { BodyKind } from '../../../shared/domain/body.ts';
import { bodyOfSetting } from '../../../shared/rules/bodies.ts';
import type { SettingValue } from '../../../shared/rules/settings.ts';
import type { RegulationSetting } from '../../../shared/views.ts';
import { memberWords } from '../../../shared/rules/words.ts';
import { settingUnit } from '../../../shared/vi/regulation.ts';
import { CheckField, NumberField, RadioField, SelectField, TextField } from '../../components/index.ts';

interface ValueFieldsProps {
  readonly setting: RegulationSetting;
  readonly value: SettingValue;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onChange: (value: SettingValue) => void;
}

/** What a setting starts from when it is opened: what the school settled, the default, or nothing. */
export function startValue({ settled, standard, kind }: RegulationSetting): SettingValue {
  if (settled !== null) return settled.value;
  if (standard !== null) return standard;
  return kind === 'text' ? { kind: 'text', text: '' } : { kind: 'switch', on: false };
}

/** Fields for the value of any kind. */
export function ValueFields({ setting, value, error, disabled, onChange }: ValueFieldsProps): ReactNode {
  switch (value.kind) {
    case 'number':
      return (
        <NumberField
          label="Giá trị của trường"
          value={value.number}
          min={setting.minimum}
          max={setting.maximum}
          suffix={settingUnit(setting.id)}
          error={error}
          disabled={disabled}
          onChange={(number) => onChange({ kind: 'number', number: number ?? setting.minimum })}
        />
      );
    case 'switch':
      return (
        <RadioField
          inRow
          label="Giá trị của trường"
          value={value.on ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: 'Có' },
            { value: 'no', label: 'Không' },
          ]}
          disabled={disabled}
          onChange={(on) => onChange({ kind: 'switch', on: on === 'yes' })}
        />
      );
    case 'text':
      return (
        <TextField
          label="Nhà trường ghi"
          lines={3}
          value={value.text}
          error={error}
          disabled={disabled}
          maxLength={1000}
          onChange={(text) => onChange({ kind: 'text', text })}
        />
      );
    case 'choice':
      return (
        <RadioField
          label="Giá trị của trường"
          value={value.choice}
          options={setting.choices.map(({ id, text }) => ({ value: id, label: text }))}
          disabled={disabled}
          onChange={(choice) => onChange({ kind: 'choice', choice })}
        />
      );
    case 'vote':
      return (
        <VoteFields
          body={bodyOfSetting(setting.id)?.kind ?? 'SCHOOL'}
          allowed={setting.voteKinds}
          vote={value.vote}
          disabled={disabled}
          onChange={(vote) => onChange({ kind: 'vote', vote })}
        />
      );
    case 'quorum':
      return (
        <QuorumFields
          quorum={value.quorum}
          disabled={disabled}
          onChange={(quorum) => onChange({ kind: 'quorum', quorum })}
        />
      );
  }
}

const kinds: readonly { readonly value: VoteKind; readonly label: string }[] = [
  { value: 'SHOW_OF_HANDS', label: 'Biểu quyết giơ tay' },
  { value: 'SECRET_BALLOT', label: 'Bỏ phiếu kín: cột đồng ý, không đồng ý' },
  { value: 'STRIKE_OUT', label: 'Bỏ phiếu kín: gạch tên' },
  { value: 'CHOOSE', label: 'Bỏ phiếu kín: chọn không quá số người' },
];
/** What a share is counted of, for the members of a body. */
function basesOf(body: BodyKind): readonly { readonly value: VoteBase; readonly label: string }[] {
  return [
    { value: 'TOTAL', label: `Tổng số ${memberWords[body]}` },
    { value: 'PRESENT', label: 'Số có mặt và gửi ý kiến bằng văn bản' },
    { value: 'VALID', label: 'Số phiếu hợp lệ và ý kiến bằng văn bản' },
  ];
}

const fractions = {
  '2/3': { numerator: 2, denominator: 3 },
  '3/4': { numerator: 3, denominator: 4 },
} as const;
type Share = 'half' | keyof typeof fractions | 'percent';
const shares: readonly { readonly value: Share; readonly label: string }[] = [
  { value: 'half', label: 'Quá bán (trên 50 %)' },
  { value: '2/3', label: 'Từ 2/3' },
  { value: '3/4', label: 'Từ 3/4' },
  { value: 'percent', label: 'Tỷ lệ phần trăm' },
];

function shareOf({ percent, strict, fraction = null }: VoteRule): Share {
  if (fraction === null) return percent === 50 && strict ? 'half' : 'percent';
  return fraction.denominator === 3 ? '2/3' : '3/4';
}

function withShare(vote: VoteRule, share: Share): VoteRule {
  switch (share) {
    case 'half':
      return { ...vote, percent: 50, strict: true, fraction: null };
    case 'percent':
      return { ...vote, percent: 80, strict: false, fraction: null };
    case '2/3':
    case '3/4':
      return { ...vote, percent: share === '2/3' ? 66 : 75, strict: false, fraction: fractions[share] };
  }
}

function withKind(vote: VoteRule, kind: VoteKind): VoteRule {
  return { ...vote, kind, chooseAtMost: kind === 'CHOOSE' ? (vote.chooseAtMost ?? 1) : null };
}

function VoteFields(props: {
  readonly body: BodyKind;
  readonly allowed: readonly VoteKind[] | null;
  readonly vote: VoteRule;
  readonly disabled: boolean;
  readonly onChange: (vote: VoteRule) => void;
}): ReactNode {
  const { vote, disabled, onChange } = props;
  return (
    <>
      <SelectField
        label="Cách thông qua"
        value={vote.kind}
        options={kinds.filter((one) => props.allowed?.includes(one.value) !== false)}
        disabled={disabled}
        onChange={(kind) => onChange(withKind(vote, kind ?? vote.kind))}
      />
      {vote.kind === 'CHOOSE' && (
        <NumberField
          label="Mỗi phiếu chọn không quá"
          value={vote.chooseAtMost ?? 1}
          min={1}
          max={500}
          suffix="người"
          disabled={disabled}
          onChange={(chooseAtMost) => onChange({ ...vote, chooseAtMost: chooseAtMost ?? 1 })}
        />
      )}
      <SelectField
        label="Mức đồng ý"
        value={shareOf(vote)}
        options={shares}
        disabled={disabled}
        onChange={(share) => onChange(withShare(vote, share ?? 'half'))}
      />
      {shareOf(vote) === 'percent' && (
        <>
          <NumberField
            label="Tỷ lệ đồng ý"
            value={vote.percent}
            min={1}
            max={100}
            suffix="%"
            disabled={disabled}
            onChange={(percent) => onChange({ ...vote, percent: percent ?? vote.percent })}
          />
          <CheckField
            label="Phải nhiều hơn tỷ lệ này"
            checked={vote.strict}
            disabled={disabled}
            onChange={(strict) => onChange({ ...vote, strict })}
          />
        </>
      )}
      <SelectField
        label="Tính trên"
        value={vote.base}
        options={basesOf(props.body)}
        disabled={disabled}
        onChange={(base) => onChange({ ...vote, base: base ?? vote.base })}
      />
    </>
  );
}

function QuorumFields(props: {
  readonly quorum: QuorumRule;
  readonly disabled: boolean;
  readonly onChange: (quorum: QuorumRule) => void;
}): ReactNode {
  const { quorum, disabled, onChange } = props;
  return (
    <>
      <div className="form-grid">
        <NumberField
          label="Số phần phải có mặt"
          value={quorum.numerator}
          min={1}
          max={quorum.denominator}
          disabled={disabled}
          onChange={(numerator) => onChange({ ...quorum, numerator: numerator ?? quorum.numerator })}
        />
        <NumberField
          label="Trên tổng số phần"
          value={quorum.denominator}
          min={quorum.numerator}
          max={100}
          disabled={disabled}
          onChange={(denominator) => onChange({ ...quorum, denominator: denominator ?? quorum.denominator })}
        />
      </div>
      <NumberField
        label="Phiên xét khen thưởng: tỷ lệ có mặt"
        hint="Để trống nếu không có mức riêng."
        optional
        value={quorum.awardPercent}
        min={1}
        max={100}
        suffix="%"
        disabled={disabled}
        onChange={(awardPercent) => onChange({ ...quorum, awardPercent })}
      />
    </>
  );
}
