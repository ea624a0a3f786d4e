import { stateName, type Ear, type Position } from '../dialog.ts';
import { hearAnswering } from '../questionnaire/events.ts';
import type { InterestsEvent } from './events.ts';

/** Typed words as an answer to the question asked: 「好き」, "no", 「わからない」. */
export const hear = (text: string, position: Position, ear: Ear): InterestsEvent | null =>
  stateName(position.value) === 'intro' && ear.hears('yes', text)
    ? { type: 'START' }
    : hearAnswering(text, position, ear, ['liking']);
