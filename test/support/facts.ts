import { reviewPeriod } from '../../shared/dates.ts';
import type { CheckContext, GroupFacts, GroupMemberFact, PersonFacts } from '../../shared/domain/facts.ts';
import { ruleSetFor } from '../../shared/rules/catalogue.ts';
import type { RuleSet } from '../../shared/rules/model.ts';

const confirmed = { answer: 'pass', reason: 'Tổ đã bình xét', by: 'Tổ trưởng' } as const;

/** A person of long standing, rated HTT, with nothing against them and the tổ's confirmation. */
export function personFacts(change: Partial<PersonFacts> = {}): PersonFacts {
  return {
    personId: 'p1',
    code: '3100700099',
    fullName: 'Trần Thị Mẫu',
    joinedOn: '2010-09-01',
    rating: { level: 'HTT', state: 'decided' },
    absences: [],
    disciplines: [],
    pendingMatters: [],
    initiatives: [],
    research: [],
    awards: [],
    pastRatings: [],
    judgements: { 'emulation-spirit': confirmed, exemplary: confirmed },
    ...change,
  };
}

/** Members of a tổ: `count` of them, the first ones with the given titles decided. */
export function members({
  count,
  ldtt = 0,
  cstdcs = 0,
}: {
  readonly count: number;
  readonly ldtt?: number;
  readonly cstdcs?: number;
}): readonly GroupMemberFact[] {
  return Array.from({ length: count }, (_, index) => ({
    personId: `p${index + 1}`,
    rating: 'HTT',
    disciplines: [],
    titles: { LDTT: index < ldtt ? 'decided' : 'rejected', CSTDCS: index < cstdcs ? 'decided' : 'rejected' },
  }));
}

/** A tổ of ten, all LĐTT and two CSTĐCS, rated HTXS, whose manual conditions were confirmed. */
export function groupFacts(change: Partial<GroupFacts> = {}): GroupFacts {
  return {
    groupId: 'g1',
    name: 'Tổ Khoa học tự nhiên',
    rating: { level: 'HTXS', state: 'decided' },
    members: members({ count: 10, ldtt: 10, cstdcs: 2 }),
    pendingMatters: [],
    judgements: { 'group-movement': confirmed, 'group-unity': confirmed, unity: confirmed },
    ...change,
  };
}

/** The season of a school year, by the rules of the day of its meeting. */
export function contextOf(schoolYear: string, change: Partial<CheckContext> = {}): CheckContext {
  const meetingDate = `${schoolYear.slice(5)}-05-28`;
  return {
    schoolYear,
    reviewPeriod: reviewPeriod(schoolYear),
    meetingDate,
    ruleSet: ruleSet(meetingDate),
    ...change,
  };
}

export function ruleSet(date: string): RuleSet {
  const found = ruleSetFor({ date });
  if (found === null) throw new Error(`No rule set on ${date}`);
  return found;
}
