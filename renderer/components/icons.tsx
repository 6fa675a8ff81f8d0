/** The few signs the app uses, drawn on a 16 px grid with one line width. All are decoration: a word stands beside each. */
import type { ReactNode } from 'react';

const shapes = {
  search: <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.3 10.3 14 14" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  cross: <path d="m4 4 8 8M12 4l-8 8" />,
  question: <path d="M5.6 5.8a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.9-1.1 1.6M8 12.4v.1" />,
  dash: <path d="M3.5 8h9" />,
  down: <path d="m4 6 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  up: <path d="m4 10 4-4 4 4" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  file: <path d="M4 1.8h5l3 3v9.4H4zM9 1.8v3h3" />,
  folder: <path d="M1.8 4h4.4l1.4 1.6h6.6v7.2H1.8z" />,
  person: (
    <path d="M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8ZM2.8 13.8c.6-2.5 2.6-3.8 5.2-3.8s4.600 1.300 5.200 3.800" />
  ),
  lock: <path d="M3.600 7.200h8.800v6.600H3.600zM5.400 7.200V5a2.600 2.600 0 0 1 5.200 0v2.200" />,
  info: <path d="M8 14.200A6.200 6.200 0 1 0 8 1.800a6.200 6.200 0 0 0 0 12.400ZM8 7.400v3.800M8 4.900V5" />,
  warning: <path d="M8 2 14.600 13.800H1.400zM8 6.400v3.400M8 11.900v.1" />,
  error: (
    <path d="M5.300 1.800h5.400l3.500 3.500v5.400l-3.500 3.500H5.300l-3.500-3.500V5.300zM8 4.800v4M8 11v.1" />
  ),
  school: (
    <path d="M1.800 14.200h12.400M3.200 14V7.200L8 3.600l4.800 3.600V14M8 3.600V1.400M6.600 14v-3.600h2.800V14" />
  ),
  log: <path d="M3 2.200h10v11.600H3zM5.400 5.400h5.200M5.400 8h5.200M5.400 10.600h3" />,
  help: (
    <path d="M8 14.200A6.200 6.200 0 1 0 8 1.800a6.200 6.200 0 0 0 0 12.400ZM6.200 6.400a1.800 1.800 0 1 1 2.600 1.600c-.6.300-.8.600-.8 1.200M8 11.200v.1" />
  ),
  upload: <path d="M8 10.500v-8M4.800 5.400 8 2.300l3.200 3.100M2.400 10.400v3.400h11.200v-3.400" />,
  usb: <path d="M5 6.500h6v7.700H5zM6.200 6.500V2h3.600v4.500M7.300 4h.01M8.700 4h.01" />,
  print: <path d="M4.400 6V2h7.200v4M4.400 11.400H2.200V6h11.600v5.400h-2.200M4.400 9.400h7.200V14H4.400z" />,
  copy: <path d="M5.600 5.600h8v8h-8zM10.400 5.600V2.400h-8v8h3.200" />,
  scale: (
    <path d="M8 2v12M4.400 14h7.200M2.600 4.200h10.800M2.600 4.200.9 8.700h3.400zM13.400 4.200l-1.700 4.500h3.400z" />
  ),
  clock: <path d="M8 14.200A6.200 6.200 0 1 0 8 1.800a6.200 6.200 0 0 0 0 12.400ZM8 4.400V8l2.600 1.600" />,
  calendar: <path d="M2.400 3.800h11.200v10H2.400zM2.400 6.800h11.200M5.400 2v3M10.600 2v3" />,
  back: <path d="M13 8H3.400M7.400 4l-4 4 4 4" />,
  plus: <path d="M8 3.400v9.200M3.400 8h9.200" />,
  circle: <path d="M8 13A5 5 0 1 0 8 3a5 5 0 0 0 0 10Z" />,
  half: (
    <>
      <path d="M8 13A5 5 0 1 0 8 3a5 5 0 0 0 0 10Z" />
      <path d="M8 13A5 5 0 0 1 8 3z" fill="currentColor" stroke="none" />
    </>
  ),
  done: (
    <>
      <path
        d="M8 13.500A5.500 5.500 0 1 0 8 2.500a5.500 5.500 0 0 0 0 11Z"
        fill="currentColor"
        stroke="none"
      />
      <path d="m5.300 8.200 1.900 1.900 3.500-3.900" stroke="var(--paper)" />
    </>
  ),
  attention: (
    <>
      <path d="m8 1.600 6.400 6.400L8 14.400 1.600 8z" fill="currentColor" stroke="none" />
      <path d="M8 5v3.600M8 10.800v.1" stroke="var(--paper)" strokeWidth="1.700" />
    </>
  ),
  blocked: <path d="M8 13A5 5 0 1 0 8 3a5 5 0 0 0 0 10ZM5.400 8h5.200" />,
  star: (
    <path
      d="m8 1.800 1.900 4 4.300.6-3.100 3.100.7 4.400L8 11.800l-3.800 2.100.7-4.400L1.800 6.400l4.300-.6z"
      fill="currentColor"
      stroke="none"
    />
  ),
  seal: (
    <>
      <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Z" />
      <path
        d="M8 11.600a3.600 3.600 0 1 0 0-7.200 3.600 3.600 0 0 0 0 7.200Z"
        fill="currentColor"
        stroke="none"
      />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof shapes;

/** One sign, 16 px unless `size` says otherwise. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}

/** The app's own sign: a board with a gold line. */
export function BrandMark({ size = 20 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect x="1" y="2" width="18" height="16" rx="2" fill="var(--accent)" />
      <path d="M4.500 7h11M4.500 10h11M4.500 13h6" stroke="#f3d98a" strokeWidth="1.500" />
    </svg>
  );
}
