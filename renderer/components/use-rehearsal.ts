import { forgetAnswers, sentenceOf, useCommand } from '../client.ts';
import { setSession, showToast } from '../store.ts';
import type { Action } from './button.tsx';

/** The way into a rehearsal: a copy of the open file, or the sample. */
export function useRehearsal(from: 'open-file' | 'sample'): Action {
  const start = useCommand('startRehearsal');

  async function run(): Promise<void> {
    const result = await start.run({ from });
    if (!result.ok) {
      showToast(sentenceOf(result.error));
      return;
    }
    setSession(result.value.sessionId);
    forgetAnswers();
    showToast('Đã mở bản tập dượt. Tệp thật đã được đóng và giữ nguyên.');
  }
  return { label: 'Tập dượt', run: () => void run(), busy: start.busy };
}
