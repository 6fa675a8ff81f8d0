/** Names of the papers' files, without number and ending: known before a paper is put together. */
import type { AwardKind, AwardLevel } from '../rules/model.ts';
import { slug } from './parts.ts';

interface Ballot {
  readonly titleId: string;
  /** From 1. */
  readonly roundNumber: number;
}

function ofRound(name: string, { titleId, roundNumber }: Ballot): string {
  return `${name}-${titleId}${roundNumber > 1 ? `-lan-${roundNumber}` : ''}`;
}

export const paperFiles = {
  dossierIndex: 'muc-luc-ho-so',
  councilDecision: 'quyet-dinh-thanh-lap-hoi-dong',
  invitation: 'giay-moi-hop-hoi-dong',
  rewardDecision: (titleId: string) => `quyet-dinh-khen-thuong-${titleId}`,
  submission: ({ level, kind }: { readonly level: AwardLevel; readonly kind: AwardKind }) =>
    level === 'COMMUNE' && kind === 'TITLE'
      ? 'to-trinh'
      : `to-trinh-${level.toLowerCase().replace('_', '-')}-${kind.toLowerCase()}`,
  nominationList: (titleId: string) => `danh-sach-de-nghi-${titleId}`,
  meetingMinutes: 'bien-ban-hop-hoi-dong',
  bodyMinutes: 'bien-ban-hop',
  bodyInvitation: 'giay-moi-hop',
  tallyMinutes: (round: Ballot) => ofRound('bien-ban-kiem-phieu', round),
  appraisalSummary: 'bang-tong-hop-tham-dinh',
  registrationList: 'danh-sach-dang-ky-thi-dua',
  ballotPaper: (round: Ballot) => ofRound('phieu-bau', round),
  missingList: (group: string | null) => `con-thieu-gi${group === null ? '' : `-${slug(group)}`}`,
  personCard: (name: string, code: string | null) =>
    `phieu-ca-nhan-${slug(name)}${code === null ? '' : `-${slug(code)}`}`,
  resultNotice: (name: string) => `thong-bao-ket-qua-xet-${slug(name)}`,
  minutesVersion: (number: number) => `bien-ban-hop-hoi-dong-truoc-khi-mo-lai-${number}`,
  writtenOpinion: (round: Ballot, member: string) => `${ofRound('phieu-y-kien', round)}-${slug(member)}`,
} as const;
