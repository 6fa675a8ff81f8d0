import { randomBytes } from 'node:crypto';
import type { Ports } from '../core/ports.ts';
import { systemDrives } from './drives.ts';

/** The core's ports on a real computer: its clock, its randomness, its drives. */
export function openPorts(folders: { readonly appFolder: string; readonly resources: string }): Ports {
  return {
    now: () => new Date(),
    random: (bytes) => randomBytes(bytes),
    drives: systemDrives(),
    appFolder: folders.appFolder,
    resources: folders.resources,
  };
}
