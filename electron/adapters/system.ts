import { randomBytes } from 'node:crypto';
import type { Ports } from '../core/ports.ts';
import { systemDrives } from './drives.ts';

const POOL = 4096;

/** Random bytes fetched from the system in blocks: each call of its own costs more than all else of making an id. */
function pooledRandom(): (bytes: number) => Uint8Array {
  // A plain array, not a Buffer: its slices are copies.
  let pool = new Uint8Array(randomBytes(POOL));
  let used = 0;
  return (bytes) => {
    if (bytes > POOL / 4) return randomBytes(bytes);
    if (used + bytes > POOL) {
      pool = new Uint8Array(randomBytes(POOL));
      used = 0;
    }
    const taken = pool.slice(used, used + bytes);
    pool.fill(0, used, used + bytes);
    used += bytes;
    return taken;
  };
}

/** The core's ports on a real computer: its clock, its randomness, its drives. */
export function openPorts(folders: { readonly appFolder: string; readonly resources: string }): Ports {
  return {
    now: () => new Date(),
    random: pooledRandom(),
    drives: systemDrives(),
    appFolder: folders.appFolder,
    resources: folders.resources,
  };
}
