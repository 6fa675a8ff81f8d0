import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Họp Hội đồng. */
export function CouncilScreen(): ReactNode {
  return (
    <Screen title="Họp Hội đồng" padded>
      {null}
    </Screen>
  );
}
