/** Whether all is ready for the meeting: facts of the computer, the file and the council in, one line for each out. */
import { addDays, type IsoDate } from '../dates.ts';
import { placeWarnings } from '../vi/data-file.ts';
import { readinessAdvice as advise, readinessSentences as say } from '../vi/readiness.ts';
import { cautionsOn } from '../vi/readings.ts';
import { roleNamesOf } from '../vi/bodies.ts';
import { councilRoleShortNames } from '../vi/terms.ts';
import { isCouncil, type BodyKind } from './body.ts';

/** Free bytes under which a disk is too full to meet with. */
export const LEAST_FREE_BYTES = 500 * 1024 * 1024;
/** Age in milliseconds from which the newest backup is old. */
export const OLD_BACKUP_AGE = 24 * 60 * 60 * 1000;
/** Days before the meeting from which its day is plausible. */
export const DAYS_AHEAD = 7;

export const readinessIds = [
  'file',
  'audit',
  'space',
  'backup',
  'place',
  'clock',
  'rules',
  'meeting',
  'cases',
  'council',
  'quorum',
  'tellers',
  'papers',
  'printer',
] as const;
export type ReadinessId = (typeof readinessIds)[number];

/** What is known before the meeting. */
export interface ReadinessFacts {
  /** Instant of the check, ISO 8601 in UTC, and the day where the computer is. */
  readonly now: string;
  readonly today: IsoDate;
  readonly isWhole: boolean;
  /** First row of the audit trail that does not hold. */
  readonly auditBrokenAt: number | null;
  readonly lastAuditAt: string | null;
  /** Free bytes where the data file and where its backups are; null when the system will not say. */
  readonly space: { readonly data: number | null; readonly backups: number | null };
  readonly newestBackupAt: string | null;
  readonly place: 'synced' | 'network' | null;
  /** The day whose rules apply, and the set in force on it. */
  readonly decisionDay: IsoDate;
  readonly ruleSet: { readonly name: string; readonly from: IsoDate; readonly to: IsoDate | null } | null;
  readonly meetingDay: IsoDate | null;
  readonly council: {
    readonly kind: BodyKind;
    readonly total: number;
    readonly hasChair: boolean;
    readonly hasSecretary: boolean;
    /** Members who did not say that they stay away. */
    readonly expected: number;
    /** Null while no rule says it. */
    readonly needed: number | null;
  };
  /** Cases that the school's council will deal with, and how many are appraised; null for another body. */
  readonly cases: { readonly total: number; readonly appraised: number } | null;
  readonly tellers: number;
  /** Rounds that are not sealed. */
  readonly rounds: readonly {
    readonly titleName: string;
    readonly number: number;
    readonly printed: number | null;
    readonly needed: number;
  }[];
}

export interface ReadinessLine {
  readonly id: ReadinessId;
  readonly state: 'ready' | 'attention' | 'blocked';
  readonly sentence: string;
  /** What to do; null when there is nothing to do. */
  readonly advice: string | null;
}

type Judged = Omit<ReadinessLine, 'id'>;

function ready(sentence: string): Judged {
  return { state: 'ready', sentence, advice: null };
}
function attention(sentence: string, advice: string): Judged {
  return { state: 'attention', sentence, advice };
}
function blocked(sentence: string, advice: string): Judged {
  return { state: 'blocked', sentence, advice };
}

/** Milliseconds from one instant to a later one. */
function between(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}

const judges: Readonly<Record<ReadinessId, (facts: ReadinessFacts) => Judged>> = {
  file: ({ isWhole }) => (isWhole ? ready(say.fileWhole) : blocked(say.fileDamaged, advise.fileDamaged)),

  audit: ({ auditBrokenAt }) =>
    auditBrokenAt === null
      ? ready(say.auditWhole)
      : blocked(say.auditBroken(auditBrokenAt), advise.auditBroken),

  space({ space: { data, backups } }) {
    if (data === null || backups === null) {
      return attention(say.spaceUnknown, advise.spaceUnknown(LEAST_FREE_BYTES));
    }
    const sentence = say.space({ data, backups });
    return Math.min(data, backups) < LEAST_FREE_BYTES
      ? attention(sentence, advise.space(LEAST_FREE_BYTES))
      : ready(sentence);
  },

  backup({ newestBackupAt, now }) {
    if (newestBackupAt === null) return blocked(say.noBackup, advise.backup);
    const age = between(newestBackupAt, now);
    if (age < 0) return attention(say.backupAhead, advise.clock);
    return age < OLD_BACKUP_AGE ? ready(say.backup(age)) : attention(say.backup(age), advise.backup);
  },

  place: ({ place }) =>
    place === null ? ready(say.place) : attention(placeWarnings[place].sentence, placeWarnings[place].advice),

  clock({ lastAuditAt, now, today }) {
    const behind = lastAuditAt === null ? 0 : between(now, lastAuditAt);
    return behind > 0 ? blocked(say.clockBehind(behind), advise.clock) : ready(say.clock(today));
  },

  rules({ ruleSet, decisionDay }) {
    if (ruleSet === null) return blocked(say.noRules(decisionDay), advise.noRules);
    const cautions = cautionsOn(decisionDay);
    return cautions.length === 0
      ? ready(say.rules(ruleSet))
      : attention(say.rules(ruleSet), advise.compareRules(cautions));
  },

  meeting({ meetingDay: day, today }) {
    if (day === null) return blocked(say.noMeeting, advise.noMeeting);
    if (today > day) return attention(say.meetingPassed({ day, today }), advise.meetingDay);
    return addDays(today, DAYS_AHEAD) < day
      ? attention(say.meetingFar({ day, today }), advise.meetingDay)
      : ready(say.meeting(day));
  },

  cases({ cases }) {
    if (cases === null) return ready(say.casesOfBody);
    if (cases.total === 0) return blocked(say.noCases, advise.noCases);
    const sentence = say.cases(cases);
    if (cases.appraised === cases.total) return ready(sentence);
    return cases.appraised === 0 ? blocked(sentence, advise.cases) : attention(sentence, advise.cases);
  },

  council({ council: { kind, total, hasChair, hasSecretary } }) {
    if (total === 0) return blocked(say.noCouncil(kind), advise.council);
    const roles = isCouncil(kind) ? councilRoleShortNames : roleNamesOf(kind);
    const missing = [...(hasChair ? [] : [roles.CHAIR]), ...(hasSecretary ? [] : [roles.SECRETARY])];
    return missing.length === 0
      ? ready(say.council(total, kind))
      : blocked(say.councilWithout(missing, kind), advise.council);
  },

  quorum({ council: { total, expected, needed } }) {
    if (needed === null) return attention(say.quorumUnknown, advise.quorumUnknown);
    const sentence = say.quorum({ expected, total, needed });
    return expected >= needed ? ready(sentence) : blocked(sentence, advise.quorum);
  },

  tellers: ({ tellers }) =>
    tellers > 0 ? ready(say.tellers(tellers)) : attention(say.noTellers, advise.tellers),

  papers({ rounds }) {
    const short = rounds.filter(({ printed, needed }) => (printed ?? -1) < needed);
    if (short.length > 0) return blocked(say.papersShort(short), advise.papers);
    return ready(rounds.length === 0 ? say.noRounds : say.papers);
  },

  // No shell can ask the printer: only paper tells.
  printer: () => attention(say.printer, advise.printer),
};

/** Judges every line of the check, in the order in which they are read. */
export function judgeReadiness(facts: ReadinessFacts): readonly ReadinessLine[] {
  return readinessIds.map((id) => ({ id, ...judges[id](facts) }));
}
