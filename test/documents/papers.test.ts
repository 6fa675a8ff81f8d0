import { describe, expect, it } from 'vitest';
import {
  LEAST_TYPE,
  arrangeSlip,
  markColumns,
  offeredFormats,
  sheetsNeeded,
} from '../../shared/documents/ballot-pages.ts';
import { ballotPaper } from '../../shared/documents/ballot-paper.ts';
import {
  slipFormats,
  type BallotSheet,
  type BallotVote,
  type Block,
  type Cell,
  type Paper,
  type Rich,
  type SlipFormat,
  type Table,
} from '../../shared/documents/model.ts';
import { submission } from '../../shared/documents/submission.ts';
import { usualTallyWording } from '../../shared/documents/tally-data.ts';
import { tallyMinutes } from '../../shared/documents/tally-minutes.ts';
import { describeThreshold } from '../../shared/documents/threshold.ts';
import {
  basics,
  candidates,
  head,
  sampleAppraisal,
  sampleBallot,
  sampleIndex,
  sampleMeeting,
  sampleMissing,
  sampleNominations,
  sampleOpinion,
  samplePersonCard,
  sampleRegistrations,
  sampleSubmission,
  sampleTally,
  secretary,
  threshold,
} from './sample.ts';

function plain(text: Rich): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

function cellText(cell: Cell): string {
  if (cell === null || typeof cell !== 'object') return String(cell ?? '');
  return 'box' in cell ? '' : plain(cell.runs);
}

function tableTexts(table: Table): readonly string[] {
  return [
    ...table.columns.map((column) => column.header),
    ...table.rows.flatMap((row) => ('section' in row ? [row.section] : row.map(cellText))),
  ];
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'basis':
      return [plain(block.text)];
    case 'list':
      return block.items.map(plain);
    case 'addressee':
      return block.to;
    case 'table':
      return tableTexts(block);
    case 'pageBreak':
      return [];
  }
}

function textsOf(paper: Paper): readonly string[] {
  return [paper.title, ...paper.subtitle, ...paper.blocks.flatMap(blockTexts)];
}

function tablesOf(paper: Paper): readonly Table[] {
  return paper.blocks.filter((block) => block.kind === 'table');
}

const builders: Readonly<Record<string, (count: number) => Paper>> = {
  registrations: (count) => sampleRegistrations(count, Math.min(count, 5)),
  appraisal: sampleAppraisal,
  tally: sampleTally,
  meeting: sampleMeeting,
  nominations: (count) => sampleNominations(count, 0),
  submission: sampleSubmission,
  index: sampleIndex,
  missing: (count) => sampleMissing(count, null),
  missingOfOne: (count) => sampleMissing(count, 'Tổ Toán - Công nghệ'),
  card: samplePersonCard,
};

