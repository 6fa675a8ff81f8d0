import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { fold } from '../../shared/names.ts';
import type { Command } from '../store.ts';
import { KeyHint } from './button.tsx';
import { hasWords, searchWords } from './table-tools.ts';

const SHOWN = 40;

/** Ctrl+K: screens, commands, people, papers and cases by a part of their name, with or without accents. */
export function Palette(props: {
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}): ReactNode {
  const { commands } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => {
      element?.close();
    };
  }, []);
  const keyed = useMemo(
    () =>
      commands.map((command) => ({
        command,
        key: fold(`${command.label} ${command.note ?? ''} ${command.kind}`),
      })),
    [commands],
  );
  const words = searchWords(typed);
  const found = keyed
    .filter(({ key }) => hasWords(key, words))
    .slice(0, SHOWN)
    .map(({ command }) => command);

  function run(command: Command | undefined): void {
    if (command === undefined) return;
    props.onClose();
    command.run();
  }

  function moveTo(index: number): void {
    const next = (index + found.length) % Math.max(1, found.length);
    setActive(next);
    document.getElementById(`palette-${next}`)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Tìm người, văn bản, hồ sơ, màn hình và lệnh"
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <input
        className="palette__input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found.length > 0 ? `palette-${active}` : undefined}
        aria-label="Tìm người, văn bản, hồ sơ, màn hình và lệnh"
        placeholder="Gõ tên người, văn bản, hồ sơ, màn hình hoặc việc cần làm"
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') moveTo(active + 1);
          else if (event.key === 'ArrowUp') moveTo(active - 1);
          else if (event.key === 'Enter') run(found[active]);
          else return;
          event.preventDefault();
        }}
      />
      <div className="palette__list" role="listbox" id="palette-list" aria-label="Kết quả tìm">
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? 'palette__item palette__item--active' : 'palette__item'}
            onMouseMove={() => {
              setActive(index);
            }}
            onClick={() => {
              run(command);
            }}
          >
            <span>{command.label}</span>
            <small>{command.note ?? command.kind}</small>
          </div>
        ))}
        {found.length === 0 && (
          <div className="combo__none" role="option" aria-selected={false} aria-disabled="true">
            Không tìm thấy gì khớp với chữ đã gõ.
          </div>
        )}
      </div>
      <div className="palette__foot">
        <KeyHint keys="↑ ↓">chọn</KeyHint>
        <KeyHint keys="Enter">mở</KeyHint>
        <KeyHint keys="Esc">đóng</KeyHint>
      </div>
    </dialog>
  );
}
