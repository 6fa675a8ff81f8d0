/** A school with a long list of names, made through the core. */
import type { Season } from './support.ts';

/** The longest name a real list holds, nearly. */
export const longName = 'Công Tằng Tôn Nữ Huyền Trân Phương Thảo Quỳnh Giao';

/** So many people put forward for CSTĐCS, each let through by the council, in an open meeting with tellers. */
export async function crowd({ ask }: Season, names: number): Promise<void> {
  const [group] = await ask('listGroups', {});
  const season = await ask('getSeason', {});
  if (season.registrationLock !== null) await ask('unlockRegistration', { reason: 'Thêm người' });
  const known = await ask('listCases', {});
  const before = known.filter(({ titleId }) => titleId === 'CSTDCS').length;
  for (let at = before; at < names; at += 1) {
    const { id: personId } = await ask('savePerson', {
      ...{ id: null, code: null, birthDate: null, sex: null, duty: '', degree: '', joinedOn: '2010-09-01' },
      ...{ partyMember: false, groupId: group?.id ?? null, position: 'Giáo viên' },
      fullName: at % 9 === 0 ? `${longName} ${at}` : `Trần Thị Mẫu ${at}`,
    });
    await ask('registerCase', { personId, groupId: null, titleId: 'CSTDCS', registeredOn: '2025-10-01' });
  }
  await ask('checkCases', {});
  for (const row of await ask('listCases', {})) {
    if (row.titleId !== 'CSTDCS' || row.eligibility === 'yes') continue;
    await ask('overruleVerdict', { caseId: row.id, eligibility: 'yes', reason: 'Thử danh sách dài' });
  }
  await ask('openMeeting', { withoutQuorumBecause: null });
  const { council } = await ask('getMeeting', {});
  const tellers = (council?.members ?? []).filter(({ present }) => present === true).slice(0, 2);
  await ask('saveTellers', { memberIds: tellers.map(({ id }) => id) });
}

/** A round of CSTĐCS whose eight papers have come back. */
export async function countedRound({ ask }: Season): Promise<string> {
  const { id } = await ask('openRound', { titleId: 'CSTDCS' });
  await ask('savePrintRun', { roundId: id, printed: 10, issued: 8 });
  await ask('declareReturned', { roundId: id, returned: 8, mode: 'ballots' });
  return id;
}
