import { useEffect, type ReactNode } from 'react';
import { hideToast, useStore, type Toast } from '../store.ts';

const SHOWN_MS = 6000;

/** Short words after something succeeded, with a way to undo it; they go by themselves. */
export function Toasts(): ReactNode {
  const fileId = useStore((state) => state.fileId);
  const all = useStore((state) => state.toasts);
  const toasts = all.filter((toast) => toast.fileId === fileId);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { readonly toast: Toast }): ReactNode {
  useEffect(() => {
    const timer = setTimeout(() => {
      hideToast(toast.id);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [toast.id]);
  return (
    <div className="toast">
      <span className="toast__text">{toast.text}</span>
      {toast.undo !== null && (
        <button
          type="button"
          // Whoever works by keys goes on where they were: a press here takes no focus along.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            toast.undo?.();
            hideToast(toast.id);
          }}
        >
          Hoàn tác
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          hideToast(toast.id);
        }}
      >
        Đóng
      </button>
    </div>
  );
}
