import type { ReactNode } from 'react';
import { formatInteger } from '../../shared/numbers.ts';
import { Button } from './button.tsx';

/** How far a long work is: its name, the thing at hand, n of m, and a way to stop. */
export function Progress(props: {
  /** "Xuất hồ sơ ra USB". */
  readonly name: string;
  /** The thing at hand: "Biên bản kiểm phiếu". */
  readonly phase: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly onCancel?: (() => void) | undefined;
}): ReactNode {
  const { done, total } = props;
  return (
    <div className="progress">
      <div className="progress__head">
        <strong>{props.name}</strong>
        <span className="muted">
          {total > 0 ? `${formatInteger(done)}/${formatInteger(total)}` : 'đang chuẩn bị'}
        </span>
      </div>
      <progress
        className="progress__bar"
        aria-label={props.name}
        value={total > 0 ? done : undefined}
        max={total > 0 ? total : 1}
      />
      <div className="progress__foot">
        <span role="status">{props.phase}</span>
        {props.onCancel !== undefined && (
          <Button size="small" onClick={props.onCancel}>
            Dừng lại
          </Button>
        )}
      </div>
    </div>
  );
}
