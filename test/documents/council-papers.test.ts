import { describe, expect, it } from 'vitest';
import { meetingMinutes, type MeetingMinutesData } from '../../shared/documents/meeting-minutes.ts';
import type { Block, Paper } from '../../shared/documents/model.ts';
import { writeDocx } from '../../electron/core/files/docx.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import { sampleDecision, sampleInvitation, sampleNotice } from './council-sample.ts';
import { basics, chair, members, secretary } from './sample.ts';

function textOf(paper: Paper): string {
  const plain = (text: unknown): string => (typeof text === 'string' ? text : JSON.stringify(text));
  return paper.blocks
    .map((block: Block) => {
      switch (block.kind) {
        case 'list':
          return block.items.map(plain).join('\n');
        case 'table':
          return JSON.stringify(block.rows);
        case 'addressee':
          return block.to.join('\n');
        case 'pageBreak':
          return '';
        default:
          return plain(block.text);
      }
    })
    .join('\n');
}

const data: MeetingMinutesData = {
  ...basics,
  meeting: {
    date: '2026-05-28',
    startedAt: '14:00',
    endedAt: '16:30',
    place: 'Phòng Hội đồng',
    purpose: 'bình xét danh hiệu thi đua',
  },
  members,
  guests: [],
  quorum: { needed: 6, present: 8, met: true, overriddenBecause: null, article: null },
  principles: [],
  appraisal: { registered: 2, eligible: 2, notEligible: 0, needsPerson: 0, setAside: 0 },
  agenda: [{ titleName: 'Lao động tiên tiến', cases: 2 }],
  caseNotes: [{ about: 'Lê An (LĐTT)', discussion: 'có giải cấp thành phố', dissent: 'một ý kiến khác' }],
  recusals: [],
  decisions: [{ about: 'Lê An (LĐTT)', outcome: 'Tạm dừng, chưa xét', reason: 'chờ xác minh.' }],
  reopenings: [],
  discussion: [],
  board: null,
  votes: [],
  agreed: [],
  otherOpinions: [],
  copies: 2,
  chair,
  secretary,
  chairTitle: null,
  secretaryTitle: null,
  remarks: [],
};

describe('biên bản họp', () => {
  it('says who came late, who left early, what was said of a case, dissent and other conclusions', () => {
    const text = textOf(meetingMinutes(data));
    expect(text).toContain('đến muộn, có mặt từ 14 giờ 20 phút');
    expect(text).toContain('về sớm lúc 16 giờ 05 phút');
    expect(text).toContain('Lê An (LĐTT): có giải cấp thành phố.');
    expect(text).toContain('Ý kiến bảo lưu về Lê An (LĐTT): một ý kiến khác.');
    expect(text).toContain('Lê An (LĐTT): Tạm dừng, chưa xét; lý do: chờ xác minh.');
    expect(text).toContain('Hội đồng xét theo thứ tự: Lao động tiên tiến (02 trường hợp).');
  });

  it('prints why it was held without a quorum', () => {
    const quorum = { ...data.quorum, met: false, overriddenBecause: 'Sở yêu cầu nộp trước 30/5.' };
    expect(textOf(meetingMinutes({ ...data, quorum }))).toContain(
      'Hội đồng vẫn tiến hành họp, lý do: Sở yêu cầu nộp trước 30/5.',
    );
  });

  it('tells of each one who stepped aside whether the base was made smaller', () => {
    const one = {
      member: { name: 'Lê An', post: 'Giáo viên', sex: 'MALE' },
      about: 'Lê An (LĐTT)',
      reason: 'Là người được xét',
    } as const;
    const of = (reduced: boolean): string =>
      textOf(meetingMinutes({ ...data, recusals: [{ ...one, reduced }] }));
    expect(of(false)).toContain('tổng số thành viên để tính kết quả vẫn là 09');
    expect(of(true)).toContain('không tính vào tổng số khi biểu quyết trường hợp này theo quy chế');
  });

  it('is signed under the titles that were typed, with remarks and the reason of a reopening', () => {
    const paper = meetingMinutes({
      ...data,
      chairTitle: 'Chủ trì phiên họp',
      secretaryTitle: 'Người ghi biên bản',
      remarks: ['Kèm danh sách ký tên.'],
      reopenings: [{ on: '2026-05-29', reason: 'bổ sung ý kiến' }],
    });
    expect(paper.signatures.map(({ capacity }) => capacity)).toEqual([
      ['NGƯỜI GHI BIÊN BẢN'],
      ['TM. HỘI ĐỒNG', 'CHỦ TRÌ PHIÊN HỌP'],
    ]);
    expect(textOf(paper)).toContain('được mở lại ngày 29 tháng 5 năm 2026, lý do: bổ sung ý kiến.');
    expect(textOf(paper)).toContain('Kèm danh sách ký tên.');
  });

  it('carries a word on a draft and none on an official paper', () => {
    expect(meetingMinutes(data).watermark).toBeNull();
    expect(meetingMinutes({ ...data, status: 'draft' }).watermark).toBe('DỰ THẢO');
  });
});

describe('the decision, the invitation and the notice', () => {
  it.each([
    ['decision', sampleDecision],
    ['invitation', sampleInvitation],
    ['notice', sampleNotice],
  ])('%s is whole for nobody, one and many, and can be written', async (_, build) => {
    for (const count of [0, 1, 45]) {
      const text = textOf(build(count));
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\(\)/);
    }
    expect((await writeDocx(build(9))).length).toBeGreaterThan(1000);
    expect((await writePdf(build(9))).length).toBeGreaterThan(1000);
  });

  it('name their members, their agenda and their reasons', () => {
    expect(textOf(sampleDecision(9))).toContain('gồm 09 thành viên');
    expect(sampleDecision(9).letterhead.number).toBe('05/QĐ-THCSHP');
    expect(textOf(sampleInvitation(9))).toContain(
      '3. Xét Chiến sĩ thi đua cơ sở: 12 trường hợp, bỏ phiếu kín;',
    );
    expect(sampleInvitation(9).letterhead.number).toBe('05/GM-HĐTĐKT');
    expect(textOf(sampleNotice(1))).toContain('sáng kiến chưa được công nhận');
  });
});
