/** Pupils put forward. */

/** What a pasted list came to. */
export interface PupilsRegistered {
  readonly added: number;
  /** Known before, with another achievement or another way. */
  readonly changed: number;
  readonly same: number;
}