describe('every paper, of nobody, one, forty-two or five hundred', () => {
  for (const [name, build] of Object.entries(builders)) {
    it(`${name} has whole rows, no hole in a sentence, text in NFC`, () => {
      for (const count of [0, 1, 42, 500]) {
        const paper = build(count);
        for (const text of textsOf(paper)) {
          expect(text).toBe(text.normalize('NFC'));
          expect(text).not.toMatch(/undefined|NaN|null|\[object| {2}|\(\)|: \.| ,/);
        }
        for (const table of tablesOf(paper)) {
          expect(table.rows.length).toBeGreaterThan(0);
          for (const row of table.rows)
            if (!('section' in row)) expect(row).toHaveLength(table.columns.length);
          if (table.groups !== undefined) {
            expect(table.groups.reduce((sum, group) => sum + group.span, 0)).toBe(table.columns.length);
          }
        }
        expect(paper.blocks.length).toBeGreaterThan(0);
      }
    });
  }

  it('numbers people through the tổ without a gap', () => {
    const [table] = tablesOf(sampleRegistrations(42, 0));
    const positions = (table?.rows ?? []).flatMap((row) => ('section' in row ? [] : [row[0]]));
    expect(positions).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
  });
});

describe('danh sách còn thiếu', () => {
  it('names a case once, with a row for each condition and a section for each tổ', () => {
    const [table] = tablesOf(sampleMissing(12, null));
    const rows = (table?.rows ?? []).flatMap((row) => ('section' in row ? [] : [row]));
    const numbers = rows.map((row) => row[0]).filter((cell) => cell !== null);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(rows.length).toBeGreaterThan(12);
    expect((table?.rows ?? []).some((row) => 'section' in row)).toBe(true);
    for (const row of rows) expect(cellText(row[4] ?? null)).not.toBe('');
  });

  it('of one tổ names it in the head and needs no section', () => {
    const paper = sampleMissing(3, 'Tổ Toán - Công nghệ');
    const [table] = tablesOf(paper);
    expect(paper.subtitle).toContain('Tổ Toán - Công nghệ, năm học 2025 - 2026');
    expect((table?.rows ?? []).some((row) => 'section' in row)).toBe(false);
    expect(paper.fileName).toBe('con-thieu-gi-To-Toan-Cong-nghe');
  });

  it('says so when nothing is missing', () => {
    expect(textsOf(sampleMissing(0, null))).toContain('Không có hồ sơ nào còn thiếu điều kiện.');
  });
});

describe('phiếu cá nhân', () => {
  it('has a place for every kind of fact, and says where there is none', () => {
    const headings = (count: number) =>
      samplePersonCard(count).blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings(0)).toEqual(headings(5));
    expect(textsOf(samplePersonCard(0))).toContain('Không có sáng kiến nào.');
  });

  it('says a year once, and which rating is only proposed', () => {
    const texts = textsOf(samplePersonCard(3));
    expect(texts.filter((text) => text === '2024 - 2025')).toHaveLength(2);
    expect(texts).toContain('Hoàn thành tốt nhiệm vụ (đề xuất)');
    expect(texts).toContain('số 88/QĐ-UBND ngày 10/07/2025');
  });
});

