import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Hồ sơ. */
export function DossierScreen(): ReactNode {
  return (
    <Screen title="Hồ sơ" padded>
      {null}
    </Screen>
  );
}
