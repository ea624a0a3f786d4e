import { say } from '../../../replies/words.ts';
import type { Meaning } from '../../meaning.ts';
import type { Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/** Tells of something the person can do, has done, or does not mind doing. */
export function task(scene: Scene): Reading[] {
  const told = scene.ear.tasks(scene.text);
  if (told.confidence === 0) return [];
  const asks = scene.isQuestion || scene.says('said.asking');
  const asksWork =
    asks || scene.says('said.seeking') || scene.says('said.pay') || scene.says('said.thanking');
  return [
    {
      kind: 'task',
      confidence: asksWork ? told.confidence - 0.2 : told.confidence,
      meaning: told.open ? { kind: 'open', ...told.open } : appreciated(scene),
      label: say('hearing:which.task'),
    },
  ];
}

/** While there is nothing to show for it: it counts, and jobs that have to do with it, where some are found. */
function appreciated({ ear, text, asks }: Scene): Meaning {
  const { open } = asks ? { open: null } : ear.search(text);
  return { kind: 'remark', notes: [say('hearing:task')], then: open && { kind: 'open', ...open } };
}
