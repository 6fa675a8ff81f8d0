import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Đánh giá. */
export function EvaluationScreen(): ReactNode {
  return (
    <Screen title="Đánh giá" padded>
      {null}
    </Screen>
  );
}