describe('biên bản kiểm phiếu', () => {
  const data = {
    ...basics,
    titleId: 'CSTDCS',
    titleName: 'Chiến sĩ thi đua cơ sở',
    roundNumber: 1,
    countedOn: '2026-05-28',
    place: 'Phòng Hội đồng',
    board: { head: null, members: [] },
    secretary,
    council: { total: 9, present: 8, absent: 1 },
    writtenOpinions: 1,
    ballots: {
      printed: 10,
      issued: 8,
      spoiled: null,
      leftOver: null,
      destroyed: null,
      returned: 7,
      valid: 6,
      invalid: 1,
    },
    invalidReasons: [],
    form: { kind: 'SECRET_BALLOT', chooseAtMost: null },
    decisions: [],
    counters: [],
    versions: [],
    wording: usualTallyWording,
    threshold,
    rows: [
      { name: 'Đỗ Văn Ước', agreeInRoom: 6, agreeWritten: 1, disagree: 0, blankOrInvalid: 0, passed: false },
    ],
    copies: 2,
  } as const;

  it('writes the arithmetic out, and what is needed in whole votes', () => {
    const texts = textsOf(tallyMinutes(data));
    expect(texts).toContain('Hợp lệ + không hợp lệ: 6 + 1 = 7 (thu về)');
    expect(texts).toContain('Phát ra - thu về: 8 - 7 = 1');
    expect(texts).toContain('Còn lại chưa phát: 10 - 8 = 2');
    expect(texts).toContain('77,78 %');
    expect(texts.join('\n')).toContain('cần ít nhất 08 phiếu đồng ý (80 % của 09 thành viên Hội đồng)');
    expect(texts.join('\n')).toContain('Không có người nào đạt đủ số phiếu');
  });

  it('names who was not agreed to in writing: the columns beside are of the room', () => {
    const [row] = data.rows;
    const told = (agreeWritten: number) =>
      textsOf(tallyMinutes({ ...data, rows: [{ ...row, agreeWritten }] })).join('\n');
    expect(told(1)).not.toContain('Ý kiến bằng văn bản không đồng ý');
    expect(told(0)).toContain('Ý kiến bằng văn bản không đồng ý hoặc để trống: Đỗ Văn Ước (01).');
  });

  it('writes each sum out so that it can be done again by hand', () => {
    const texts = textsOf(tallyMinutes(data));
    expect(texts.join('\n')).toContain(
      'đạt khi tổng số đồng ý × 100 không nhỏ hơn 80 × 9 = 720, tức là có ít nhất 08 phiếu đồng ý',
    );
    expect(texts).toContain('6 + 1 = 7');
    expect(texts).toContain('7 × 100 = 700 < 720');
    expect(texts).toContain('thiếu 1');
    const share = { ...threshold, percent: 66, fraction: '2/3', needed: 6 };
    expect(textsOf(tallyMinutes({ ...data, threshold: share }))).toContain('7 × 3 = 21 > 18');
  });

  it('tells the print run, what the panel decided, both counts, and the version before', () => {
    const texts = textsOf(
      tallyMinutes({
        ...data,
        ballots: { ...data.ballots, spoiled: 1, leftOver: 1, destroyed: 2 },
        decisions: [
          { outcome: 'valid', reason: 'Dấu lệch ô nhưng rõ ý chí.' },
          { outcome: 'invalid', reason: 'Ký tên' },
        ],
        counters: [
          { number: 1, teller: 'Lê An', confirmed: true },
          { number: 2, teller: 'Lê Bình', confirmed: true },
        ],
        versions: [
          {
            at: '2026-05-28T09:00:00Z',
            reason: 'Dính hai phiếu',
            figures: [{ name: 'Đỗ Văn Ước', agree: 8, base: 9 }],
          },
        ],
        wording: { ...usualTallyWording, remarks: 'Không có ý kiến khác.' },
      }),
    );
    expect(texts).toContain('Phát ra + hỏng + còn thừa: 8 + 1 + 1 = 10 (in)');
    expect(texts).toContain('Hỏng + còn thừa: 1 + 1 = 2 (đã hủy)');
    expect(texts).toContain('Hợp lệ, tính vào kết quả: Dấu lệch ô nhưng rõ ý chí.');
    expect(texts).toContain('Không hợp lệ: Ký tên.');
    expect(texts.join('\n')).toContain('lần thứ nhất do Lê An, lần thứ hai do Lê Bình thực hiện');
    expect(texts.join('\n')).toContain('lý do: Dính hai phiếu. Số đồng ý của bản này:');
    expect(texts).toContain('Đỗ Văn Ước: 8/9');
    expect(texts).toContain('Không có ý kiến khác.');
  });

  it('tells from when to when it was counted, and leaves room for hours that nobody wrote down', () => {
    const hours = { countedFrom: '15:40', countedTo: '16:15' };
    const texts = textsOf(tallyMinutes({ ...data, wording: { ...usualTallyWording, ...hours } })).join('\n');
    expect(texts).toContain('Hồi 15 giờ 40 phút, ngày 28 tháng 5 năm 2026');
    expect(texts).toContain('Việc kiểm phiếu kết thúc hồi 16 giờ 15 phút cùng ngày.');
    expect(texts).not.toContain('…… giờ');
    const open = textsOf(tallyMinutes({ ...data, wording: usualTallyWording })).join('\n');
    expect(open).toContain('Hồi …… giờ …… phút, ngày');
    expect(open).toContain('kết thúc hồi …… giờ …… phút cùng ngày');
  });

  it('names the columns as the paper was marked, and is a draft until it is sealed', () => {
    const chosen = tallyMinutes({ ...data, form: { kind: 'CHOOSE', chooseAtMost: 3 } });
    expect(textsOf(chosen)).toContain('Không chọn');
    expect(textsOf(chosen)).not.toContain('Không đồng ý');
    expect(textsOf(chosen).join('\n')).toContain('mỗi phiếu chọn không quá 03 người');
    const struck = tallyMinutes({ ...data, form: { kind: 'STRIKE_OUT', chooseAtMost: null } });
    expect(textsOf(struck)).toContain('Gạch tên');
    const draft = tallyMinutes({ ...data, status: 'draft', rows: [] });
    expect(draft.watermark).toBe('DỰ THẢO');
    expect(textsOf(draft).join('\n')).toContain('chỉ được ghi khi đã chốt');
  });

  it('never hides a sum that does not hold', () => {
    const texts = textsOf(tallyMinutes({ ...data, ballots: { ...data.ballots, valid: 5, issued: 9 } }));
    expect(texts).toContain('Hợp lệ + không hợp lệ: 5 + 1 ≠ 7 (thu về)');
    expect(texts).toContain('Không quá số thành viên có mặt: 9 > 8');
    expect(texts).toContain('Chưa khớp với 5 phiếu hợp lệ ở các dòng: Đỗ Văn Ước.');
  });

  it('says what a show of hands needs', () => {
    const half = { ...threshold, percent: 50, needed: 5, comparison: 'more-than' } as const;
    expect(describeThreshold(half, 'hands')).toBe(
      'cần ít nhất 05 thành viên tán thành (trên 50 % của 09 thành viên Hội đồng)',
    );
  });
});

