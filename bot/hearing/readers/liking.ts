import type { Scene } from '../scene.ts';

/**
 * How much somebody would like to do something, 1–5, in their own words; `null` where they say nothing of it.
 * 「いやではない」 is 3, 「ううん」 2, 「ぜんぜん興味がない」 1, 「やってみたいかも」 4, 「すごくやってみたい」 5.
 */
export function liking({ says }: Pick<Scene, 'says'>): 1 | 2 | 3 | 4 | 5 | null {
  if (says('said.soso')) return 3;
  const strongly = says('said.very');
  if (says('said.dislike')) return strongly && !says('said.hardly') ? 1 : 2;
  if (says('said.like')) return strongly ? 5 : 4;
  return null;
}
