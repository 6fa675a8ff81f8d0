import { describe, expect, it } from 'vitest';
import { meetingMinutes, type MeetingMinutesData } from '../../shared/documents/meeting-minutes.ts';
import type { Block, Paper } from '../../shared/documents/model.ts';
import { writeDocx } from '../../electron/core/files/docx.ts';
import { writePdf } from '../../electron/core/files/pdf.ts';
import { sampleDecision, sampleInvitation, sampleNotice } from './council-sample.ts';
import { basics, chair, members, secretary, threshold } from './sample.ts';

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
  appraisal: { registered: 2, eligible: 2, notEligible: 0, needsPerson: 0, unchecked: 0, withdrawn: 0 },
  agenda: [{ titleName: 'Lao động tiên tiến', cases: 2 }],
  caseNotes: [{ about: 'Lê An (LĐTT)', discussion: 'có giải cấp thành phố', dissent: 'một ý kiến khác' }],
  recusals: [],
  decisions: [{ about: 'Lê An (LĐTT)', outcome: 'Tạm dừng, chưa xét', reason: 'chờ xác minh.' }],
  reopenings: [],
  discussion: [],
  board: null,
  votes: [],
  conclusion: null,
  approval: null,
  undealtBecause: null,
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
    expect(text).toContain('đưa ra xét: Lao động tiên tiến (02 trường hợp).');
  });

  it('leaves blank what nobody recorded, and says nothing of what usually happens', () => {
    const silent = { ...data, caseNotes: [], decisions: [] };
    const panel = { head: 'Lê An', members: ['Lê Bình'], approval: null };
    const text = textOf(meetingMinutes({ ...silent, board: panel }));
    expect(text).not.toMatch(/nhất trí|thống nhất|quán triệt|[Kk]hông có ý kiến|biểu quyết \(|đọc lại/u);
    expect(text).toMatch(/Các ý kiến chính:\n…{10,}/u);
    expect(text).toMatch(/Các ý kiến khác, ý kiến bảo lưu:\n…{10,}/u);
    expect(text).toContain('Ban kiểm phiếu được thông qua: …………/………… thành viên có mặt tán thành.');
    expect(text).toContain('Biên bản được thông qua: …………/………… thành viên có mặt tán thành; được lập');
    const approval = { agree: 7, inRoom: 8 };
    const told = textOf(meetingMinutes({ ...silent, board: { ...panel, approval }, approval }));
    expect(told).toContain('Ban kiểm phiếu được thông qua: 7/8 thành viên có mặt tán thành.');
    expect(told).toContain('Biên bản được thông qua: 7/8 thành viên có mặt tán thành; được lập');
  });

  it('counts nobody as away whose presence was not taken', () => {
    const untaken = members.map((one, index) => (index === 8 ? { ...one, present: null } : one));
    const text = textOf(meetingMinutes({ ...data, members: untaken }));
    expect(text).toContain('Tổng số thành viên Hội đồng: 09; có mặt: 07; vắng mặt: 01; chưa điểm danh: 01.');
  });

  it('names every case of the agenda with its outcome and reason: all that is in is out', () => {
    const outcomes = ['proposed', 'rejected', 'not-eligible', 'postponed', 'lowered', 'withdrawn'] as const;
    const cases = outcomes.flatMap((outcome, index) =>
      Array.from({ length: index + 1 }, (_, one) => ({
        about: `Người ${outcome} ${one} (LĐTT)`,
        outcome,
        reason: `vì ${outcome}.`,
        undealt: outcome === 'postponed',
      })),
    );
    const text = textOf(
      meetingMinutes({
        ...data,
        conclusion: { cases, agreed: [{ titleName: 'LĐTT', names: ['Người proposed 0'] }] },
        undealtBecause: 'Hết giờ họp.',
      }),
    );
    expect(text).toContain(
      'Tổng số 21 trường hợp = 1 đề nghị khen thưởng + 2 không được Hội đồng thông qua + 3 chưa đủ điều kiện + 4 tạm dừng, chưa xét + 5 hạ xuống danh hiệu khác + 6 rút đăng ký.',
    );
    for (const { about, outcome } of cases)
      expect(text).toContain(outcome === 'proposed' ? 'Người proposed 0' : `${about}: vì ${outcome}.`);
    expect(text).toContain('còn 04 trường hợp chưa được xét; lý do: Hết giờ họp.');
  });

  it('tells two ballots on one title apart', () => {
    const vote = {
      titleId: 'CSTDCS',
      titleName: 'Chiến sĩ thi đua cơ sở',
      method: 'ballot',
      threshold,
      rows: [],
    } as const;
    const text = textOf(
      meetingMinutes({ ...data, votes: [1, 2].map((roundNumber) => ({ ...vote, roundNumber })) }),
    );
    expect(text).toContain('a) Chiến sĩ thi đua cơ sở, bỏ phiếu lần 1:');
    expect(text).toContain('b) Chiến sĩ thi đua cơ sở, bỏ phiếu lần 2:');
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
    expect(textOf(sampleInvitation(9))).toContain('Xét Chiến sĩ thi đua cơ sở: 12 trường hợp, bỏ phiếu kín;');
    expect(sampleInvitation(9).letterhead.number).toBe('05/GM-HĐTĐKT');
    // The staff is called together by the school: its number, and its head's signature.
    const staff = sampleInvitation(9, { kind: 'STAFF', name: 'Hội nghị viên chức' });
    expect(staff.letterhead.number).toBe('05/GM-THCSHP');
    expect(staff.signatures.map(({ capacity }) => capacity)).toEqual([['HIỆU TRƯỞNG']]);
    expect(textOf(sampleNotice(1))).toContain('sáng kiến chưa được công nhận');
  });
});
