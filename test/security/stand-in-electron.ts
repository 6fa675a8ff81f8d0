/**
 * Stands in for the `electron` module, so that the built main program runs in plain Node. It does nothing by itself:
 * it keeps what the program registered, for the probe to exercise.
 */

type Listener = (...values: readonly unknown[]) => unknown;

/** Keeps listeners by event, and calls them. */
class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  once(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  emit(event: string, ...values: readonly unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...values);
  }
}

/** What happened, in order; `ready` divides what came before the program was ready from what came after. */
export const log: string[] = [];

class App extends Emitter {
  readonly isPackaged = process.env['STAND_IN_PACKAGED'] === '1';
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      this.switches.push(value === undefined ? name : `${name}=${value}`);
    },
  };

  enableSandbox(): void {
    log.push('sandbox');
  }

  setPath(name: string, path: string): void {
    log.push(`path ${name} ${path}`);
  }

  requestSingleInstanceLock(): boolean {
    log.push('lock');
    return process.env['STAND_IN_SECOND'] !== '1';
  }

  whenReady(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(() => {
        log.push('ready');
        resolve();
      }, 1);
    });
  }

  quit(): void {
    log.push('quit');
  }
}

class WebContents extends Emitter {
  readonly id = 7;
  openHandler: Listener | null = null;

  setWindowOpenHandler(handler: Listener): void {
    this.openHandler = handler;
  }
}

/** The windows that were opened. */
export const windows: BrowserWindow[] = [];

export class BrowserWindow extends Emitter {
  readonly webContents = new WebContents();
  readonly options: unknown;
  loaded = '';

  constructor(options: unknown) {
    super();
    this.options = options;
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  loadURL(url: string): Promise<void> {
    this.loaded = url;
    return Promise.resolve();
  }

  isMinimized(): boolean {
    return true;
  }

  restore(): void {
    log.push('restore');
  }

  focus(): void {
    log.push('focus');
  }

  maximize(): void {
    log.push('maximize');
  }

  show(): void {
    log.push('show');
  }
}

class Session extends Emitter {
  readonly handlers: Record<string, Listener> = {};
  readonly settings: Record<string, unknown> = {};
  readonly webRequest = {
    onBeforeRequest: (listener: Listener): void => {
      this.handlers['beforeRequest'] = listener;
    },
  };

  setPermissionRequestHandler(handler: Listener): void {
    this.handlers['permissionRequest'] = handler;
  }

  setPermissionCheckHandler(handler: Listener): void {
    this.handlers['permissionCheck'] = handler;
  }

  setDevicePermissionHandler(handler: Listener): void {
    this.handlers['devicePermission'] = handler;
  }

  setDisplayMediaRequestHandler(handler: Listener): void {
    this.handlers['displayMedia'] = handler;
  }

  setSpellCheckerEnabled(enabled: unknown): void {
    this.settings['spellChecker'] = enabled;
  }

  setProxy(proxy: unknown): Promise<void> {
    this.settings['proxy'] = proxy;
    return Promise.resolve();
  }
}

/** Channels and schemes that were registered. */
export const channels = new Map<string, Listener>();
export const schemes = new Map<string, (request: Request) => Promise<Response>>();
export const privileged: unknown[] = [];

export const app = new App();
export const session = { defaultSession: new Session() };
export const ipcMain = {
  handle(channel: string, listener: Listener): void {
    channels.set(channel, listener);
  },
};
export const protocol = {
  registerSchemesAsPrivileged(list: readonly unknown[]): void {
    log.push('schemes');
    privileged.push(...list);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    schemes.set(scheme, handler);
  },
};
export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu(): void {
    log.push('menu');
  },
};
