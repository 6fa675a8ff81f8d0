/** The order of yearly ratings. */
import { ratings, type Rating } from '../terms.ts';

/** Says whether a rating is as high as another, or higher. */
export function isRatedAtLeast({
  level,
  wanted,
}: {
  readonly level: Rating;
  readonly wanted: Rating;
}): boolean {
  return ratings.indexOf(level) <= ratings.indexOf(wanted);
}
