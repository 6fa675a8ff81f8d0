import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { crawl, goTo, quiet, screens, type Visitor } from './crawl.ts';
import { settle } from './layout.ts';
import { expect, test, type Season } from './support.ts';

// Every button that is off, on every screen and at every stage, says why, and what it says is so.

/** What the core tells of the stage at hand. */
interface Facts {
  readonly role: string;
  readonly meeting: 'preparing' | 'open' | 'closed' | null;
  readonly present: string;
  readonly registrations: number;
  readonly isLocked: boolean;
  readonly announced: number;
  readonly blocked: string;
  readonly sealed: number;
  readonly leftToType: readonly string[];
  readonly unsealed: number;
  readonly stored: number;
  readonly withoutPrint: boolean;
  readonly confirmed: number;
  readonly ranked: boolean;
}

async function factsOf({ ask }: Season): Promise<Facts> {
  const status = await ask('getStatus', {});
  const { meeting, quorum } = await ask('getMeeting', {});
  const cases = await ask('listCases', {});
  const { registrationLock, standards } = await ask('getSeason', {});
  const papers = (await ask('listPapers', {})).filter(({ inPackage }) => inPackage);
  const rows = await ask('listRounds', {});
  const rounds = await Promise.all(rows.map(async ({ id }) => await ask('getRound', { id })));
  const { rows: scores } = await ask('getEvaluations', {});
  return {
    role: status.session?.role ?? '',
    meeting: meeting?.state ?? null,
    present: `${quorum?.present ?? 0}/${quorum?.total ?? 0}`,
    registrations: cases.filter(({ state }) => state !== 'WITHDRAWN').length,
    isLocked: registrationLock !== null,
    announced: standards.filter((standard) => standard.announced).length,
    blocked: `${papers.filter(({ state }) => state === 'blocked').length}/${papers.length}`,
    sealed: rounds.filter(({ state }) => state === 'sealed').length,
    stored: rounds.reduce((sum, { stored }) => sum + stored, 0),
    unsealed: rounds.filter(({ state }) => state !== 'sealed').length,
    leftToType: rounds.map(
      ({ returned, stored, aside }) => `${(returned ?? 0) - stored - aside}/${returned}`,
    ),
    withoutPrint: rounds.some(({ printed }) => printed === null),
    confirmed: scores.filter((row) => row.confirmed).length,
    ranked: scores.some((row) => row.groupTotal !== null && !row.confirmed),
  };
}

/** What stands around the button. */
interface Near {
  /** Of its row, form or bar. */
  readonly text: string;
  /** Of its form. */
  readonly emptyFields: number;
  /** Of every list on the page. */
  readonly rows: number;
  /** Of every list on the page, rows that are picked. */
  readonly ticked: number;
}

