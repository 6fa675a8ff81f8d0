import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Nhật ký và sao lưu. */
export function LogScreen(): ReactNode {
  return (
    <Screen title="Nhật ký và sao lưu" padded>
      {null}
    </Screen>
  );
}
