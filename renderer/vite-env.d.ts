/// <reference types="vite/client" />

/** The bridge that the Electron window offers; absent in a browser, where calls go over `POST /call`. */
interface CouncilBridge {
  call(request: {
    readonly sessionId: string | null;
    readonly method: string;
    readonly input: unknown;
    readonly seen?: unknown;
    readonly overwrite?: unknown;
  }): Promise<unknown>;
}

interface Window {
  readonly council?: CouncilBridge;
}
