/** The condition that is asked of every pupil before any of the ways to an award. */
export const pupilConductRule = 'conduct';
