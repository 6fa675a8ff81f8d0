import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Nhân sự và tổ. */
export function PeopleScreen(): ReactNode {
  return (
    <Screen title="Nhân sự và tổ" padded>
      {null}
    </Screen>
  );
}
