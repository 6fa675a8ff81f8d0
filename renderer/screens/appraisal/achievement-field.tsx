/** For what a reward is asked: kept with the case, so that one achievement is not rewarded twice. */
import { useState, type ReactNode } from 'react';
import { findTitle } from '../../../shared/rules/catalogue.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ErrorNotice, Section, TextField } from '../../components/index.ts';

/** The section of a case of a reward, or of a collective, whose list has nothing else to say of it. */
export function AchievementField({
  row,
  reason,
}: {
  readonly row: CaseDetail;
  /** Why nothing can be recorded now. */
  readonly reason: string | null;
}): ReactNode {
  const [opened, setOpened] = useState(row.achievement);
  const [text, setText] = useState(opened);
  const save = useCommand('saveAchievement');
  if (findTitle(row.titleId)?.kind !== 'REWARD' && row.groupId === null) return null;
  return (
    <Section title="Thành tích đề nghị khen">
      <form
        className="achievement"
        onSubmit={(event) => {
          event.preventDefault();
          const achievement = text.trim();
          void save
            .run({ caseId: row.id, achievement }, { seen: { caseId: row.id, achievement: opened } })
            .then(({ ok }) => {
              if (ok) setOpened(achievement);
            });
        }}
      >
        <TextField
          small
          hideLabel
          label="Thành tích đề nghị khen"
          placeholder="Ví dụ: Giải Nhất hội thi giáo viên dạy giỏi cấp thành phố"
          value={text}
          onChange={setText}
          disabled={reason !== null}
          maxLength={300}
        />
        <Button
          size="small"
          submit
          busy={save.busy}
          disabledReason={reason ?? (text.trim() === row.achievement ? 'Nội dung này đã được ghi.' : null)}
        >
          Ghi thành tích
        </Button>
        <ErrorNotice error={save.error} />
      </form>
    </Section>
  );
}
