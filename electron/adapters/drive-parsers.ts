/** Understands what each system answers when asked for its drives. Pure: text in, drives out. */
import type { Drive } from '../../shared/views.ts';

/**
 * The question for PowerShell. A USB disk calls itself a fixed one (type 3), so the letters on the USB bus are asked
 * for as well. The first statement makes Vietnamese labels arrive as UTF-8.
 */
export const WINDOWS_QUERY = [
  '[Console]::OutputEncoding = [System.Text.Encoding]::UTF8',
  "$ErrorActionPreference = 'SilentlyContinue'",
  '$disks = @(Get-CimInstance -ClassName Win32_LogicalDisk | Select-Object DeviceID, VolumeName, DriveType, FreeSpace, Size)',
  '$usb = @(Get-CimInstance -ClassName Win32_DiskDrive -Filter "InterfaceType=\'USB\'"' +
    ' | Get-CimAssociatedInstance -ResultClassName Win32_DiskPartition' +
    ' | Get-CimAssociatedInstance -ResultClassName Win32_LogicalDisk | ForEach-Object { $_.DeviceID })',
  'ConvertTo-Json -Compress -Depth 3 -InputObject @{ disks = $disks; usb = $usb }',
].join('; ');

const REMOVABLE_DISK = 2;
const FIXED_DISK = 3;
const NETWORK_DISK = 4;

/**
 * Reads the answer of PowerShell; null when it is not one. Drives without a size (an empty card reader, a CD tray) are
 * left out; network drives are named apart. PowerShell writes a list of one as the thing itself.
 */
export function parseWindowsDrives(
  text: string,
): { readonly drives: readonly Drive[]; readonly networkRoots: readonly string[] } | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text.replace(/^\uFEFF/, '').trim());
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return null;
  }
  if (!isRecord(answer)) return null;
  const usb = new Set(asList(answer['usb']).map(String));
  const drives: Drive[] = [];
  const networkRoots: string[] = [];
  for (const disk of asList(answer['disks'])) {
    if (!isRecord(disk) || typeof disk['DeviceID'] !== 'string') continue;
    const letter = disk['DeviceID'];
    const path = `${letter}\\`;
    const type = Number(disk['DriveType']);
    if (type === NETWORK_DISK) networkRoots.push(path);
    const totalBytes = Number(disk['Size'] ?? 0);
    if ((type !== REMOVABLE_DISK && type !== FIXED_DISK) || !(totalBytes > 0)) continue;
    const name = typeof disk['VolumeName'] === 'string' ? disk['VolumeName'].normalize('NFC').trim() : '';
    drives.push({
      path,
      label: name === '' ? letter : `${name} (${letter})`,
      freeBytes: Number(disk['FreeSpace'] ?? 0),
      totalBytes,
      removable: type === REMOVABLE_DISK || usb.has(letter),
    });
  }
  return { drives, networkRoots };
}

/** A place where a disk is mounted. */
export interface Mount {
  /** Name of the block device, "sdb1". */
  readonly device: string;
  readonly path: string;
  readonly label: string;
}

const NETWORK_TYPES =
  /^(nfs4?|cifs|smb3?|smbfs|afpfs|ncpfs|davfs|9p|virtiofs|fuse\.(sshfs|davfs|rclone|s3fs|gvfsd-fuse))$/;
const NOT_A_PLACE_FOR_FILES = /^\/(boot|efi|proc|sys|dev|snap|var\/lib|nix)(\/|$)/;

/** Reads /proc/mounts: disks where people keep files, other than the system's own, and the roots of network mounts. */
export function parseMounts(text: string): {
  readonly disks: readonly Mount[];
  readonly networkRoots: readonly string[];
} {
  const disks: Mount[] = [];
  const networkRoots: string[] = [];
  for (const line of text.split('\n')) {
    const [source, place, type] = line.split(' ').map(unescapeMount);
    if (source === undefined || place === undefined || type === undefined) continue;
    if (NETWORK_TYPES.test(type)) networkRoots.push(place);
    const device = /^\/dev\/([^/]+)$/.exec(source)?.[1];
    if (
      device === undefined ||
      device.startsWith('loop') ||
      place === '/' ||
      NOT_A_PLACE_FOR_FILES.test(place)
    )
      continue;
    disks.push({ device, path: place, label: place.slice(place.lastIndexOf('/') + 1) });
  }
  return { disks, networkRoots };
}

/** The mount table writes spaces and other bytes in octal: `\040`. */
function unescapeMount(text: string): string {
  const bytes = text
    .replaceAll('%', '%25')
    .replace(/\\([0-7]{3})/g, (_, octal: string) => `%${parseInt(octal, 8).toString(16).padStart(2, '0')}`);
  try {
    return decodeURIComponent(bytes);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return text;
  }
}

function asList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