describe('tờ trình', () => {
  const data = {
    ...basics,
    level: 'COMMUNE',
    kind: 'TITLE',
    decidedBy: null,
    to: 'Chủ tịch Ủy ban nhân dân xã An Hải',
    subject: 'danh hiệu thi đua',
    furtherBases: ['Căn cứ Quy chế thi đua, khen thưởng của nhà trường'],
    groupsMet: false,
    minutes: { number: null, date: '2026-05-28' },
    proposals: [{ titleName: 'Lao động tiên tiến', individuals: 5, collectives: 1 }],
    attachments: [],
    head,
  } as const;

  it('cites the law as amended only from the day the amendment is in force', () => {
    const cited = (date: string): boolean =>
      textsOf(submission({ ...data, date }))
        .join('\n')
        .includes('được sửa đổi, bổ sung ngày 23 tháng 4 năm 2026');
    expect(cited('2026-09-30')).toBe(false);
    expect(cited('2026-10-01')).toBe(true);
  });

  it('cites the minutes by their number and symbol, or leaves a blank', () => {
    const basis = (number: string | null) =>
      textsOf(submission({ ...data, minutes: { number, date: '2026-05-28' } })).join('\n');
    expect(basis('03/BB-HĐTĐKT')).toContain('Căn cứ Biên bản họp số 03/BB-HĐTĐKT ngày 28 tháng 5 năm 2026');
    expect(basis(null)).toContain('Căn cứ Biên bản họp số ……………… ngày 28 tháng 5 năm 2026');
  });

  it('rests on what the tổ concluded only where a tổ concluded something', () => {
    const ground = (groupsMet: boolean) => textsOf(submission({ ...data, groupsMet })).join('\n');
    expect(ground(true)).toContain('Trên cơ sở kết quả bình xét của các tổ và kết luận của Hội đồng');
    expect(ground(false)).toContain('Trên cơ sở kết luận của Hội đồng');
  });

  it('asks whoever decides to decide, and whoever passes it on to pass it on', () => {
    const asked = (text: string) => text.replace(/\s+/g, ' ');
    expect(asked(textsOf(submission(data)).join('\n'))).toContain(
      'kính trình Chủ tịch Ủy ban nhân dân xã An Hải xem xét, quyết định./.',
    );
    const higher = submission({
      ...data,
      level: 'CITY',
      kind: 'REWARD',
      to: 'Ủy ban nhân dân xã An Hải',
      decidedBy: 'Chủ tịch Ủy ban nhân dân thành phố',
      subject: 'hình thức khen thưởng',
    });
    const text = asked(textsOf(higher).join('\n'));
    expect(text).toContain(
      'xem xét, trình Chủ tịch Ủy ban nhân dân thành phố quyết định tặng hình thức khen thưởng',
    );
    expect(text).not.toContain('danh hiệu thi đua năm học');
    expect(higher.fileName).toBe('to-trinh-city-reward');
  });

  it('counts who is proposed, and says so when there is nobody', () => {
    expect(textsOf(submission(data)).join('\n')).toContain('Lao động tiên tiến: 05 cá nhân, 01 tập thể');
    expect(textsOf(submission({ ...data, proposals: [] })).join('\n')).toContain(
      'không có trường hợp nào đề nghị',
    );
  });

  it('lists in lists whose numbers the writers count, and ends each line', () => {
    const paper = submission({
      ...data,
      proposals: [...data.proposals, { titleName: 'Chiến sĩ thi đua cơ sở', individuals: 2, collectives: 0 }],
      attachments: ['Danh sách đề nghị.', 'Biên bản họp'],
    });
    expect(paper.blocks.filter(({ kind }) => kind === 'list')).toEqual([
      {
        kind: 'list',
        numbered: true,
        items: [
          'Lao động tiên tiến: 05 cá nhân, 01 tập thể (có danh sách kèm theo);',
          'Chiến sĩ thi đua cơ sở: 02 cá nhân (có danh sách kèm theo).',
        ],
      },
      { kind: 'list', numbered: true, items: ['Danh sách đề nghị;', 'Biên bản họp.'] },
    ]);
  });

  it('leaves a blank for the number and the day still to come', () => {
    const { letterhead } = submission({ ...data, number: null, date: null });
    expect(letterhead.number).toBe('/TTr-THCSHP');
    expect(letterhead.date).toBeNull();
  });
});

