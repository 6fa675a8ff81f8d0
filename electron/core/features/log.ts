/** The audit trail as people read it: newest first, in sentences, with the state of its chain. */
import { ok } from '../../../shared/result.ts';
import { auditSentence } from '../../../shared/vi/audit.ts';
import type { Role } from '../../../shared/terms.ts';
import { firstBrokenRow, type AuditFacts } from '../audit.ts';
import type { Handlers } from '../context.ts';
import { define, sql } from '../database/query.ts';

const selectPage = define<{ before: number; limit: number }>()((p) =>
  sql.selectFrom('audit').selectAll().where('seq', '<', p('before')).orderBy('seq', 'desc').limit(p('limit')),
);
const countRows = define()(() =>
  sql.selectFrom('audit').select((column) => column.fn.countAll<number>().as('total')),
);

export const logHandlers: Handlers<'listAudit'> = {
  listAudit({ read }, { before, limit }) {
    const brokenAt = firstBrokenRow(read);
    return ok({
      rows: read.all(selectPage, { before: before ?? Number.MAX_SAFE_INTEGER, limit }).map((row) => ({
        seq: row.seq,
        at: row.at,
        role: row.role as Role,
        name: row.name,
        event: row.method,
        sentence: auditSentence(row.method, JSON.parse(row.facts) as AuditFacts),
      })),
      total: read.get(countRows, {})?.total ?? 0,
      intact: brokenAt === null,
      brokenAt,
    });
  },
};
