/** What the methods of the contract give back: plain data, ready for a screen, a command line or a test. */
export type * from './views/app.ts';
export type * from './views/season.ts';
export type * from './views/regulation.ts';
export type * from './views/person.ts';
export type * from './views/collective.ts';
export type * from './views/pupil.ts';
export type * from './views/import.ts';
export type * from './views/case.ts';
export type * from './views/vote.ts';
export type * from './views/dossier.ts';
export type * from './views/log.ts';
export type * from './views/room.ts';
