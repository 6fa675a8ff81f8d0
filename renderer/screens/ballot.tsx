import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Kiểm phiếu. */
export function BallotScreen(): ReactNode {
  return (
    <Screen title="Kiểm phiếu" padded>
      {null}
    </Screen>
  );
}
