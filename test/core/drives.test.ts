import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseMounts, parseWindowsDrives } from '../../electron/adapters/drive-parsers.ts';
import { systemDrives } from '../../electron/adapters/drives.ts';
import { temporaryFolder } from '../support/disk.ts';

describe('the answer of Windows', () => {
  it('gives sticks, USB disks and fixed disks, without trays, empty readers and the network', () => {
    const text =
      '\uFEFF{"disks":[' +
      '{"DeviceID":"C:","VolumeName":"","DriveType":3,"FreeSpace":41234567168,"Size":254721126400},' +
      '{"DeviceID":"D:","VolumeName":null,"DriveType":5,"FreeSpace":null,"Size":null},' +
      '{"DeviceID":"E:","VolumeName":"Thi đua ","DriveType":2,"FreeSpace":1,"Size":15502147584},' +
      '{"DeviceID":"F:","VolumeName":"","DriveType":2,"FreeSpace":null,"Size":null},' +
      '{"DeviceID":"G:","VolumeName":"SAO LUU","DriveType":3,"FreeSpace":5,"Size":1000202039296},' +
      '{"DeviceID":"Z:","VolumeName":"chung","DriveType":4,"FreeSpace":5,"Size":10}' +
      '],"usb":["E:","G:"]}\r\n';
    expect(parseWindowsDrives(text)).toEqual({
      drives: [
        { path: 'C:\\', label: 'C:', freeBytes: 41234567168, totalBytes: 254721126400, removable: false },
        { path: 'E:\\', label: 'Thi đua (E:)', freeBytes: 1, totalBytes: 15502147584, removable: true },
        { path: 'G:\\', label: 'SAO LUU (G:)', freeBytes: 5, totalBytes: 1000202039296, removable: true },
      ],
      networkRoots: ['Z:\\'],
    });
  });

  it('is also understood when a list of one is the thing itself', () => {
    const text =
      '{"usb":"C:","disks":{"DeviceID":"C:","VolumeName":"X","DriveType":3,"FreeSpace":"1","Size":"2"}}';
    expect(parseWindowsDrives(text)?.drives).toEqual([
      { path: 'C:\\', label: 'X (C:)', freeBytes: 1, totalBytes: 2, removable: true },
    ]);
  });

  it.each(['', 'Get-CimInstance : Access denied', '[]', 'null'])('is refused when it is %j', (text) => {
    expect(parseWindowsDrives(text)).toBeNull();
  });
});

describe('the mount table of Linux', () => {
  it('gives the disks of people, with spaces and Vietnamese letters, and the network apart', () => {
    const text = [
      'sysfs /sys sysfs rw,nosuid 0 0',
      '/dev/nvme0n1p2 / ext4 rw,relatime 0 0',
      '/dev/nvme0n1p1 /boot/efi vfat rw 0 0',
      '/dev/loop3 /snap/core/1 squashfs ro 0 0',
      '/dev/sdb1 /media/lan/THI\\040\\304\\220UA vfat rw,nosuid 0 0',
      '/dev/sdc1 /media/lan/100%25 exfat rw 0 0',
      '/dev/sda3 /home ext4 rw 0 0',
      '//nas/chung /mnt/nas cifs rw 0 0',
      'may:/xuat /mnt/nfs nfs4 rw 0 0',
      '',
    ].join('\n');
    expect(parseMounts(text)).toEqual({
      disks: [
        { device: 'sdb1', path: '/media/lan/THI ĐUA', label: 'THI ĐUA' },
        { device: 'sdc1', path: '/media/lan/100%25', label: '100%25' },
        { device: 'sda3', path: '/home', label: 'home' },
      ],
      networkRoots: ['/mnt/nas', '/mnt/nfs'],
    });
  });
});

describe('sticks made of folders', () => {
  it('are plugged in by making a folder and pulled out by removing it', async () => {
    const folder = temporaryFolder();
    const drives = systemDrives({ extraDrivesFolder: folder, platform: 'aix' });
    expect(await drives.list()).toEqual([]);
    mkdirSync(join(folder, 'USB của trường'));
    writeFileSync(join(folder, 'không phải USB.txt'), '');
    const [stick, ...others] = await drives.list();
    expect(others).toEqual([]);
    expect(stick).toMatchObject({
      path: join(folder, 'USB của trường'),
      label: 'USB của trường',
      removable: true,
    });
    expect(stick?.totalBytes).toBeGreaterThan(0);
    rmSync(join(folder, 'USB của trường'), { recursive: true });
    expect(await drives.list()).toEqual([]);
  });

  it('do not keep the real drives from being listed, and a missing folder is no trouble', async () => {
    const drives = systemDrives({ extraDrivesFolder: join(temporaryFolder(), 'không có') });
    const real = await systemDrives({ extraDrivesFolder: undefined }).list();
    expect((await drives.list()).map((drive) => drive.path)).toEqual(real.map((drive) => drive.path));
    expect(Array.isArray(await drives.networkRoots())).toBe(true);
  });
});
