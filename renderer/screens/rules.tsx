import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';
export function RulesScreen(): ReactNode {
  return (
    <Screen title="Bộ quy tắc" padded>
      {null}
    </Screen>
  );
}
