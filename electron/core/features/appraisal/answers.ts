/** What people say of a case: their answers to its conditions, and for what it is asked. */
import type { Id } from '../../../../shared/terms.ts';
import { define, sql } from '../../database/query.ts';

/** Statements on answers and achievements. */
export const answers = {
  select: define<{ id: Id }>()((p) =>
    sql
      .selectFrom('judgement')
      .select(['rule_id', 'answer', 'reason', 'by_name'])
      .where('case_id', '=', p('id')),
  ),
  put: define<{
    id: Id;
    ruleId: string;
    answer: 'pass' | 'fail';
    reason: string;
    by: string;
    at: string;
  }>()((p) =>
    sql
      .insertInto('judgement')
      .values({
        case_id: p('id'),
        rule_id: p('ruleId'),
        answer: p('answer'),
        reason: p('reason'),
        by_name: p('by'),
        at: p('at'),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['case_id', 'rule_id'])
          .doUpdateSet({ answer: p('answer'), reason: p('reason'), by_name: p('by'), at: p('at') }),
      ),
  ),
  remove: define<{ id: Id; ruleId: string }>()((p) =>
    sql.deleteFrom('judgement').where('case_id', '=', p('id')).where('rule_id', '=', p('ruleId')),
  ),
  putAchievement: define<{ id: Id; achievement: string }>()((p) =>
    sql
      .updateTable('award_case')
      .set({ achievement: p('achievement') })
      .where('id', '=', p('id')),
  ),
} as const;
