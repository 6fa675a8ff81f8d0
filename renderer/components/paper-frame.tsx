import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { Result } from '../../shared/result.ts';
import type { PaperFormat, RenderedPaper } from '../../shared/views.ts';
import { call, type CallError } from '../client.ts';
import { Button } from './button.tsx';
import { ErrorNotice } from './notice.tsx';
import { saveFile } from './save-file.ts';

function toBlob(paper: RenderedPaper): Blob {
  const text = atob(paper.bytes);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return new Blob([bytes], { type: paper.mime });
}

interface Shown {
  readonly key: string;
  readonly url: string | null;
  readonly error: CallError | null;
}

/** A paper of the dossier as it will be printed; see `FileFrame`. */
export function PaperFrame(props: {
  readonly paperId: string;
  readonly title: string;
  readonly formats: readonly PaperFormat[];
  readonly version: string;
  /** Before the buttons. */
  readonly tools?: ReactNode;
}): ReactNode {
  const { paperId, version, ...frame } = props;
  return (
    <FileFrame
      {...frame}
      version={`${paperId} ${version}`}
      make={(format) => call('renderPaper', { paperId, format })}
    />
  );
}

/**
 * One paper as it will be printed, with what can be done to it: print, take it as a file. `version` changes when what
 * the paper says may have changed; it is then made again.
 */
export function FileFrame(props: {
  readonly make: (format: PaperFormat) => Promise<Result<RenderedPaper, CallError>>;
  readonly title: string;
  readonly formats: readonly PaperFormat[];
  readonly version: string;
  readonly tools?: ReactNode;
}): ReactNode {
  const { make, version: key } = props;
  const [shown, setShown] = useState<Shown | null>(null);
  const [taken, setTaken] = useState<{ readonly busy: boolean; readonly error: CallError | null }>({
    busy: false,
    error: null,
  });
  const frame = useRef<HTMLIFrameElement>(null);
  const makePdf = useEffectEvent(() => make('pdf'));

  useEffect(() => {
    let url: string | null = null;
    let alive = true;
    void makePdf().then((result) => {
      if (!alive) return;
      if (result.ok) url = URL.createObjectURL(toBlob(result.value));
      setShown({ key, url, error: result.ok ? null : result.error });
    });
    return () => {
      alive = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [key]);

  async function take(format: PaperFormat): Promise<void> {
    setTaken({ busy: true, error: null });
    const result = await make(format);
    setTaken({ busy: false, error: result.ok ? null : result.error });
    if (!result.ok) return;
    const { fileName } = result.value;
    saveFile({ ...result.value, fileName: fileName.split('/').at(-1) ?? fileName });
  }

  const current = shown?.key === key ? shown : null;
  const url = current?.url ?? null;
  return (
    <div className="paper-frame">
      <div className="paper-frame__tools">
        {props.tools}
        <span className="toolbar__space" />
        <Button
          icon="print"
          size="small"
          disabledReason={url === null ? 'Chưa có văn bản để in.' : null}
          onClick={() => {
            frame.current?.contentWindow?.focus();
            frame.current?.contentWindow?.print();
          }}
        >
          In
        </Button>
        {props.formats.map((format) => (
          <Button
            key={format}
            size="small"
            busy={taken.busy}
            title={`Tải ${props.title} về máy, dạng .${format}`}
            onClick={() => void take(format)}
          >
            Tải .{format}
          </Button>
        ))}
      </div>
      <ErrorNotice error={taken.error ?? current?.error ?? null} />
      {url === null ? (
        <p className="paper-frame__wait muted" role="status">
          {current === null ? 'Đang lập văn bản.' : ''}
        </p>
      ) : (
        <iframe
          ref={frame}
          className="paper-frame__page"
          title={props.title}
          src={`${url}#toolbar=0&navpanes=0&view=FitH`}
        />
      )}
    </div>
  );
}
