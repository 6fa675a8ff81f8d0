import { useId, useRef, useState, type ReactNode } from 'react';
import { largestTable } from '../../shared/imports/workbook.ts';
import { formatBytes } from '../../shared/numbers.ts';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';

/** A file as the core takes it. */
export interface ChosenFile {
  readonly name: string;
  /** Base64. */
  readonly bytes: string;
}

const CHUNK = 0x8000;

/** Reads a file of the browser as base64. */
export async function readFile(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return { name: file.name.normalize('NFC'), bytes: btoa(text) };
}

/** A place to drop a file on, or to choose one from. */
export function FileDrop(props: {
  /** What is wanted: "Danh sách nhân sự (.xlsx)". */
  readonly label: string;
  /** Endings with dots that the picker offers: [".xlsx", ".csv"]; the first four are named. */
  readonly endings: readonly string[];
  readonly onFile: (file: ChosenFile) => void;
  /** Name of the file that was chosen. */
  readonly chosen?: string | null | undefined;
  readonly busy?: boolean | undefined;
  /** One row instead of a large field. */
  readonly compact?: boolean | undefined;
}): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { endings } = props;

  function take(file: File | undefined): void {
    if (file === undefined) return;
    // What a file is, its content says, and the core can read it; a huge one would only stop the screen.
    if (file.size > largestTable) {
      setProblem(`Tệp “${file.name}” lớn hơn ${formatBytes(largestTable)}. Hãy chọn tệp chỉ có danh sách.`);
      return;
    }
    setProblem(null);
    readFile(file).then(props.onFile, () => {
      setProblem(`Không đọc được tệp “${file.name}”. Hãy đóng tệp trong Excel rồi chọn lại.`);
    });
  }

  return (
    <div
      className={`file-drop${props.compact === true ? ' file-drop--compact' : ''}${over ? ' file-drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Icon
        name={(props.chosen ?? null) === null ? 'upload' : 'file'}
        size={props.compact === true ? 16 : 24}
      />
      <div className="file-drop__text" id={id}>
        <p>{props.chosen ?? props.label}</p>
        <p className="muted">Thả tệp vào đây hoặc chọn từ máy ({endings.slice(0, 4).join(', ')}).</p>
        {problem !== null && (
          <p className="field__error" role="alert">
            <Icon name="error" size={14} />
            {problem}
          </p>
        )}
      </div>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={props.label}
        accept={endings.join(',')}
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button
        onClick={() => input.current?.click()}
        describedBy={id}
        busy={props.busy}
        size={props.compact === true ? 'small' : 'normal'}
      >
        {(props.chosen ?? null) === null ? 'Chọn tệp' : 'Chọn tệp khác'}
      </Button>
    </div>
  );
}
