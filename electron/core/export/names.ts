/** Names that every disk takes: Windows, FAT32 sticks, macOS and Linux, with Vietnamese letters. */
import { tidy } from '../../../shared/names.ts';

/** Longest name of one file or folder, in UTF-16 units; FAT32 and NTFS stop at 255. */
const LONGEST_NAME = 100;
/** Longest path inside of a package: leaves room for a drive and a folder within Windows' 260. */
const LONGEST_PATH = 180;

const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** Says whether a name can be a file or a folder on any of the disks, just as it is. */
export function isSafeName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= LONGEST_NAME &&
    name === name.normalize('NFC') &&
    name === name.trim() &&
    !name.endsWith('.') &&
    !FORBIDDEN.test(name) &&
    !RESERVED.test(name)
  );
}

/** Says whether a path inside of a package is safe: relative, `/` between safe names, never out of the folder. */
export function isSafePath(path: string): boolean {
  return path.length <= LONGEST_PATH && path.split('/').every(isSafeName);
}

/** Makes a safe name of any text, keeping the ending: `safeName('Tờ trình 12/TTr?.pdf') === 'Tờ trình 12-TTr-.pdf'`. */
export function safeName(text: string): string {
  const cleaned = tidy(text.replace(/[\t\n\r]/g, ' '))
    .replace(new RegExp(FORBIDDEN.source, 'gu'), '-')
    .replace(/[. ]+$/u, '');
  const named = cleaned === '' ? 'khong-ten' : cleaned;
  const free = RESERVED.test(named) ? `_${named}` : named;
  if (free.length <= LONGEST_NAME) return free;
  const ending = /\.[A-Za-z0-9]{1,9}$/.exec(free)?.[0] ?? '';
  const stem = shorten(free.slice(0, free.length - ending.length), LONGEST_NAME - ending.length);
  return stem + ending;
}

/** Cuts to a length without leaving half a letter, a space or a dot at the end. */
function shorten(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[. ]+$/u, '');
}
