/** The operator's hand on the projector: what is on the wall, the step before, the step after. */
import { useEffect, useMemo, type ReactNode } from 'react';
import { bodyKey, readBodyKey, schoolBody, type Body } from '../../shared/domain/body.ts';
import { nameInList } from '../../shared/vi/namesakes.ts';
import type { CaseRow, ProjectionRequest, RoundRow } from '../../shared/views.ts';
import { useQuery } from '../client.ts';
import { openProjector, showOnWall, useWall } from '../wall.ts';
import { Button } from './button.tsx';
import { SelectField } from './fields.tsx';
import { useBody } from './use-body.ts';

interface Step {
  readonly key: string;
  readonly label: string;
  readonly request: ProjectionRequest;
}

function keyOf(request: ProjectionRequest): string {
  const body = bodyKey(request.body ?? schoolBody);
  switch (request.kind) {
    case 'waiting':
    case 'agenda':
      return `${body} ${request.kind}`;
    case 'case':
      return `${body} case ${request.caseId}`;
    case 'voting':
    case 'result':
      return `${body} ${request.kind} ${request.roundId}`;
  }
}

function stepsOf(
  body: Body,
  { cases, rounds }: { readonly cases: readonly CaseRow[]; readonly rounds: readonly RoundRow[] },
): readonly Step[] {
  const step = (label: string, shown: ProjectionRequest): Step => {
    const request = { body, ...shown };
    return { key: keyOf(request), label, request };
  };
  const open = cases.filter(({ state }) => state !== 'WITHDRAWN');
  const byTitle = [...Map.groupBy(open, ({ titleId }) => titleId).values()].flat();
  return [
    step('Màn hình chờ', { kind: 'waiting' }),
    step('Nội dung xét', { kind: 'agenda' }),
    ...byTitle.map((row) => step(`${row.titleShort}: ${nameInList(row)}`, { kind: 'case', caseId: row.id })),
    ...rounds.flatMap(({ id, titleName, number }) => {
      const turn = number > 1 ? `, lần ${number}` : '';
      return [
        step(`Bỏ phiếu: ${titleName}${turn}`, { kind: 'voting', roundId: id }),
        step(`Kết quả: ${titleName}${turn}`, { kind: 'result', roundId: id }),
      ];
    }),
  ];
}

/** Whether a key is meant for what has the focus, not for the wall. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** The bar under the screens of the meeting; a presenter's clicker sends the same two keys. */
export function ProjectorBar(): ReactNode {
  const cases = useQuery('listCases', {});
  const { body, key: bodyAtHand } = useBody();
  const rounds = useQuery('listRounds', { body });
  const meeting = useQuery('getMeeting', { body });
  const shown = keyOf(useWall());
  const steps = useMemo(() => {
    const own = new Set(meeting.data?.cases.map(({ caseId }) => caseId));
    return stepsOf(readBodyKey(bodyAtHand) ?? schoolBody, {
      cases: (cases.data ?? []).filter(({ id }) => own.has(id)),
      rounds: rounds.data ?? [],
    });
  }, [bodyAtHand, cases.data, meeting.data, rounds.data]);
  const at = steps.findIndex(({ key }) => key === shown);
  const before = steps[at - 1];
  const after = steps[at + 1];

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.isComposing || isTyping(event.target)) return;
      const to = event.key === 'PageDown' ? after : event.key === 'PageUp' ? before : undefined;
      if (to === undefined) return;
      event.preventDefault();
      showOnWall(to.request);
    }
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
    };
  }, [before, after]);

  return (
    <aside className="projector-bar" aria-label="Màn chiếu">
      <Button size="small" onClick={openProjector}>
        Mở màn chiếu
      </Button>
      <span className="projector-bar__select">
        <SelectField
          label="Đang chiếu"
          hideLabel
          small
          value={steps[at]?.key ?? null}
          {...(at < 0 ? { placeholder: 'Cuộc họp khác' } : {})}
          options={steps.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => {
            const step = steps.find((one) => one.key === key);
            if (step !== undefined) showOnWall(step.request);
          }}
        />
      </span>
      <Button
        size="small"
        title="Phím Page Up"
        disabledReason={
          before !== undefined ? null : at < 0 ? 'Đang chiếu cuộc họp khác.' : 'Đang ở trang đầu.'
        }
        onClick={() => {
          if (before !== undefined) showOnWall(before.request);
        }}
      >
        Trước
      </Button>
      <Button
        size="small"
        title="Phím Page Down"
        disabledReason={after === undefined ? 'Đang ở trang cuối.' : null}
        onClick={() => {
          if (after !== undefined) showOnWall(after.request);
        }}
      >
        Tiếp
      </Button>
      <span className="muted">
        {at < 0 ? '–' : at + 1}/{steps.length}
      </span>
    </aside>
  );
}
