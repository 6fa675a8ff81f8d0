/** Signatures of packages: Ed25519 with a key that belongs to the data file. */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

const SEED_BYTES = 32;
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

function privateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_BYTES) throw new Error(`A signing seed has ${SEED_BYTES} bytes.`);
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key, 32 bytes in base64, of a secret seed of 32 random bytes (RFC 8032). */
export function publicKeyOf(seed: Uint8Array): string {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return der.subarray(PUBLIC_PREFIX.length).toString('base64');
}

interface Signed {
  /** Version of the format that is signed, so that one meaning cannot be passed off as another. */
  readonly version: number;
  readonly type: string;
  readonly text: string;
}

function message({ version, type, text }: Signed): Buffer {
  return Buffer.from(`${version}//${type}//${text}`, 'utf8');
}

/** Signs `version//type//text`; the signature is 64 bytes in base64. */
export function signText({ seed, ...signed }: Signed & { readonly seed: Uint8Array }): string {
  return sign(null, message(signed), privateKey(seed)).toString('base64');
}

/** Says whether a signature over `version//type//text` was made with the secret half of this public key. */
export function isSignedBy({
  publicKey,
  signature,
  ...signed
}: Signed & { readonly publicKey: string; readonly signature: string }): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== SEED_BYTES) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
  return verify(null, message(signed), key, Buffer.from(signature, 'base64'));
}
