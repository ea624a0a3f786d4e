import { LIKELY } from '../../domain/search.ts';
import { hasWords } from '../../domain/text.ts';
import { stateName, type Ear, type Position } from '../dialog.ts';
import type { TasksEvent } from './events.ts';
import type { TasksContext } from './machine.ts';

/** Where somebody may tell what they have done. */
const TELLING = new Set(['intro', 'families', 'picking', 'told', 'unheard', 'helping', 'mine', 'asking']);
/** Where there is something to tick, and to go on from. */
const TICKING = new Set(['told', 'picking', 'helping', 'mine']);
/** Words for other places, which are no answer. */
const ELSEWHERE = ['results', 'continue', 'next', 'list', 'tasks'] as const;

/** Typed words as tasks, or as an answer to the question asked; the lists are in `heard.json`. */
export function hear(text: string, position: Position, ear: Ear): TasksEvent | null {
  const state = stateName(position.value);
  const { question } = position.context as TasksContext;
  if (state === 'asking' && question !== null) {
    const did = didIt(text, ear);
    if (did) return { type: 'REPLY', task: question, did };
  }
  if (state === 'showing') return ear.hears('more', text) ? { type: 'MORE' } : null;
  if (!TELLING.has(state)) return null;
  if (TICKING.has(state)) {
    if (ear.hears('right', text)) return { type: 'DONE' };
    if (state === 'told' && ear.hears('wrong', text)) return { type: 'WRONG' };
  }
  if (ear.hears('nothing', text)) return { type: 'NOTHING' };
  const tasks = ear.tells(text);
  if (tasks.length > 0) return { type: 'TOLD', tasks };
  const isElsewhere =
    ELSEWHERE.some((list) => ear.hears(list, text)) ||
    ear.names(text).some(({ score }) => score >= LIKELY) ||
    ear.grasps(text);
  return isElsewhere || !hasWords(text) ? null : { type: 'UNHEARD' };
}

function didIt(text: string, ear: Ear) {
  if (ear.hears('didSome', text)) return 'some' as const;
  if (ear.hears('didNot', text)) return 'no' as const;
  return ear.hears('did', text) || ear.hears('yes', text) ? ('yes' as const) : null;
}
