/** Papers of the council's coming together and of its results, for the tests of their builders and writers. */
import { councilDecision } from '../../shared/documents/council-decision.ts';
import { invitation } from '../../shared/documents/invitation.ts';
import type { Paper } from '../../shared/documents/model.ts';
import type { PaperBody } from '../../shared/documents/parts.ts';
import { resultNotice } from '../../shared/documents/result-notice.ts';
import { basics, chair, head, longName, people } from './sample.ts';

/** The decision that founds a council of so many. */
export function sampleDecision(count: number): Paper {
  return councilDecision({
    ...basics,
    decisionNumber: null,
    plan: { number: '36/KH-THCSHP', date: '2025-09-15' },
    members: people(count).map(({ name, sex, post }, index) => ({
      name,
      sex,
      post,
      role: index === 0 ? 'CHAIR' : index === 1 ? 'SECRETARY' : 'MEMBER',
    })),
    head,
  });
}

/** The invitation of a council of so many. */
export function sampleInvitation(count: number, body?: PaperBody): Paper {
  return invitation({
    ...basics,
    ...(body === undefined ? {} : { body }),
    meeting: { date: '2026-05-28', startsAt: '14:00', place: 'Phòng Hội đồng' },
    members: people(count),
    agenda: [
      { titleName: 'Chiến sĩ thi đua cơ sở', cases: 12, method: 'ballot' },
      { titleName: 'Lao động tiên tiến', cases: 41, method: 'hands' },
    ],
    presiding: chair.name,
    chair,
    head,
  });
}

/** The notice to a person who was looked at for so many titles. */
export function sampleNotice(count: number): Paper {
  return resultNotice({
    ...basics,
    to: { name: longName, post: 'Giáo viên', group: 'Tổ Toán - Công nghệ', sex: 'FEMALE' },
    publicityDays: 5,
    meetingOn: '2026-05-28',
    results: Array.from({ length: count }, () => ({
      titleName: 'Chiến sĩ thi đua cơ sở',
      outcome: 'Hạ xuống danh hiệu khác',
      reason: 'Chuyển xét Lao động tiên tiến: sáng kiến chưa được công nhận',
    })),
    chair,
  });
}