/** When each reason is true; what speaks of the row or field beside it is looked at where it stands. */
const truths: readonly (readonly [RegExp, (facts: Facts, said: readonly string[], near: Near) => boolean])[] =
  [
    [
      /^Việc này dành cho Thư ký Hội đồng hoặc Chủ tịch Hội đồng\.$/,
      ({ role }) => !['secretary', 'chair'].includes(role),
    ],
    [
      /^Việc này dành cho Thư ký Hội đồng, Chủ tịch Hội đồng hoặc Ban kiểm phiếu\.$/,
      ({ role }) => role === 'viewer',
    ],
    [/^Việc này dành cho Chủ tịch Hội đồng\.$/, ({ role }) => role !== 'chair'],
    [/^Lập phiên họp rồi mới/, ({ meeting }) => meeting === null],
    [/^Mở (?:phiên họp|cuộc họp) rồi mới/, ({ meeting }) => meeting === null || meeting === 'preparing'],
    [/^Hãy mở cuộc họp ở bước/, ({ meeting }) => meeting === null || meeting === 'preparing'],
    [/^Phiên họp (?:không còn mở|đã kết luận)/, ({ meeting }) => meeting === 'closed'],
    [/^Hãy mở lại phiên họp trước/, ({ meeting }) => meeting === 'closed'],
    [
      /^Mới có mặt (\S+) thành viên/,
      ({ present, meeting }, [said]) => said === present && meeting === 'preparing',
    ],
    [/^Chưa có đăng ký nào/, ({ registrations }) => registrations === 0],
    [/^Chưa có ai đủ điều kiện ở danh hiệu phải bỏ phiếu kín/, ({ registrations }) => registrations === 0],
    [/^Đăng ký đã chốt/, ({ isLocked }) => isLocked],
    [/^Hãy công bố tiêu chuẩn/, ({ announced }) => announced === 0],
    [/^Còn (\S+) văn bản chưa lập được/, ({ blocked }, [said]) => said === blocked],
    [/^Kết quả đã chốt/, ({ sealed }) => sealed > 0],
    [/^Còn (\S+) phiếu chưa nhập/, ({ leftToType }, [said]) => leftToType.includes(said ?? '')],
    [/^Còn (\d+) vòng bỏ phiếu chưa chốt/, ({ unsealed }, [said]) => said === String(unsealed)],
    [/^Hãy ghi số phiếu in\.$/, ({ withoutPrint }) => withoutPrint],
    [/^Chưa có người nào đủ điểm tổ chấm mà chưa xác nhận/, ({ ranked }) => !ranked],
    [/^Chưa có ai được xác nhận/, ({ confirmed }) => confirmed === 0],
    [/^(?:Đã xét đầu tiên|Đã xét cuối cùng|Đây là hồ sơ đầu tiên|Đây là hồ sơ cuối cùng)\.$/, () => true],
    [/^Hãy đánh dấu những dòng/, (_facts, _said, { ticked }) => ticked === 0],
    [/^Chưa nhập phiếu nào/, ({ stored }) => stored === 0],
    [/^Đang ở trang đầu/, (_facts, _said, { text }) => /^1\/\d+$/m.test(text)],
    [/^Đang ở trang cuối/, (_facts, _said, { text }) => /^(\d+)\/\1$/m.test(text)],
    [/^Không có dòng nào trong danh sách/, (_facts, _said, { rows }) => rows === 0],
    [/^Tổ đang có người/, (_facts, _said, { text }) => /\t[1-9]\d*\t/.test(text)],
    [/^Hãy nhập ngày đăng ký/, (_facts, _said, { emptyFields }) => emptyFields > 0],
  ];

/** Looks at every button that is off. */
class Reasons implements Visitor {
  readonly #page: Page;
  readonly #facts: Facts;
  readonly #stage: string;
  readonly lines = new Set<string>();
  readonly seen = new Set<string>();

  constructor(page: Page, stage: string, facts: Facts) {
    this.#page = page;
    this.#stage = stage;
    this.#facts = facts;
  }

