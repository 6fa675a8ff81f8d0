/** The check before the meeting: gathers what the computer, the data file and the council say. Changes nothing. */
import { dirname } from 'node:path';
import { effectiveEligibility } from '../../../shared/domain/verdict.ts';
import { schoolBody, type Body } from '../../../shared/domain/body.ts';
import type { AppError } from '../../../shared/errors.ts';
import { judgeReadiness, type ReadinessFacts } from '../../../shared/domain/readiness.ts';
import { quorum } from '../../../shared/domain/quorum.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { rulesOfBody } from '../../../shared/rules/bodies.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { firstBrokenRow, lastAuditAt } from '../audit.ts';
import type { Handlers } from '../context.ts';
import { listBackups } from '../database/backup.ts';
import { backupsFolder, isWhole } from '../database/open.ts';
import type { ReadHandle } from '../database/query.ts';
import { disk, exists, freeBytes } from '../disk.ts';
import { placeWarning } from '../folders.ts';
import { listRounds, titleOf } from './count.ts';
import { findCouncil } from './body.ts';
import { listMembers } from './council.ts';
import { listCaseRows } from './registration.ts';
import { ruleSetOn } from './rule-set.ts';
import { currentSeason, decisionDay } from './season.ts';
import { countPresent, findMeeting, listTellers } from './sitting.ts';

type MeetingFacts = Pick<
  ReadinessFacts,
  'decisionDay' | 'ruleSet' | 'meetingDay' | 'council' | 'cases' | 'tellers' | 'rounds'
>;

/** Whether a case is still to be dealt with. */
function isOpen({ state }: CaseRow): boolean {
  return state !== 'WITHDRAWN' && state !== 'LOWERED';
}

/** What is set for the meeting. A day without rules is a line of the check, not a failure. Errors: no-season. */
function readMeetingFacts(read: ReadHandle, body: Body): Result<MeetingFacts, AppError> {
  const season = currentSeason(read);
  if (!season.ok) return season;
  const council = findCouncil(read, season.value.id, body);
  const meeting = council === undefined ? undefined : findMeeting(read, council.id);
  const day = meeting?.date ?? decisionDay(season.value);
  const members = council === undefined ? [] : listMembers(read, council.id, day);
  const found = ruleSetOn(read, day);
  const ruleSet = found.ok ? rulesOfBody(found.value, body.kind) : null;
  const expected = members.filter(({ present }) => present !== false).length;
  const cases = body.kind === 'SCHOOL' ? listCaseRows(read, season.value).filter(isOpen) : null;
  const rounds = meeting === undefined ? [] : listRounds(read, meeting.id);
  return ok({
    decisionDay: day,
    ruleSet:
      ruleSet === null ? null : { name: ruleSet.name, from: ruleSet.effectiveFrom, to: ruleSet.effectiveTo },
    meetingDay: meeting?.date ?? null,
    council: {
      kind: body.kind,
      total: members.length,
      hasChair: members.some(({ role }) => role === 'CHAIR'),
      hasSecretary: members.some(({ role }) => role === 'SECRETARY'),
      expected,
      needed:
        ruleSet === null || members.length === 0
          ? null
          : quorum({ total: members.length, present: expected, rule: ruleSet.quorum }).needed,
    },
    cases:
      cases === null
        ? null
        : {
            total: cases.length,
            appraised: cases.filter((row) => effectiveEligibility(row) !== null).length,
          },
    tellers: meeting === undefined ? 0 : listTellers(read, meeting.id).length,
    rounds: rounds
      .filter(({ state }) => state !== 'sealed')
      .map((round) => ({
        titleName: titleOf(round),
        number: round.number,
        printed: round.printed,
        needed: round.issued ?? countPresent(members),
      })),
  });
}

export const readinessHandlers: Handlers<'checkReadiness'> = {
  async checkReadiness({ app, now, today, session }, { body = schoolBody }) {
    const file = app.file();
    if (file === null) return err({ code: 'no-file-open' });
    if (session === null) return err({ code: 'session-expired' });
    const { read, driver, path } = file.database;
    // All that the file says is read before anything is waited for: it may be closed meanwhile.
    const meeting = readMeetingFacts(read, body);
    if (!meeting.ok) return meeting;
    const ofFile = {
      isWhole: isWhole(driver),
      auditBrokenAt: firstBrokenRow(read),
      lastAuditAt: lastAuditAt(read),
    };
    const folder = backupsFolder(path);
    const backups = await listBackups({ folder });
    if (!backups.ok) return backups;
    const hasFolder = await exists({ disk, path: folder });
    return ok({
      lines: judgeReadiness({
        now,
        today,
        ...ofFile,
        ...meeting.value,
        space: {
          data: await freeBytes({ disk, path: dirname(path) }),
          backups: await freeBytes({ disk, path: hasFolder ? folder : dirname(path) }),
        },
        newestBackupAt: backups.value[0]?.at ?? null,
        place: placeWarning({ path, networkRoots: await app.ports.drives.networkRoots() }),
      }),
    });
  },
};
