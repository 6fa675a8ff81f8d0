import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeetingFile } from '../../shared/imports/meeting.ts';

const text = readFileSync('test/samples/thcs-hoa-phuong/08-phien-hop.json', 'utf8');

function detailOf(change: (value: Record<string, unknown>) => void): string {
  const value = JSON.parse(text) as Record<string, unknown>;
  change(value);
  const read = readMeetingFile({ fileName: '08.json', text: JSON.stringify(value) });
  if (read.ok || read.error.code !== 'invalid-json') throw new Error('was read');
  return read.error.detail;
}

describe('readMeetingFile', () => {
  it('reads the sample', () => {
    const read = readMeetingFile({ fileName: '08.json', text: `\ufeff${text}` });
    if (!read.ok) throw new Error(read.error.code);
    const meeting = read.value;
    expect(meeting).toMatchObject({
      schoolYear: '2025-2026',
      date: '2026-05-28',
      from: '14:00',
      to: '16:30',
    });
    expect(meeting.council.map((member) => member.role).slice(0, 4)).toEqual([
      'CHAIR',
      'VICE_CHAIR',
      'SECRETARY',
      'MEMBER',
    ]);
    expect(meeting.council.filter((member) => !member.present)).toEqual([
      { code: '3100700008', role: 'MEMBER', present: false, absenceReason: 'Đi công tác' },
    ]);
    expect(meeting.handsFor).toHaveLength(41);
    expect(meeting.handsFor[0]).toEqual({ titleId: 'LDTT', code: '3100700001', agree: 9 });
    expect(meeting.writtenOpinions).toMatchObject([{ code: '3100700008', titleId: 'CSTDCS' }]);
    expect(meeting.writtenOpinions[0]?.marks.map(({ mark }) => mark)).toEqual([
      'AGREE',
      'DISAGREE',
      'AGREE',
      'AGREE',
      'AGREE',
      'DISAGREE',
    ]);
    expect(meeting.counters).toEqual(['3100700004', '3100700005', '3100700006']);
    expect(meeting.ballots).toEqual([
      { titleId: 'CSTDCS', issued: 8, returned: 8, file: '06-phieu-tin-nhiem.csv' },
    ]);
  });

  it('takes titles by name, dates and hours as people write them', () => {
    const value = JSON.parse(text) as Record<string, unknown>;
    Object.assign(value, { date: '28/5/2026', from: '14h', to: '16 giờ 30', handsFor: { LĐTT: { A1: 5 } } });
    const read = readMeetingFile({ fileName: '08.json', text: JSON.stringify(value) });
    expect(read).toMatchObject({
      value: {
        date: '2026-05-28',
        from: '14:00',
        to: '16:30',
        handsFor: [{ titleId: 'LDTT', code: 'A1', agree: 5 }],
      },
    });
  });

  it.each([
    [
      'schoolYear',
      (value: Record<string, unknown>) => delete value['schoolYear'],
      'mục “schoolYear” cần năm học dạng 2025-2026',
    ],
    [
      'date',
      (value: Record<string, unknown>) => (value['date'] = '31/02/2026'),
      'mục “date” cần ngày có thật, dạng 2026-05-28 hoặc 28/05/2026',
    ],
    [
      'council',
      (value: Record<string, unknown>) => (value['council'] = [{ code: 'A', role: 'Khách', present: true }]),
      'mục “council, mục 1, role” cần Chủ tịch, Phó Chủ tịch, Thư ký hoặc Ủy viên',
    ],
    [
      'present',
      (value: Record<string, unknown>) => (value['council'] = [{ code: 'A', role: 'Thư ký', present: 'có' }]),
      'mục “council, mục 1, present” cần true (có mặt) hoặc false (vắng)',
    ],
    [
      'hands',
      (value: Record<string, unknown>) => (value['handsFor'] = { LDTT: { A: -1 } }),
      'mục “handsFor, LDTT, A” cần số nguyên từ 0',
    ],
    [
      'title',
      (value: Record<string, unknown>) => (value['handsFor'] = { XYZ: { A: 1 } }),
      'mục “handsFor, XYZ” không phải là tên danh hiệu',
    ],
    [
      'ballots',
      (value: Record<string, unknown>) => (value['ballots'] = { CSTDCS: { issued: 1.5, returned: 1 } }),
      'mục “ballots, CSTDCS, issued” cần số nguyên từ 0',
    ],
    [
      'opinions',
      (value: Record<string, unknown>) => (value['writtenOpinions'] = {}),
      'mục “writtenOpinions” cần một danh sách [ … ]',
    ],
  ])('tells which field is wrong: %s', (_, change, detail) => {
    expect(detailOf(change)).toBe(detail);
  });

  it('refuses what is no JSON, and a member named twice', () => {
    expect(readMeetingFile({ fileName: '08.json', text: '{"a":1,}' })).toMatchObject({
      error: { code: 'invalid-json' },
    });
    expect(readMeetingFile({ fileName: '08.json', text: '[]' })).toMatchObject({
      error: { detail: 'cần một nhóm { … }' },
    });
    const twice = [1, 2].map(() => ({ code: 'A', role: 'Ủy viên', present: true }));
    expect(detailOf((value) => (value['council'] = twice))).toContain('mã A hai lần');
  });
});
