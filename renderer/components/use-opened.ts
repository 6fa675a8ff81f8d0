import { useState } from 'react';

/** A record as it was when its form was opened, whatever comes meanwhile; what its form is filled from. */
export function useOpened<T>(record: T): T {
  return useState(record)[0];
}
