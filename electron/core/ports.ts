import type { Drive } from '../../shared/views.ts';

/** The places where a package or a data file can be put. */
export interface DriveLister {
  /** Drives that are there now, removable ones first; an empty list when the system will not say. */
  list(): Promise<readonly Drive[]>;
  /** Roots of drives and mounts that are on another machine. */
  networkRoots(): Promise<readonly string[]>;
}

/** What the core cannot make itself: the clock, randomness, the drives, and where the app lives. */
export interface Ports {
  readonly now: () => Date;
  /** As many random bytes as asked, fit for keys and ids. */
  readonly random: (bytes: number) => Uint8Array;
  readonly drives: DriveLister;
  /** Folder of the app's own settings; never of the school's data. */
  readonly appFolder: string;
  /** Folder of fonts and samples that come with the app. */
  readonly resources: string;
}
