import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Phong trào và đợt. */
export function CampaignScreen(): ReactNode {
  return (
    <Screen title="Phong trào và đợt" padded>
      {null}
    </Screen>
  );
}
