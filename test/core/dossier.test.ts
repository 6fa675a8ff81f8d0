import { findTitle, ruleSetFor } from '../../shared/rules/catalogue.ts';
import { yearsOfProof } from '../../shared/rules/title-order.ts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { codeOf, coreAt } from '../support/school.ts';

const starts: Readonly<Record<string, string>> = { docx: 'PK', xlsx: 'PK', pdf: '%PDF' };

describe('the papers', () => {
  it('say what they wait for, from stage to stage', async () => {
    const states = async (stage: 'empty' | 'checked' | 'concluded') => {
      const papers = await (await coreAt(stage)).must('listPapers', {});
      return Object.fromEntries(papers.map(({ id, state }) => [id, state]));
    };
    expect(await states('empty')).toMatchObject({
      'registration-list': 'blocked',
      'appraisal-summary': 'blocked',
      'submission:COMMUNE:TITLE': 'blocked',
    });
    expect(await states('checked')).toMatchObject({
      'registration-list': 'ready',
      'appraisal-summary': 'ready',
      'submission:COMMUNE:TITLE': 'blocked',
    });
    expect(Object.values(await states('concluded'))).not.toContain('blocked');
  });

  it('name every case of the season in the minutes: all that is in is out', async () => {
    const { must } = await coreAt('concluded');
    const cases = await must('listCases', {});
    const { bytes } = await must('renderPaper', { paperId: 'meeting-minutes', format: 'docx' });
    const parts = unzipSync(Buffer.from(bytes, 'base64'));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain(`Tổng số ${cases.length} trường hợp = `);
    const sum = /trường hợp = ([^.]*)\./u.exec(text)?.[1]?.matchAll(/(?:^| )(\d+) /gu) ?? [];
    expect([...sum].reduce((total, [, count]) => total + Number(count), 0)).toBe(cases.length);
    for (const { name, titleShort, outcome } of cases)
      if (outcome !== 'proposed') expect(text).toContain(`${name} (${titleShort}): `);
    expect(text).toContain('lý do: Tệp dữ liệu phiên họp không có kết quả xét');
  });

  it('say whose verdict it was where the council decided other than the rules', async () => {
    const { must, ...school } = await coreAt('checked');
    const { id, personId } = await school.case('3100700001', 'CSTDCS');
    const reason = 'Minh chứng bổ sung đã được xem';
    await must('overruleVerdict', { caseId: id, eligibility: 'yes', reason });
    const paperId = `person-card:${personId ?? ''}`;
    const { bytes } = await must('renderPaper', { paperId, format: 'docx' });
    const part = unzipSync(Buffer.from(bytes, 'base64'))['word/document.xml'] ?? new Uint8Array();
    const text = strFromU8(part)
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain(`Đủ điều kiện (Hội đồng quyết định)${reason}`);
  });

  it('of a count say that its hours were not written down, until they are', async () => {
    const { must } = await coreAt('sealed');
    const [{ id: roundId } = { id: '' }] = await must('listRounds', {});
    const noteOf = async () =>
      (await must('listPapers', {})).find(({ id }) => id === `tally-minutes:${roundId}`)?.note;
    expect(await noteOf()).toContain('chưa ghi giờ bắt đầu, giờ kết thúc kiểm phiếu');
    const { wording } = await must('getRound', { id: roundId });
    await must('saveTallyWording', { ...wording, roundId, countedFrom: '15:40', countedTo: '16:15' });
    expect(await noteOf()).toBe('');
  });

  it('that wait say why and where to mend it', async () => {
    const { must, call } = await coreAt('empty');
    for (const { id, state, note, mendOn, formats } of await must('listPapers', {})) {
      if (state !== 'blocked') continue;
      expect({ id, hasNote: note !== '', hasPlace: mendOn !== null }).toEqual({
        id,
        hasNote: true,
        hasPlace: true,
      });
      expect(codeOf(await call('renderPaper', { paperId: id, format: formats[0] ?? 'pdf' }))).toBe(
        'paper-not-ready',
      );
    }
  });

  it('are each made in each of their formats', { timeout: 120_000 }, async () => {
    const { must, call } = await coreAt('concluded');
    const papers = await must('listPapers', {});
    expect(new Set(papers.map(({ fileName }) => fileName)).size).toBe(papers.length);
    for (const { id, fileName, formats } of papers) {
      for (const format of ['docx', 'pdf', 'xlsx'] as const) {
        const result = await call('renderPaper', { paperId: id, format });
        if (!formats.includes(format)) expect(codeOf(result)).toBe('not-found');
        else {
          expect(result).toMatchObject({ ok: true, value: { fileName: `${fileName}.${format}` } });
          if (!result.ok) continue;
          const bytes = Buffer.from(result.value.bytes, 'base64');
          expect(bytes.toString('latin1', 0, 8).startsWith(starts[format] ?? '?')).toBe(true);
        }
      }
    }
  });

  it('beside the dossier are asked for by the tổ or the person, and stay out of it', async () => {
    const school = await coreAt('checked');
    const { must, call } = school;
    const { id } = await school.person('3100700010');
    const [group] = await must('listGroups', {});
    const sideIds = ['missing-list', `missing-list:${group?.id ?? ''}`, `person-card:${id}`];
    const listed = (await must('listPapers', {})).map((paper) => paper.id);
    for (const paperId of sideIds) {
      expect(listed).not.toContain(paperId);
      const first = await must('renderPaper', { paperId, format: 'pdf' });
      expect(Buffer.from(first.bytes, 'base64').toString('latin1', 0, 4)).toBe('%PDF');
      expect(await must('renderPaper', { paperId, format: 'pdf' })).toEqual(first);
      expect((await must('renderPaper', { paperId, format: 'docx' })).fileName).toMatch(/^[\w-]+\.docx$/u);
    }
    expect(await must('renderPaper', { paperId: 'missing-list', format: 'xlsx' })).toMatchObject({
      fileName: 'con-thieu-gi.xlsx',
    });
    for (const paperId of ['missing-list:không có', 'person-card:không có', 'person-card', 'missing-list:']) {
      expect(codeOf(await call('renderPaper', { paperId, format: 'pdf' }))).toBe('not-found');
    }
  });

  it('ask each authority for what it decides, titles and rewards apart', async () => {
    const { must } = await coreAt('concluded');
    const proposed = (await must('listCases', {})).filter(({ outcome }) => outcome === 'proposed');
    const wanted = new Set(
      proposed.flatMap(({ titleId }) => {
        const title = findTitle(titleId);
        return title === null || title.level === 'SCHOOL' ? [] : [`submission:${title.level}:${title.kind}`];
      }),
    );
    const rows = (await must('listPapers', {})).filter(({ series }) => series?.type === 'TTr');
    expect(new Set(rows.map(({ id }) => id))).toEqual(wanted);
    expect(new Set(rows.map(({ fileName }) => fileName.slice(3))).size).toBe(rows.length);
  });

  it('are told to lack what the table of awards asks for and nobody recorded, by name', async () => {
    const { must, folder } = await coreAt('concluded');
    const proposed = (await must('listCases', {})).filter(({ outcome }) => outcome === 'proposed');
    const missing = await must('listMissingItems', {});
    const reports = missing.filter(({ name }) => name.startsWith('Báo cáo thành tích'));
    const wanted = proposed.filter(({ titleId }) => titleId === 'CSTDCS').map(({ name }) => name);
    expect(wanted.length).toBeGreaterThan(0);
    expect(new Set(reports.find(({ name }) => name.endsWith('(Mẫu 05)'))?.owners)).toEqual(new Set(wanted));
    expect(new Set(reports.flatMap(({ owners }) => owners))).toEqual(
      new Set(proposed.map(({ name }) => name)),
    );
    const index = (await must('listPapers', {})).find(({ id }) => id === 'dossier-index');
    expect(index).toMatchObject({ state: 'draft', mendOn: 'dossier' });
    expect(index?.note).toContain(
      `Báo cáo thành tích (Mẫu 05): ${String(wanted.length).padStart(2, '0')} cá nhân`,
    );
    const { bytes } = await must('renderPaper', { paperId: 'dossier-index', format: 'docx' });
    const text = strFromU8(
      unzipSync(Buffer.from(bytes, 'base64'))['word/document.xml'] ?? new Uint8Array(),
    ).replace(/<[^>]+>/g, '');
    expect(text.replaceAll('\u00a0', ' ')).toMatch(
      /Chưa có trong hồ sơ:.*Báo cáo thành tích \(Mẫu 05\): \d+ cá nhân/u,
    );
    expect((await must('exportPackage', { to: folder })).missing).toEqual(missing);
  });

  it('rest on what is recorded in the years that the award asks for: an initiative, or the decided rating', async () => {
    const school = await coreAt('concluded');
    const { must } = school;
    const row = (await must('listCases', {})).find(
      ({ titleId, outcome }) => titleId === 'CSTDCS' && outcome === 'proposed',
    );
    const personId = row?.personId ?? '';
    const isMissing = async () =>
      (await must('listMissingItems', {})).some(
        ({ name, owners }) => name.startsWith('Chứng nhận sáng kiến') && owners.includes(row?.name ?? ''),
      );
    const rate = (decidedOn: string | null) =>
      must('saveRating', { personId, schoolYear: '2025-2026', rating: 'HTXS', state: 'decided', decidedOn });
    await rate(null);
    const { initiatives, research } = await must('getPerson', { id: personId });
    for (const { id } of initiatives) await must('removeFact', { kind: 'initiative', id, reason: 'Thử xóa' });
    for (const { id } of research) await must('removeFact', { kind: 'research', id, reason: 'Thử xóa' });
    expect(await isMissing()).toBe(true);
    const initiative = {
      ...({ id: null, personId, name: 'Học liệu số', share: 100, scope: 'BASE' } as const),
      ...{ decisionNumber: '9/QĐ', effect: null, usedFor: [] },
    };
    // One of an earlier year is none for the title of this year; it is for those that ask for several.
    await must('saveInitiative', { ...initiative, schoolYear: '2024-2025' });
    expect(await isMissing()).toBe(true);
    await rate('2026-05-20');
    expect(await isMissing()).toBe(false);
    await rate(null);
    await must('saveInitiative', { ...initiative, schoolYear: '2025-2026' });
    expect(await isMissing()).toBe(false);
    const ruleSet = ruleSetFor({ date: '2026-05-28' });
    if (ruleSet === null) throw new Error('there is one');
    expect(['CSTDCS', 'CSTD_TP', 'CSTD_TQ'].map((titleId) => yearsOfProof({ ruleSet, titleId }))).toEqual([
      1, 3, 6,
    ]);
  });

  it('take a number and a day', async () => {
    const { must } = await coreAt('concluded');
    await must('savePaperNumber', { paperId: 'submission:COMMUNE:TITLE', number: '15', date: '2026-05-29' });
    const paper = (await must('listPapers', {})).find(({ id }) => id === 'submission:COMMUNE:TITLE');
    expect(paper).toMatchObject({ number: '15/TTr-THCSHP', date: '2026-05-29' });
  });
});

