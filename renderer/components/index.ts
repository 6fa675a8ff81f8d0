/** Everything a screen is made of. */
export { BodyPicker } from './body-picker.tsx';
export { Button, IconButton, KeyHint, MenuButton, pressable, type Action } from './button.tsx';
export { Checklist, type CheckItem, type CheckState } from './checklist.tsx';
export { Chip, EligibilityChip, OutcomeChip, StateChip, type ChipTone } from './chip.tsx';
export { ComboBox, PersonPicker, type Option } from './combo-box.tsx';
export { CountedMembers } from './counted-members.tsx';
export { DataTable, type RowsAction } from './data-table.tsx';
export { ConfirmDialog, Dialog } from './dialog.tsx';
export { EditableGrid } from './editable-grid.tsx';
export { changesOf, savedStep, useGridHistory, type CellChange, type GridStep } from './grid-history.ts';
export type { CellRefusal, GridColumn, SaveCells } from './grid-cells.ts';
export {
  CheckField,
  DateField,
  Field,
  NumberField,
  RadioField,
  SelectField,
  TextField,
  type FieldProps,
} from './fields.tsx';
export { FileDrop, readFile, type ChosenFile } from './file-drop.tsx';
export type { Filter } from './filters.tsx';
export { FolderPicker } from './folder-picker.tsx';
export { Funnel, type FunnelStep } from './funnel.tsx';
export { BrandMark, Icon, type IconName } from './icons.tsx';
export { IdentityLine, IdentityList } from './identity-line.tsx';
export { ImportScreen } from './import-flow.tsx';
export { untouched, type Wanted } from './import-choices.ts';
export { ImportPreview } from './import-preview.tsx';
export { Empty, ErrorNotice, Notice, type Tone } from './notice.tsx';
export { FileFrame, PaperFrame } from './paper-frame.tsx';
export { PaperNumber } from './paper-number.tsx';
export { PeriodFields, checkPeriod, type Period } from './period-fields.tsx';
export { Progress } from './progress.tsx';
export { CaseOpinions } from './case-opinions.tsx';
export { ReadinessDialog, readinessTitle } from './readiness.tsx';
export { DetailPanel, Facts, Screen, Section, Toolbar } from './screen.tsx';
export { SettledNotes } from './settled-note.tsx';
export { type Cell, type Column, type Sort } from './table-tools.ts';
export { stepFigures, stepStates } from './step-state.ts';
export { Tabs } from './tabs.tsx';
export { useFigures, type FigureChange, type FigureRow } from './use-figures.ts';
export { goWith, openBody, selectIn, useBody } from './use-body.ts';
export { useChairReason, useCountingReason, useOfficeReason } from './use-office.ts';
export { useSetting } from './use-setting.ts';
export { useOpened } from './use-opened.ts';
export { useRecord, type FieldErrors, type RecordForm } from './use-record.ts';
export { saveFile, saveList } from './save-file.ts';
