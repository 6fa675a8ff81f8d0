import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/core/database/open.ts';
import { usesOf } from '../../electron/core/database/uses.ts';
import { errorSentence } from '../../shared/vi/errors.ts';
import { isUse } from '../../shared/vi/uses.ts';
import { codeOf, coreAt, fileAt, valueOf } from '../support/school.ts';

describe('what is used somewhere', () => {
  it('is told with the place: a relative of a member, a tổ with a meeting, a tổ with an award', async () => {
    const { must, call, person } = await coreAt('imported');
    const { council } = await must('getMeeting', {});
    const member = council?.members[0];
    const relative = await must('savePerson', {
      ...{ id: null, code: null, fullName: 'Đỗ Văn Thử', birthDate: null, sex: null, position: '', duty: '' },
      ...{ degree: '', joinedOn: null, partyMember: false, groupId: null },
    });
    await must('saveRelative', { memberId: member?.id ?? '', personId: relative.id, relation: 'em' });
    const kept = await call('removePerson', { id: relative.id });
    expect(kept).toMatchObject({ ok: false, error: { code: 'in-use', uses: ['council_relative'] } });
    if (!kept.ok)
      expect(errorSentence(kept.error)).toBe(
        'Đỗ Văn Thử có trong người liên quan của thành viên Hội đồng nên không xóa được. Hãy đổi tình trạng sang “Đã chuyển đi, thôi việc” hoặc “Đã nghỉ hưu”, hoặc xóa ở những nơi đó trước.',
      );
    await must('saveRelative', { memberId: member?.id ?? '', personId: relative.id, relation: null });
    await must('removePerson', { id: relative.id });

    const group = await must('saveGroup', { id: null, name: 'Tổ Thử' });
    const body = { kind: 'GROUP' as const, groupId: group.id };
    const { id: personId } = await person('3100700042');
    await must('saveCouncil', {
      ...{ body, decisionNumber: '', decisionDate: null },
      members: [{ personId, role: 'CHAIR' }],
    });
    expect(await call('removeGroup', { id: group.id })).toMatchObject({
      error: { code: 'in-use', uses: ['council'] },
    });

    const other = await must('saveGroup', { id: null, name: 'Tổ Thử hai' });
    await must('saveCollectiveAward', {
      ...{ id: null, groupId: other.id, schoolYear: '2023-2024', titleId: 'TTLDTT', name: 'Tập thể' },
      ...{ decisionNumber: '', decisionDate: null, issuer: '', rewardType: null, themed: null },
      ...{ achievement: '', cancelled: null },
    });
    expect(await call('removeGroup', { id: other.id })).toMatchObject({
      error: { code: 'in-use', uses: ['group_award'] },
    });
    expect(codeOf(await call('removeGroup', { id: 'không có' }))).toBe('not-found');
  });

  it('is asked of the schema: every table that may hold something has words, and says so before the database does', async () => {
    const { path } = await fileAt('sealed');
    const { driver, read, close } = valueOf(openDatabase({ path, mode: 'existing' }));
    const held = new Set(['person', 'group', 'pupil', 'initiative']);
    for (const table of held) {
      const links = driver
        .prepare(
          `select owner.name as owner, link.on_delete as rule from sqlite_schema owner
           join pragma_foreign_key_list(owner.name) link where link."table" = ?`,
        )
        .all(table) as readonly { readonly owner: string; readonly rule: string }[];
      for (const { owner, rule } of links) {
        if (rule === 'CASCADE') held.add(owner);
        else expect({ owner, hasWords: isUse(owner) }).toEqual({ owner, hasWords: true });
      }
    }
    for (const table of ['person', 'group', 'initiative'] as const) {
      const ids = driver.prepare(`select id from "${table}"`).pluck().all() as readonly string[];
      for (const id of ids) {
        const remove = driver.transaction(() => {
          driver.prepare(`delete from "${table}" where id = ?`).run(id);
          throw new Error('taken back');
        });
        const said = usesOf(read, table, id).length > 0 ? /FOREIGN KEY/ : /taken back/;
        expect(remove).toThrow(said);
      }
    }
    close();
  });
});
