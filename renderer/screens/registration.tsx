import type { ReactNode } from 'react';
import { Screen } from '../components/index.ts';

/** Đăng ký. */
export function RegistrationScreen(): ReactNode {
  return (
    <Screen title="Đăng ký" padded>
      {null}
    </Screen>
  );
}
