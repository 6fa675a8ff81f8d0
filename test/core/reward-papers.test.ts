import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { voteByHands } from '../../electron/core/season/council.ts';
import { codeOf, coreAt, sampleMeeting, type Must } from '../support/school.ts';

const titleId = 'GK_HT';
const taught = 'Giải Nhất hội thi giáo viên dạy giỏi cấp trường';
const rescued = 'Tổ chức cứu học sinh trong mưa lũ';

async function textOf(must: Must, paperId: string): Promise<string> {
  const { bytes } = await must('renderPaper', { paperId, format: 'docx' });
  const parts = unzipSync(Buffer.from(bytes, 'base64'));
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ');
}

/** A person with a recorded achievement and a tổ without one, both voted through for a certificate of the head. */
async function concluded() {
  const school = await coreAt('checked');
  const { must, call } = school;
  const person = await school.person('3100700010');
  const [group] = await must('listGroups', {});
  if (group === undefined) throw new Error('the sample has tổ');
  const registeredOn = '2025-10-01';
  const { id: personCase } = await must('registerCase', {
    personId: person.id,
    groupId: null,
    titleId,
    registeredOn,
  });
  const { id: groupCase } = await must('registerCase', {
    personId: null,
    groupId: group.id,
    titleId,
    registeredOn,
  });
  await must('saveAchievement', { caseId: personCase, achievement: taught });
  await must('checkCases', {});
  for (const caseId of [personCase, groupCase])
    await must('overruleVerdict', { caseId, eligibility: 'yes', reason: 'Hội đồng xét thấy đủ điều kiện' });
  await voteByHands({ call, ...sampleMeeting() });
  const agreed = { agree: 8, disagree: 0, abstain: 0 };
  await must('saveHands', {
    votes: [personCase, groupCase].map((caseId) => ({ caseId, ...agreed })),
  });
  await must('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
  const decision = async () => {
    const row = (await must('listPapers', {})).find(({ id }) => id === `reward-decision:${titleId}`);
    if (row === undefined) throw new Error('the certificate is decided here');
    return row;
  };
  return { ...school, person, group, groupCase, decision };
}

describe('what a reward is given for', () => {
  it('stands on the list, and a decision without it is a draft that says for whom', async () => {
    const { must, call, person, group, groupCase, decision } = await concluded();
    expect((await decision()).state).toBe('draft');
    expect((await decision()).note).toContain(group.name);
    expect((await decision()).note).not.toContain(person.fullName);
    expect(await textOf(must, `nomination-list:${titleId}`)).toContain(taught);

    await must('saveAchievement', { caseId: groupCase, achievement: rescued });
    expect(codeOf(await call('saveAchievement', { caseId: groupCase, achievement: taught }))).toBe(
      'wrong-state',
    );
    expect((await decision()).state).toBe('ready');
    expect(await textOf(must, `nomination-list:${titleId}`)).toContain(rescued);
    expect(await textOf(must, 'appraisal-summary')).toContain(rescued);
  });

  it('carries money that the decision names from the day it is signed', async () => {
    const { must, groupCase, decision } = await concluded();
    await must('saveAchievement', { caseId: groupCase, achievement: rescued });
    const paperId = `reward-decision:${titleId}`;
    expect((await decision()).note).toContain('ngày ký');
    expect(await textOf(must, paperId)).toContain('01 cá nhân, mỗi cá nhân ……………… đồng');
    await must('savePaperNumber', { paperId, number: '21', date: '2026-05-29' });
    const text = await textOf(must, paperId);
    expect(text).toContain(
      '01 cá nhân, mỗi cá nhân 710.000 đồng, bằng 0,3 lần mức lương cơ sở 2.340.000 đồng',
    );
    expect(text).toContain('tổng số tiền 2.120.000 đồng');
    // Half of a collective's money for a person is inferred, not read.
    expect(await decision()).toMatchObject({
      state: 'ready',
      note: expect.stringContaining('đối chiếu trước khi ký') as string,
    });
    await must('savePaperNumber', { paperId, number: '21', date: '2026-07-02' });
    expect(await textOf(must, paperId)).toContain('mỗi cá nhân 760.000 đồng');
  });
});