describe('the package', () => {
  it.each(['checked', 'counting', 'sealed'] as const)('does not leave at the stage %s', async (stage) => {
    const school = await coreAt(stage);
    const before = school.audit();
    const to = join(school.folder, 'usb');
    expect(codeOf(await school.call('exportPackage', { to }))).toBe('paper-not-ready');
    expect(existsSync(to)).toBe(false);
    expect(school.audit()).toEqual(before);
  });

  it('holds every paper of the dossier, and is found whole', async () => {
    const school = await coreAt('concluded');
    const papers = (await school.must('listPapers', {})).filter(({ inPackage }) => inPackage);
    const delivered = await school.must('exportPackage', { to: school.folder });
    const names = readdirSync(delivered.path).filter((name) => /\.(?:docx|pdf|xlsx)$/.test(name));
    expect(names.sort()).toEqual(
      papers.flatMap(({ fileName, formats }) => formats.map((format) => `${fileName}.${format}`)).sort(),
    );
    expect(await school.must('verifyPackage', { path: delivered.path })).toMatchObject({
      ok: true,
      checkCode: delivered.checkCode,
    });
  });

  it('takes along the decision on the council, and minutes that later ones replaced', async () => {
    const { must, folder, as } = await coreAt('concluded');
    const isIn = async () =>
      (await must('listPapers', {})).find(({ id }) => id === 'council-decision')?.inPackage;
    expect(await isIn()).toBe(false);
    const { council } = await must('getMeeting', {});
    await must('saveCouncil', {
      decisionNumber: '31/QĐ-THCSHP',
      decisionDate: '2025-09-12',
      members: (council?.members ?? []).map(({ personId, role }) => ({ personId, role })),
    });
    expect(await isIn()).toBe(true);
    const chair = await as('chair');
    await chair.must('reopenMeeting', { reason: 'Bổ sung ý kiến của thành viên vắng mặt' });
    await must('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
    const { path } = await must('exportPackage', { to: folder });
    const names = readdirSync(path).filter((name) => name.endsWith('.docx'));
    expect(names.filter((name) => name.includes('quyet-dinh-thanh-lap-hoi-dong'))).toHaveLength(1);
    expect(names.filter((name) => name.includes('bien-ban-hop-hoi-dong'))).toHaveLength(2);
    expect(names.filter((name) => name.includes('bien-ban-hop-hoi-dong-truoc-khi-mo-lai-1'))).toHaveLength(1);
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const school = await coreAt('concluded');
    const before = school.audit();
    const to = join(school.folder, 'usb');
    const exporting = school.call('exportPackage', { to });
    for (let asked = 0; (await school.must('getProgress', {})) === null && asked < 10_000; asked += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await school.must('cancelJob', {});
    expect(codeOf(await exporting)).toBe('cancelled');
    expect(existsSync(to) ? readdirSync(to) : []).toEqual([]);
    expect(school.audit()).toEqual(before);
    expect(await school.must('getProgress', {})).toBe(null);
  });
});
