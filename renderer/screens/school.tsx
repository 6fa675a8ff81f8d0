import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Đơn vị, năm học. */
export function SchoolScreen(): ReactNode {
  return (
    <Screen title="Đơn vị, năm học" padded>
      {null}
    </Screen>
  );
}
