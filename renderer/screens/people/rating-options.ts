/** Choices of a year's rating, of a person or a collective. */
import { ratings } from '../../../shared/terms.ts';
import { ratingNames } from '../../../shared/vi/terms.ts';
import { optionsOf } from './fact-fields.tsx';

export const ratingOptions = optionsOf(ratings, ratingNames);

/** Whether a rating was decided or is only proposed. */
export const ratingStateOptions = [
  { value: 'proposed', label: 'dự kiến' },
  { value: 'decided', label: 'chính thức' },
] as const;