  async look(state: string): Promise<void> {
    await settle(this.#page);
    const off = await this.#page
      .locator('button:is(:disabled, [aria-disabled=true]):visible')
      .evaluateAll((buttons) =>
        buttons.map((button) => ({
          name: button.getAttribute('aria-label') ?? button.textContent.trim(),
          reason: button.getAttribute('title') ?? '',
          isReached: !(button as HTMLButtonElement).disabled,
          near: {
            text: button.closest<HTMLElement>('tr, li, form, aside')?.innerText ?? '',
            emptyFields: [...(button.closest('form')?.querySelectorAll('input') ?? [])].filter(
              ({ value }) => value === '',
            ).length,
            rows: document.querySelectorAll('.screen__main tr[data-row]').length,
            ticked: document.querySelectorAll('.screen__main tbody :checked').length,
          },
        })),
      );
    for (const { name, reason, isReached, near } of off) {
      const where = `${this.#stage}, ${state}, “${name}”`;
      this.seen.add(reason);
      if (!isReached) this.lines.add(`${where}: the keyboard cannot reach it`);
      if (!/^\p{Lu}.*\.$/u.test(reason)) this.lines.add(`${where}: “${reason}” is no sentence`);
      const truth = truths.find(([pattern]) => pattern.test(reason));
      if (truth === undefined) this.lines.add(`${where}: nobody checks “${reason}”`);
      else if (!truth[1](this.#facts, truth[0].exec(reason)?.slice(1) ?? [], near))
        this.lines.add(`${where}: “${reason}” is not so`);
    }
  }

  async glance(state: string): Promise<void> {
    await this.look(state);
  }
}

/** Walks the screens at the stage the core is in now, and gives the reasons that were seen. */
async function reasonsAt({
  page,
  season,
  stage,
  at = screens,
}: {
  readonly page: Page;
  readonly season: Season;
  readonly stage: string;
  readonly at?: readonly string[];
}): Promise<ReadonlySet<string>> {
  const reasons = new Reasons(page, stage, await factsOf(season));
  await season.open('overview');
  for (const screen of at) await crawl(page, screen, reasons);
  if (at.includes('council')) {
    await goTo(page, 'council');
    const tab = page.getByRole('tab', { name: 'Từng hồ sơ' });
    await tab.click();
    const first = page.locator('.case-list__line').first();
    if (await first.isVisible()) await first.click();
    await quiet(page);
    await reasons.look('council case');
  }
  expect.soft([...reasons.lines]).toEqual([]);
  return reasons.seen;
}

const meetingScreens = ['overview', 'council', 'ballot', 'dossier'];

test('in a new file every button that is off says what is truly missing', async ({ page, season }) => {
  test.setTimeout(120_000);
  const { sessionId } = await season.ask('createFile', {
    ...{ path: join(season.app.folder, 'moi.bangvang'), kind: 'real', schoolName: 'Trường THCS Hoa Ban' },
    ...{ superior: 'UBND xã An Hải', place: 'An Hải', schoolYear: '2025-2026' },
  });
  await season.resume(sessionId);
  const seen = await reasonsAt({ page, season, stage: 'new file' });
  for (const reason of [
    'Chưa có đăng ký nào để thẩm định.',
    'Chưa có ai đủ điều kiện ở danh hiệu phải bỏ phiếu kín.',
  ])
    expect(seen).toContain(reason);
});

test('before, in and after the meeting every button that is off says why, and it is so', async ({
  page,
  season,
}) => {
  test.setTimeout(300_000);
  const { ask } = season;
  const before = await reasonsAt({ page, season, stage: 'before the meeting' });
  expect(before).toContain('Mở phiên họp rồi mới ghi kết quả biểu quyết.');

  await ask('openMeeting', { withoutQuorumBecause: null });
  const { council } = await ask('getMeeting', {});
  const tellers = (council?.members ?? []).filter(({ present }) => present === true).slice(0, 2);
  await ask('saveTellers', { memberIds: tellers.map(({ id }) => id) });
  const { id: roundId } = await ask('openRound', { titleId: 'CSTDCS' });
  const printing = await reasonsAt({ page, season, stage: 'round prepared', at: ['ballot'] });
  expect(printing).toContain('Hãy ghi số phiếu in.');

  await ask('savePrintRun', { roundId, printed: 10, issued: 8 });
  await ask('declareReturned', { roundId, returned: 8, mode: 'ballots' });
  const { candidates } = await ask('getRound', { id: roundId });
  const paper = { invalidReason: null, marks: candidates.map(() => 'AGREE' as const) };
  await ask('storeBallots', { roundId, ballots: [paper, paper, paper] });
  const counting = await reasonsAt({ page, season, stage: 'counting', at: meetingScreens });
  expect(counting).toContain('Còn 5/8 phiếu chưa nhập.');

  await season.signIn('viewer', 'Nguyễn Thị Xem');
  const viewer = await reasonsAt({ page, season, stage: 'viewer' });
  expect(viewer).toContain('Việc này dành cho Thư ký Hội đồng hoặc Chủ tịch Hội đồng.');

  await season.signIn('secretary', 'Trần Văn Ghi');
  await ask('storeBallots', { roundId, ballots: Array.from({ length: 5 }, () => paper) });
  await ask('sealRound', { roundId });
  const sealed = await reasonsAt({ page, season, stage: 'sealed', at: meetingScreens });
  expect(sealed).toContain('Việc này dành cho Chủ tịch Hội đồng.');

  await ask('concludeMeeting', { undealtBecause: 'Hết giờ họp' });
  await reasonsAt({ page, season, stage: 'concluded', at: meetingScreens });
});
