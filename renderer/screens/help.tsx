import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Trợ giúp. */
export function HelpScreen(): ReactNode {
  return (
    <Screen title="Trợ giúp" padded>
      {null}
    </Screen>
  );
}
