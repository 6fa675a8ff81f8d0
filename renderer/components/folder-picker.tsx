import { useState, type ReactNode } from 'react';
import { sentenceOf, useQuery } from '../client.ts';
import { formatBytes } from '../../shared/numbers.ts';
import { Button, pressable } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './fields.tsx';
import { Icon } from './icons.tsx';
import { Notice } from './notice.tsx';

/** Chooses a folder or a file of this computer, the same in the app's window and in a browser. */
export function FolderPicker(props: {
  readonly title: string;
  /** `file`: one with a fitting ending; `folder`: the folder in sight. */
  readonly choose: 'file' | 'folder';
  /** Endings of the files shown: [".bangvang"]. */
  readonly endings?: readonly string[] | undefined;
  readonly start: string | null;
  /** A verb and a noun: "Mở tệp". */
  readonly confirm: string;
  readonly onChoose: (path: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [path, setPath] = useState(props.start);
  const [typed, setTyped] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const folder = useQuery('listFolder', {
    path,
    ...(props.endings === undefined ? {} : { endings: [...props.endings] }),
  });
  const view = folder.data;
  const chosen = props.choose === 'file' ? file : (view?.path ?? null);

  function open(next: string): void {
    setPath(next);
    setTyped(null);
    setFile(null);
  }

  return (
    <Dialog
      title={props.title}
      wide
      onClose={props.onClose}
      foot={
        <>
          <span className="dialog__path" title={chosen ?? undefined}>
            {chosen}
          </span>
          <Button onClick={props.onClose}>Quay lại</Button>
          <Button
            kind="primary"
            disabledReason={
              chosen === null
                ? props.choose === 'file'
                  ? 'Hãy chọn một tệp trong danh sách.'
                  : 'Hãy mở một thư mục trước.'
                : null
            }
            onClick={() => {
              if (chosen !== null) props.onChoose(chosen);
            }}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <form
        className="picker__path"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== null) open(typed.trim());
        }}
      >
        <TextField label="Thư mục" value={typed ?? view?.path ?? path ?? ''} onChange={setTyped} />
        <Button submit disabledReason={typed === null ? 'Hãy gõ đường dẫn của thư mục khác.' : null}>
          Đến thư mục
        </Button>
      </form>
      {folder.error !== null && <Notice tone="bad">{sentenceOf(folder.error)}</Notice>}
      <div className="picker">
        <ul className="picker__places" aria-label="Nơi hay dùng">
          {view?.places.map((place) => (
            <li key={place.path}>
              <button
                type="button"
                className="menu__item"
                onClick={() => {
                  open(place.path);
                }}
              >
                {place.label}
              </button>
            </li>
          ))}
        </ul>
        <ul className="picker__entries" aria-label="Nội dung thư mục">
          {view?.parent !== undefined && view.parent !== null && (
            <li>
              <button
                type="button"
                className="menu__item picker__entry"
                onClick={() => {
                  if (view.parent !== null) open(view.parent);
                }}
              >
                <Icon name="up" />
                <span>Thư mục phía trên</span>
              </button>
            </li>
          )}
          {view?.entries.map((entry) => (
            <li key={entry.path}>
              <button
                {...pressable({
                  disabledReason:
                    entry.kind === 'file' && props.choose === 'folder'
                      ? 'Ở đây chọn thư mục, không chọn tệp.'
                      : null,
                  onClick: () => {
                    if (entry.kind === 'folder') open(entry.path);
                    else setFile(entry.path);
                  },
                })}
                type="button"
                className="menu__item picker__entry"
                aria-pressed={entry.kind === 'file' ? entry.path === file : undefined}
                onDoubleClick={() => {
                  if (entry.kind === 'file' && props.choose === 'file') props.onChoose(entry.path);
                }}
              >
                <Icon name={entry.kind === 'folder' ? 'folder' : 'file'} />
                <span>{entry.name}</span>
                {entry.kind === 'file' && <small>{formatBytes(entry.size)}</small>}
              </button>
            </li>
          ))}
          {view !== null && view.entries.length === 0 && (
            <li className="combo__none">Không có thư mục con hay tệp phù hợp ở đây.</li>
          )}
        </ul>
      </div>
    </Dialog>
  );
}
