/** What the window on the wall may ask of the core, by the contract. Apart from `security.ts`, which every window loads. */
import { api, type Method } from '../shared/api.ts';

/** Whether the projector's window may call a method. */
export function mayProject(call: { readonly method: string }): boolean {
  const rows: Readonly<Record<string, Method>> = api;
  return Object.hasOwn(rows, call.method) && rows[call.method]?.onWall === true;
}
