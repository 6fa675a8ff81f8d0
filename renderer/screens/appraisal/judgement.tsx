/** What a person says of a condition that no fact in the file decides: Đạt or Không đạt, with the reason. */
import { useState, type ReactNode } from 'react';
import { groupConfirmation } from '../../../shared/vi/appraisal.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useCommand } from '../../client.ts';
import { Button, ConfirmDialog, ErrorNotice, TextField } from '../../components/index.ts';
import { useDraft } from '../../store.ts';

type Condition = CaseDetail['conditions'][number];
/** What is asked: a condition, or one step of a way. */
type Asked = Pick<Condition, 'ruleId' | 'sentence' | 'judgement'>;
type Answer = 'pass' | 'fail';

const answerNames: Record<Answer, string> = { pass: 'Đạt', fail: 'Không đạt' };
const SHORTEST_REASON = 3;

/** Says whether a person may settle a condition: it is open now, or is settled by an answer. */
export function isForPerson({
  judgeable,
  state,
  judgement,
}: Pick<Condition, 'judgeable' | 'state' | 'judgement'>): boolean {
  return judgeable && (state === 'to-be-judged' || judgement !== null);
}

/** The answer that was recorded, and the buttons to give or change it. */
export function JudgementForm(props: {
  readonly caseId: string;
  readonly condition: Asked;
  /** Why nothing can be recorded now. */
  readonly reason: string | null;
}): ReactNode {
  const { caseId, condition, reason } = props;
  const { judgement, ruleId } = condition;
  const draft = useDraft<string>(`judgement:${caseId}:${ruleId}`, '');
  const judge = useCommand('judgeCondition');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const text = draft.value;
  const isTooShort = text.trim().length < SHORTEST_REASON;
  const isOfGroup = judgement?.by === groupConfirmation.by && judgement.reason === groupConfirmation.reason;

  async function send(): Promise<void> {
    setTried(true);
    if (answer === null || isTooShort) return;
    const result = await judge.run({ caseId, ruleId, answer, reason: text.trim() });
    if (!result.ok) return;
    draft.clear();
    setAnswer(null);
    setTried(false);
  }

  async function takeBack(why: string): Promise<void> {
    const result = await judge.run({ caseId, ruleId, answer: null, reason: why });
    if (result.ok) setRemoving(false);
  }

  if (answer !== null) {
    return (
      <form
        className="judge judge__form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={`Lý do ghi “${answerNames[answer]}”`}
          value={text}
          onChange={draft.set}
          autoFocus
          maxLength={1000}
          error={tried && isTooShort ? 'Hãy ghi rõ lý do; lý do được lưu cùng hồ sơ và trong nhật ký.' : null}
        />
        <ErrorNotice error={judge.error} />
        <div className="judge__buttons">
          <Button size="small" submit busy={judge.busy}>
            Ghi “{answerNames[answer]}”
          </Button>
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              setAnswer(null);
              setTried(false);
              judge.clearError();
            }}
          >
            Quay lại
          </Button>
        </div>
      </form>
    );
  }

  return (
    <div className="judge judge__buttons">
      {judgement === null ? (
        (['pass', 'fail'] as const).map((value) => (
          <Button
            key={value}
            size="small"
            icon={value === 'pass' ? 'check' : 'cross'}
            disabledReason={reason}
            onClick={() => setAnswer(value)}
          >
            {answerNames[value]}
          </Button>
        ))
      ) : (
        <>
          <span className="judge__said">
            {judgement.by} ghi “{answerNames[judgement.answer]}”
          </span>
          <Button
            size="small"
            kind="quiet"
            disabledReason={reason}
            onClick={() => setAnswer(judgement.answer === 'pass' ? 'fail' : 'pass')}
          >
            Đổi thành “{answerNames[judgement.answer === 'pass' ? 'fail' : 'pass']}”
          </Button>
          {!isOfGroup && (
            <Button size="small" kind="quiet" disabledReason={reason} onClick={() => setRemoving(true)}>
              Bỏ ý kiến này
            </Button>
          )}
        </>
      )}
      {removing && (
        <ConfirmDialog
          title="Bỏ ý kiến đã ghi"
          sentence={`Điều kiện “${condition.sentence}” trở lại như khi chưa có ý kiến.`}
          confirm="Bỏ ý kiến này"
          reason="Lý do"
          busy={judge.busy}
          problem={<ErrorNotice error={judge.error} />}
          onConfirm={(why) => void takeBack(why)}
          onClose={() => {
            judge.clearError();
            setRemoving(false);
          }}
        />
      )}
    </div>
  );
}
