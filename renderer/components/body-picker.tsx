import type { ReactNode } from 'react';
import { bodyKey, readBodyKey, schoolBody } from '../../shared/domain/body.ts';
import { bodyNeed } from '../../shared/vi/bodies.ts';
import { useQuery } from '../client.ts';
import { SelectField } from './fields.tsx';
import { openBody, useBody } from './use-body.ts';

/** Which body's meeting is on screen, and what each still needs. */
export function BodyPicker(): ReactNode {
  const { key } = useBody();
  const bodies = useQuery('listBodies', {});
  const rows = bodies.data ?? [];
  const groups = rows.filter(({ body }) => body.kind === 'GROUP');
  const met = groups.filter(({ state }) => state === 'closed').length;
  const current = rows.find(({ body }) => bodyKey(body) === key);
  return (
    <div className="body-picker">
      <span className="body-picker__select">
        <SelectField
          small
          label="Cuộc họp của"
          value={current === undefined ? null : key}
          options={rows.map((row) => ({
            value: bodyKey(row.body),
            label: `${row.name} (${bodyNeed(row).toLocaleLowerCase('vi')})`,
          }))}
          onChange={(next) => openBody(next === null ? schoolBody : (readBodyKey(next) ?? schoolBody))}
        />
      </span>
      {groups.length > 0 && (
        <span className="muted">
          Họp tổ: {met}/{groups.length} tổ đã kết luận
        </span>
      )}
    </div>
  );
}
