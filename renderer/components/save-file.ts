import type { RenderedPaper } from '../../shared/views.ts';
import { call, type CallError } from '../client.ts';
import { showToast } from '../store.ts';

/** Hands a made file to the browser or the window, which asks where to keep it or puts it in Downloads. */
export function saveFile({ fileName, mime, bytes }: RenderedPaper): void {
  const plain = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([plain], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Makes a workbook of a list's rows as they are in sight and saves it; gives the failure, if any. */
export async function saveList(
  title: string,
  lines: readonly (readonly string[])[],
): Promise<CallError | null> {
  const result = await call('renderList', { title, lines: lines.map((cells) => [...cells]) });
  if (!result.ok) return result.error;
  saveFile(result.value);
  showToast(`Đã lập tệp “${result.value.fileName}”.`);
  return null;
}
