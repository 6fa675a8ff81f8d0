/** The form of an initiative: how far it was recognised, what it brought about, which awards it served. */
import { useState, type ReactNode } from 'react';
import { parseSchoolYear } from '../../../shared/dates.ts';
import { titles } from '../../../shared/rules/catalogue.ts';
import {
  initiativeScopes,
  recognisedScopes,
  type Id,
  type InitiativeScope,
  type RecognisedScope,
  type TitleId,
} from '../../../shared/terms.ts';
import { initiativeScopeNames } from '../../../shared/vi/terms.ts';
import type { PersonDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import {
  Button,
  DateField,
  NumberField,
  SelectField,
  SettledNotes,
  TextField,
  useOpened,
} from '../../components/index.ts';
import {
  DecisionNumberField,
  FactForm,
  NameField,
  optionsOf,
  YearField,
  yearProblem,
} from './fact-fields.tsx';
import type { FactFormProps } from './fact-section.tsx';

export type Initiative = PersonDetail['initiatives'][number];

const scopeOptions = optionsOf(initiativeScopes, initiativeScopeNames);
const effectOptions = [
  ...recognisedScopes.map((value) => ({ value, label: `Có, ${initiativeScopeNames[value].toLowerCase()}` })),
  { value: 'none', label: 'Không có' },
] as const;
const awardOptions = titles
  .filter(({ object, active }) => object !== 'GROUP' && active)
  .map(({ id, name }) => ({ value: id, label: name }));

interface Use {
  readonly titleId: TitleId | null;
  readonly year: string;
}

/** An initiative and how far it was recognised. */
export function InitiativeForm({
  personId,
  row,
  onClose,
  schoolYear,
}: FactFormProps<Initiative> & { readonly personId: Id; readonly schoolYear: string }): ReactNode {
  const command = useCommand('saveInitiative');
  const opened = useOpened(row);
  const certificate = row === null || row.effect === 'none' ? null : row.effect;
  const [name, setName] = useState(row?.name ?? '');
  const [year, setYear] = useState(row?.schoolYear ?? schoolYear);
  const [share, setShare] = useState(row?.share ?? null);
  const [scope, setScope] = useState<InitiativeScope>(row?.scope ?? 'BASE');
  const [decisionNumber, setDecisionNumber] = useState(row?.decisionNumber ?? '');
  const [effect, setEffect] = useState<RecognisedScope | 'none' | null>(
    row?.effect === 'none' ? 'none' : (certificate?.scope ?? null),
  );
  const [effectNumber, setEffectNumber] = useState(certificate?.number ?? '');
  const [effectDate, setEffectDate] = useState(certificate?.date ?? null);
  const [uses, setUses] = useState<readonly Use[]>(
    row?.usedFor.map((use) => ({ titleId: use.titleId, year: use.schoolYear })) ?? [],
  );
  const [tried, setTried] = useState(false);
  const goodYear = parseSchoolYear(year);
  const isCertified = effect !== null && effect !== 'none';
  const lacksNumber = isCertified && effectNumber.trim() === '';

  async function save(): Promise<void> {
    setTried(true);
    const usedFor = uses.flatMap((use) => {
      const usedIn = parseSchoolYear(use.year);
      return use.titleId === null || usedIn === null ? [] : [{ titleId: use.titleId, schoolYear: usedIn }];
    });
    if (name.trim() === '' || goodYear === null || lacksNumber || usedFor.length < uses.length) return;
    const result = await command.run(
      {
        id: row?.id ?? null,
        personId,
        schoolYear: goodYear,
        name: name.trim(),
        share,
        scope,
        decisionNumber: decisionNumber.trim(),
        effect: isCertified ? { scope: effect, number: effectNumber.trim(), date: effectDate } : effect,
        usedFor,
      },
      { seen: opened === null ? undefined : { ...opened, personId } },
    );
    if (result.ok) onClose();
  }

  function change(at: number, use: Use): void {
    setUses(uses.with(at, use));
  }

  return (
    <FactForm command={command} onSubmit={save} onClose={onClose}>
      <NameField
        label="Tên sáng kiến"
        value={name}
        onChange={setName}
        tried={tried}
        missing="Hãy nhập tên sáng kiến."
        autoFocus
      />
      <YearField value={year} onChange={setYear} tried={tried} />
      <SelectField
        small
        label="Phạm vi công nhận"
        value={scope}
        options={scopeOptions}
        onChange={(next) => setScope(next ?? scope)}
      />
      <NumberField
        small
        optional
        label="Tỷ lệ đóng góp"
        value={share}
        onChange={setShare}
        max={100}
        suffix="%"
      />
      <DecisionNumberField value={decisionNumber} onChange={setDecisionNumber} />
      <div className="form-grid__wide">
        <SettledNotes ids={['initiativeRecogniser']} />
        <SelectField
          small
          label="Giấy xác nhận hiệu quả, phạm vi ảnh hưởng"
          value={effect}
          placeholder="Chưa rõ"
          options={effectOptions}
          onChange={setEffect}
        />
      </div>
      {isCertified && (
        <>
          <TextField
            small
            label="Số giấy xác nhận"
            value={effectNumber}
            onChange={setEffectNumber}
            maxLength={300}
            error={tried && lacksNumber ? 'Hãy nhập số giấy xác nhận.' : null}
          />
          <DateField small optional label="Ngày xác nhận" value={effectDate} onChange={setEffectDate} />
        </>
      )}
      {uses.map((use, at) => (
        <UseFields
          key={at}
          use={use}
          tried={tried}
          onChange={(next) => change(at, next)}
          onRemove={() => setUses(uses.toSpliced(at, 1))}
        />
      ))}
      <div className="form-grid__wide">
        <Button size="small" kind="quiet" onClick={() => setUses([...uses, { titleId: null, year: '' }])}>
          Ghi danh hiệu đã dùng sáng kiến này
        </Button>
      </div>
    </FactForm>
  );
}

function UseFields(props: {
  readonly use: Use;
  readonly tried: boolean;
  readonly onChange: (use: Use) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { use, tried } = props;
  return (
    <>
      <SelectField
        small
        label="Đã dùng cho"
        value={use.titleId}
        placeholder="Chọn"
        options={awardOptions}
        onChange={(titleId) => props.onChange({ ...use, titleId })}
        error={tried && use.titleId === null ? 'Hãy chọn một mục.' : null}
      />
      <div className="form-pair">
        <TextField
          small
          label="Năm học đã dùng"
          value={use.year}
          onChange={(year) => props.onChange({ ...use, year })}
          error={tried && parseSchoolYear(use.year) === null ? yearProblem : null}
        />
        <Button size="small" kind="quiet" onClick={props.onRemove}>
          Bỏ dòng này
        </Button>
      </div>
    </>
  );
}
