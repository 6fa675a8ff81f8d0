/** In which group of people with similar tasks somebody is counted. */
import { fold } from '../names.ts';
import type { PostGroupId, PostGroups } from '../rules/rating-systems.ts';

/** What a staff list says of somebody's work. */
export interface Post {
  readonly position: string;
  readonly duty: string;
  readonly groupName: string;
}

/** The head of the school, by the post of the staff list; a deputy is not. */
export function isHeadPost({ position }: Pick<Post, 'position'>): boolean {
  return /^(quyen )?hieu truong\b/.test(fold(position));
}

/** The group of a post by the words of the list; null when they tell none. */
export function postGroupOf({
  post,
  groups,
}: {
  readonly post: Post;
  readonly groups: PostGroups;
}): PostGroupId | null {
  const texts = { position: fold(post.position), duty: fold(post.duty), groupName: fold(post.groupName) };
  const clause = groups.clauses.find(({ where, words }) => words.some((word) => texts[where].includes(word)));
  return clause?.group ?? null;
}
