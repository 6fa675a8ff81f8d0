import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Thẩm định. */
export function AppraisalScreen(): ReactNode {
  return (
    <Screen title="Thẩm định" padded>
      {null}
    </Screen>
  );
}
