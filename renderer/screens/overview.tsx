import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Tổng quan. */
export function OverviewScreen(): ReactNode {
  return (
    <Screen title="Tổng quan" padded>
      {null}
    </Screen>
  );
}
