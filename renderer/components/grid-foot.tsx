import type { ReactNode } from 'react';
import { Button, KeyHint } from './button.tsx';
import type { Shortfall } from './grid-blocks.ts';
import { Icon } from './icons.tsx';

/** How many cells are called by their names. */
const NAMED = 3;

/** What the line under a sheet says. */
interface GridFootProps<Row> {
  /** The sentence about the cell at hand, and the id under which its input names it. */
  readonly problem: { readonly id: string; readonly sentence: string } | null;
  readonly lockedReason: string | null;
  readonly shortfall: Shortfall<Row> | null;
  readonly nameOf: (cell: Shortfall<Row>['refused'][number]) => string;
  /** Cells whose text is not saved. */
  readonly unsaved: number;
  readonly onGoToUnsaved: () => void;
  /** Cells that are chosen. */
  readonly chosen: number;
}

/** The line under a sheet: what is wrong, else the keys that help. */
export function GridFoot<Row>(props: GridFootProps<Row>): ReactNode {
  const { problem, shortfall, unsaved, chosen } = props;
  const next = unsaved > 0 && (
    <Button size="small" onClick={props.onGoToUnsaved}>
      Đến ô chưa lưu
    </Button>
  );
  if (shortfall !== null)
    return (
      <div className="grid-foot__problem" role="alert">
        <Icon name="error" size={14} />
        <span>{shortfallSentence(shortfall, props.nameOf)}</span>
        {next}
      </div>
    );
  if (problem !== null)
    return (
      <p className="grid-foot__problem" id={problem.id} role="alert">
        <Icon name="error" size={14} />
        <span>{problem.sentence}</span>
      </p>
    );
  if (props.lockedReason !== null) return <p className="muted">{props.lockedReason}</p>;
  if (unsaved > 0)
    return (
      <div className="grid-foot__problem">
        <Icon name="error" size={14} />
        Còn {unsaved} ô chưa lưu.
        {next}
      </div>
    );
  if (chosen > 1)
    return (
      <div className="key-hints">
        <span>{chosen} ô đang chọn</span>
        <KeyHint keys="Ctrl+C">chép</KeyHint>
        <KeyHint keys="Ctrl+V">dán</KeyHint>
        <KeyHint keys="Ctrl+D">điền xuống</KeyHint>
        <KeyHint keys="Ctrl+R">điền sang phải</KeyHint>
        <KeyHint keys="Delete">xóa</KeyHint>
      </div>
    );
  return (
    <div className="key-hints">
      <KeyHint keys="Enter">xuống dòng</KeyHint>
      <KeyHint keys="Tab">ô bên phải</KeyHint>
      <KeyHint keys="F2">sửa trong ô</KeyHint>
      <KeyHint keys="Shift+mũi tên">chọn nhiều ô</KeyHint>
      <KeyHint keys="Ctrl+V">dán từ Excel</KeyHint>
      <KeyHint keys="Esc">bỏ chữ đang gõ</KeyHint>
      <KeyHint keys="Ctrl+Z">hoàn tác</KeyHint>
    </div>
  );
}

function shortfallSentence<Row>(
  { what, leftOut, refused }: Shortfall<Row>,
  nameOf: GridFootProps<Row>['nameOf'],
): string {
  const block = what === 'paste' ? 'khối vừa dán' : 'phần vừa điền';
  const names = refused.slice(0, NAMED).map((cell) => `${nameOf(cell)} (“${cell.text}”)`);
  const others = refused.length - names.length;
  return [
    ...(leftOut === 0
      ? []
      : [
          `${leftOut} ô của ${block} không có chỗ trong bảng hoặc rơi vào cột không sửa được, nên không được lấy.`,
        ]),
    ...(refused.length === 0
      ? []
      : [
          `${refused.length} ô của ${block} chưa lưu được, vẫn để nguyên trong ô để sửa: ${names.join('; ')}${others > 0 ? ` và ${others} ô khác` : ''}.`,
        ]),
  ].join(' ');
}
