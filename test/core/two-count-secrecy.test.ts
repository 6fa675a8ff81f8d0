import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BallotInput } from '../../shared/views.ts';
import { coreAt, type TestCore } from '../support/school.ts';

/** Every byte under a folder: data file, its log, backups, package, what the app keeps for itself. */
function everything(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Buffer.concat(files.map((entry) => readFileSync(join(entry.parentPath, entry.name))));
}

function ballotIds({ dump }: TestCore): readonly string[] {
  return (dump()['ballot'] ?? []).flatMap((row) => /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]{21}/.exec(row) ?? []);
}

describe('a round that was counted twice', () => {
  it('keeps one set of papers, and nothing tells who typed which, in which order, or what was read at first', async () => {
    const school = await coreAt('open');
    const { must, path, folder } = school;
    const { council } = await must('getMeeting', {});
    const panel = (council?.members ?? []).filter(({ present }) => present === true).slice(0, 2);
    await must('saveTellers', { memberIds: panel.map(({ id }) => id) });
    const { id: roundId } = await must('openRound', { titleId: 'CSTDCS', counts: 2 });
    await must('savePrintRun', { roundId, printed: 9, issued: 8, spoiled: 0, leftOver: 1, destroyed: 1 });
    await must('declareReturned', { roundId, returned: 8, mode: 'ballots' });
    const { candidates } = await must('getRound', { id: roundId });
    const paper = (exception: number): BallotInput => ({
      invalidReason: null,
      marks: candidates.map((_, place) => (place === exception ? 'DISAGREE' : 'AGREE')),
    });
    const sent = (ballots: readonly BallotInput[]) => ({
      roundId,
      ballots: ballots.map(({ invalidReason, marks }) => ({ invalidReason, marks: [...marks] })),
    });
    const heap = [0, 1, 2, 3, -1, -1, -1].map(paper);
    const reason = 'LÝ DO CỦA CẢ BAN';
    const secrets: string[] = [];
    for (const [place, { fullName }] of panel.entries()) {
      const teller = await school.as('teller', fullName);
      await teller.must('takeCount', { roundId });
      await teller.must('saveBallotDraft', sent([{ invalidReason: `NHÁP CỦA LẦN ${place + 1}`, marks: [] }]));
      secrets.push(`NHÁP CỦA LẦN ${place + 1}`);
      await teller.must('storeBallots', sent(place === 0 ? heap : heap.toReversed()));
      await teller.must('setBallotAside', { roundId });
      const { decisions } = await teller.must('getRound', { id: roundId });
      const known = decisions[0];
      const decision = known === undefined ? { reason } : { id: known.id };
      const decided = sent([paper(1)]).ballots;
      await teller.must('decideBallot', {
        roundId,
        ballot: decided[0] ?? { invalidReason: null, marks: [] },
        decision,
      });
      await teller.must('storeBallots', { roundId, ballots: decided });
      if (place === 1) {
        // One paper is read again: what was there before must be gone from the disk.
        secrets.push(...ballotIds(school));
        await teller.must('removeBallots', { ...sent([paper(3)]), reason: 'Đọc lại' });
        await teller.must('storeBallots', sent([paper(3)]));
      }
    }
    const typed = ballotIds(school);
    expect(typed).toHaveLength(16);
    for (const { fullName } of panel) {
      const teller = await school.as('teller', fullName);
      await teller.must('confirmCount', { roundId });
    }
    await must('sealRound', { roundId });

    const kept = ballotIds(school);
    expect(kept).toHaveLength(8);
    const tables = school.dump();
    const rows = tables['ballot'] ?? [];
    // Whoever typed them: every paper of the box has the same number of its count, and no name, member or time.
    for (const row of rows) {
      for (const { fullName, id } of panel) expect(row.includes(fullName) || row.includes(id)).toBe(false);
      expect(row).not.toMatch(/20\d\d-\d\d-\d\dT/);
    }
    // The reason of the panel stands in its own table only.
    const withReason = Object.entries(tables).filter(([, lines]) =>
      lines.some((line) => line.includes(reason)),
    );
    expect(withReason.map(([table]) => table)).toEqual(['adjudication']);
    const trail = (tables['audit'] ?? []).join('\n');
    for (const secret of [...typed, 'AGREE', reason, 'NHÁP']) expect(trail.includes(secret)).toBe(false);

    // Of the second count and of what was taken out not one id is left on the disk.
    const gone = [...secrets, ...typed].filter((one) => !kept.includes(one));
    const disk = everything(dirname(path));
    expect(gone.length).toBeGreaterThan(16);
    for (const one of gone) expect(disk.includes(one), one).toBe(false);

    await must('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const stick = join(folder, 'usb');
    mkdirSync(stick);
    await must('exportPackage', { to: stick });
    await must('createBackup', {});
    await must('closeFile', {});
    const packed = everything(stick);
    for (const one of [...kept, ...gone]) expect(packed.includes(one), one).toBe(false);
    const left = everything(folder);
    for (const one of gone) expect(left.includes(one), one).toBe(false);
  });
});