describe('phiếu bầu', () => {
  const names = (sheet: BallotSheet): readonly string[] =>
    arrangeSlip(sheet).pages.flatMap((page) =>
      page.flatMap((line) => (line.kind === 'row' ? [line.row.name] : [])),
    );
  const trialData = {
    ...basics,
    titleId: 'CSTDCS',
    shortNames: ['CSTĐCS'],
    roundNumber: 2,
    candidates: candidates(2),
    copies: 1,
    format: null,
    purpose: 'trial',
  } as const;

  it('has every name once and in order, on one or more pages of every format', () => {
    for (const format of [null, ...slipFormats]) {
      for (const count of [0, 1, 3, 12, 45, 120]) {
        const sheet = sampleBallot(count, 1, format);
        const { pages } = arrangeSlip(sheet);
        expect(names(sheet)).toEqual(candidates(count).map((candidate) => candidate.name));
        expect(pages.every((page) => page.length > 0 || pages.length === 1)).toBe(true);
        if (format === null && sheet.format !== 'A4') expect(pages).toHaveLength(1);
      }
    }
  });

  it('puts more slips on a page the fewer the names', () => {
    expect([1, 4, 40].map((count) => sampleBallot(count, 1, null).format)).toEqual([
      'four-up',
      'two-up',
      'A4',
    ]);
  });

  it('offers a format only where the paper of one voter is one piece', () => {
    for (const count of [0, 1, 2, 3, 6, 12, 45, 120]) {
      const offered = offeredFormats((format) => sampleBallot(count, 1, format));
      expect(offered.slice(0, 2)).toEqual(['A4', 'A5']);
      for (const format of offered.slice(2))
        expect(arrangeSlip(sampleBallot(count, 1, format)).pages).toHaveLength(1);
      expect(offered).toContain(sampleBallot(count, 1, null).format);
    }
    const six = offeredFormats((format) => sampleBallot(6, 1, format));
    expect(six).not.toContain('four-up');
    expect(offeredFormats((format) => sampleBallot(1, 1, format))).toEqual(slipFormats);
    const endless = (format: SlipFormat): BallotSheet => {
      const sheet = sampleBallot(1, 1, format);
      return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, name: 'Nguyễn '.repeat(200).trim() })) };
    };
    expect(offeredFormats(endless)).toEqual(['A4', 'A5']);
  });

  it('takes the largest type with which the list fits, and none below what is easily read', () => {
    for (const format of slipFormats) {
      const sizes = [1, 12, 120].map((count) => arrangeSlip(sampleBallot(count, 1, format)).layout.type);
      for (const type of sizes) expect(Math.min(...Object.values(type))).toBeGreaterThanOrEqual(LEAST_TYPE);
      expect(sizes[0]?.body).toBeGreaterThanOrEqual(12);
      expect(sizes[0]?.body).toBeGreaterThanOrEqual(sizes[2]?.body ?? 0);
    }
  });

  it('counts the sheets of paper that its copies take', () => {
    expect(sheetsNeeded(sampleBallot(1, 9, 'four-up'))).toBe(3);
    expect(sheetsNeeded(sampleBallot(3, 9, 'two-up'))).toBe(5);
    expect(sheetsNeeded(sampleBallot(12, 9, 'A4'))).toBe(9);
    expect(sheetsNeeded(sampleBallot(3, 0, 'A4'))).toBe(0);
  });

  it('numbers the names of each title anew under its heading when several are on one sheet', () => {
    const two = candidates(5).map((one, index) => ({
      ...one,
      titleName: index < 2 ? 'Chiến sĩ thi đua cơ sở' : 'Lao động tiên tiến',
    }));
    const sheet = ballotPaper({
      ...trialData,
      titleId: 'CSTDCS-LDTT',
      shortNames: ['CSTĐCS', 'LĐTT'],
      candidates: two,
      format: 'A4',
    });
    const lines = arrangeSlip(sheet).pages.flat();
    expect(lines.map((line) => (line.kind === 'section' ? line.titleName : line.position))).toEqual([
      'Chiến sĩ thi đua cơ sở',
      1,
      2,
      'Lao động tiên tiến',
      1,
      2,
      3,
    ]);
    expect(sheet.subtitle).toEqual(['Danh hiệu thi đua năm học 2025 - 2026 (lần 2)']);
  });

  it('says how each kind of vote is marked, and has the columns for it', () => {
    const kinds: readonly (readonly [BallotVote, readonly string[], string])[] = [
      [{ kind: 'agree-columns' }, ['Đồng ý', 'Không đồng ý'], 'Đánh dấu X vào một trong hai ô'],
      [{ kind: 'strike-out' }, [], 'Gạch ngang họ tên người không đồng ý'],
      [{ kind: 'choose', atMost: 3 }, ['Chọn'], 'tối đa 03 người'],
    ];
    for (const [vote, columns, words] of kinds) {
      expect(markColumns(vote)).toEqual(columns);
      for (const format of slipFormats)
        expect(ballotPaper({ ...trialData, vote, format }).guidance.join(' ')).toContain(words);
    }
  });

  it('is secret, except the sheet of an absent member, which is named, dated and signed', () => {
    expect(sampleBallot(3, 1, null).opinionOf).toBeNull();
    const opinion = sampleOpinion(3);
    expect(opinion.opinionOf).toEqual({
      name: 'Bùi Quốc Kỳ',
      post: 'Tổ trưởng chuyên môn',
      capacity: 'THÀNH VIÊN HỘI ĐỒNG',
    });
    const words = opinion.guidance.join(' ');
    expect(words).toContain('Lý do vắng mặt: đi công tác.');
    expect(words).toContain('gửi ngày 25 tháng 5 năm 2026');
    expect(words).toContain('chậm nhất là ngày 28 tháng 5 năm 2026');
  });

  it('says on each slip which ballot it is: by title, by round, a trial, an opinion', () => {
    const first = sampleBallot(2, 1, null).band;
    const second = ballotPaper({ ...trialData, purpose: 'vote' }).band;
    expect(first).toEqual({ text: 'Phiếu kín · CSTĐCS · lần 1', tone: 'red', look: 'tinted' });
    expect(second).toEqual({ text: 'Phiếu kín · CSTĐCS · lần 2', tone: 'red', look: 'solid' });
    expect(sampleOpinion(2).band.text).toBe('Ý kiến bằng văn bản · có ký tên · lần 1');
    const again = sampleOpinion(2, 2);
    expect(again.band).toMatchObject({ text: 'Ý kiến bằng văn bản · có ký tên · lần 2', look: 'solid' });
    expect(again.subtitle.join(' ')).toContain('(lần 2)');
    expect(again.fileName).toBe('phieu-y-kien-CSTDCS-lan-2-Bui-Quoc-Ky');
    expect(again.fileName).not.toBe(sampleOpinion(2).fileName);
    const trial = ballotPaper(trialData);
    expect(trial.band.text).toBe('PHIẾU THỬ · không dùng để bỏ phiếu');
    expect(trial.watermark).toBe('PHIẾU THỬ');
    expect(trial.fileName).toBe('phieu-bau-CSTDCS-lan-2-thu');
    expect(trial.subtitle.join(' ')).toContain('(lần 2)');
  });
});
