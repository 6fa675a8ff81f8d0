import { contextBridge, ipcRenderer } from 'electron';
import { callChannel } from './security.ts';
import type { CallRequest } from './serve.ts';

/** All that the screens get from Electron: one function that asks the core. */
contextBridge.exposeInMainWorld('council', {
  call(request: CallRequest): Promise<unknown> {
    return ipcRenderer.invoke(callChannel, {
      sessionId: request.sessionId,
      method: request.method,
      input: request.input,
      seen: request.seen,
      overwrite: request.overwrite,
    });
  },
});
