import { faultsOf } from '../support/sentences.ts';
import { describe, expect, it } from 'vitest';
import {
  DAYS_AHEAD,
  LEAST_FREE_BYTES,
  OLD_BACKUP_AGE,
  judgeReadiness,
  readinessIds,
  type ReadinessFacts,
  type ReadinessId,
  type ReadinessLine,
} from '../../shared/domain/readiness.ts';
import { addDays } from '../../shared/dates.ts';
import { readinessSummary } from '../../shared/vi/readiness.ts';

const now = '2026-05-28T06:00:00.000Z';
const council = {
  kind: 'SCHOOL' as const,
  total: 9,
  hasChair: true,
  hasSecretary: true,
  expected: 8,
  needed: 6,
};
const round = { titleName: 'Chiến sĩ thi đua cơ sở', number: 1, printed: 8, needed: 8 };
const allReady: ReadinessFacts = {
  now,
  today: '2026-05-28',
  isWhole: true,
  auditBrokenAt: null,
  lastAuditAt: now,
  space: { data: LEAST_FREE_BYTES, backups: LEAST_FREE_BYTES },
  newestBackupAt: before(OLD_BACKUP_AGE - 1),
  place: null,
  decisionDay: '2026-05-28',
  ruleSet: { name: 'Bộ quy tắc thử', from: '2025-07-01', to: null },
  meetingDay: '2026-05-28',
  council,
  cases: { total: 66, appraised: 66 },
  tellers: 3,
  rounds: [round],
};

/** An instant some milliseconds before the check. */
function before(span: number): string {
  return new Date(Date.parse(now) - span).toISOString();
}

function lineOf(id: ReadinessId, change: Partial<ReadinessFacts>): ReadinessLine | undefined {
  return judgeReadiness({ ...allReady, ...change }).find((line) => line.id === id);
}

describe('the check before the meeting', () => {
  it('finds all in order but the printer, which only paper can tell', () => {
    const lines = judgeReadiness(allReady);
    expect(lines.map(({ id }) => id)).toEqual(readinessIds);
    const left = lines.filter(({ state }) => state !== 'ready');
    expect(left.map(({ id, state }) => ({ id, state }))).toEqual([{ id: 'printer', state: 'attention' }]);
    expect(left[0]?.advice).toContain('PHIẾU THỬ');
  });

  it.each<[ReadinessId, ReadinessLine['state'], Partial<ReadinessFacts>, string]>([
    ['cases', 'blocked', { cases: { total: 66, appraised: 0 } }, 'Đã thẩm định 0/66 hồ sơ'],
    ['cases', 'attention', { cases: { total: 66, appraised: 60 } }, 'Đã thẩm định 60/66 hồ sơ'],
    ['cases', 'blocked', { cases: { total: 0, appraised: 0 } }, 'Chưa có hồ sơ nào đăng ký'],
    ['file', 'blocked', { isWhole: false }, 'bị hỏng'],
    ['audit', 'blocked', { auditBrokenAt: 12 }, 'dòng số 12'],
    ['space', 'attention', { space: { data: LEAST_FREE_BYTES - 1, backups: LEAST_FREE_BYTES } }, '500 MB'],
    ['space', 'attention', { space: { data: LEAST_FREE_BYTES, backups: 1024 } }, '1 KB ở chỗ để bản sao lưu'],
    ['space', 'attention', { space: { data: null, backups: null } }, 'Không xem được'],
    ['backup', 'blocked', { newestBackupAt: null }, 'Chưa có bản sao lưu nào'],
    ['backup', 'attention', { newestBackupAt: before(OLD_BACKUP_AGE) }, 'cách đây 1 ngày'],
    ['backup', 'attention', { newestBackupAt: before(-1000) }, 'sau giờ của máy tính'],
    ['place', 'attention', { place: 'synced' }, 'thư mục đồng bộ'],
    ['place', 'attention', { place: 'network' }, 'ổ mạng'],
    [
      'clock',
      'blocked',
      { lastAuditAt: before(-2 * 60 * 60 * 1000) },
      'chậm hơn dòng nhật ký mới nhất 2 giờ',
    ],
    ['rules', 'blocked', { ruleSet: null, decisionDay: '2019-05-28' }, '28/05/2019'],
    ['rules', 'attention', { decisionDay: '2026-10-01' }, 'Luật số 06/2026/QH16 sửa đổi, bổ sung'],
    ['meeting', 'blocked', { meetingDay: null }, 'Chưa lập phiên họp'],
    ['meeting', 'attention', { meetingDay: '2026-05-27' }, 'đã sang ngày 28/05/2026'],
    ['meeting', 'attention', { meetingDay: addDays('2026-05-28', DAYS_AHEAD + 1) }, 'ngày 05/06/2026'],
    ['council', 'blocked', { council: { ...council, total: 0, needed: null } }, 'Chưa thành lập'],
    ['council', 'blocked', { council: { ...council, hasChair: false } }, 'chưa có Chủ tịch.'],
    ['council', 'blocked', { council: { ...council, hasSecretary: false } }, 'chưa có Thư ký.'],
    ['council', 'blocked', { council: { ...council, kind: 'GROUP', total: 0 } }, 'Chưa ghi danh sách'],
    ['council', 'blocked', { council: { ...council, kind: 'GROUP', hasChair: false } }, 'chưa có Chủ trì.'],
    ['quorum', 'blocked', { council: { ...council, expected: 5 } }, '5/9 thành viên, cần ít nhất 6'],
    ['quorum', 'attention', { council: { ...council, needed: null } }, 'Chưa tính được'],
    ['tellers', 'attention', { tellers: 0 }, 'Chưa chọn Ban kiểm phiếu'],
    ['papers', 'blocked', { rounds: [round, { ...round, printed: 7 }] }, 'vòng 1 mới in 7, cần 8'],
    ['papers', 'blocked', { rounds: [{ ...round, printed: null }] }, 'chưa ghi số phiếu in'],
  ])('%s is %s: %j', (id, state, change, words) => {
    const line = lineOf(id, change);
    expect(line?.state).toBe(state);
    expect(`${line?.sentence ?? ''} ${line?.advice ?? ''}`).toContain(words);
    expect(line?.advice).not.toBeNull();
    expect(faultsOf(`${line?.sentence} ${line?.advice}`)).toEqual([]);
  });

  it('takes the last day that is near enough, and no paper where no round is open', () => {
    expect(lineOf('meeting', { meetingDay: addDays('2026-05-28', DAYS_AHEAD) })?.state).toBe('ready');
    expect(lineOf('papers', { rounds: [] })?.state).toBe('ready');
  });

  it('sums up in a sentence', () => {
    expect(readinessSummary({ blocked: 0, attention: 0 })).toBe('Mọi mục đã sẵn sàng.');
    expect(readinessSummary({ blocked: 2, attention: 1 })).toBe('Còn 2 mục chưa được, 1 mục cần xem.');
  });
});
