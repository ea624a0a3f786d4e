import type { CommonEvent, PayloadSpec, Reading } from '../dialog.ts';
import type { Answer } from '../queries.ts';

/** Whether somebody has done a task. */
export const REPLIES = ['yes', 'some', 'no'] as const;
export type DidReply = (typeof REPLIES)[number];

export type TasksEvent =
  /** Tasks found in what was typed; the words are not kept. */
  | { readonly type: 'TOLD'; readonly tasks: readonly string[] }
  /** Something was typed in which no task was found. */
  | { readonly type: 'UNHEARD' }
  | { readonly type: 'FAMILIES'; readonly page: number }
  | { readonly type: 'FAMILY'; readonly family: string }
  | { readonly type: 'PAGE'; readonly page: number }
  /** Ticks a task, or takes it off. */
  | { readonly type: 'PICK'; readonly task: string }
  | { readonly type: 'REPLY'; readonly task: string; readonly did: DidReply }
  | {
      readonly type: 'NOTHING' | 'WRONG' | 'DONE' | 'ADD' | 'MINE' | 'JOBS' | 'MORE' | 'FORGET' | 'FORGOTTEN';
    }
  | CommonEvent
  | Extract<Answer, { type: 'TASKS' | 'FAMILY_TASKS' | 'TOGETHER' | 'BY_TASKS' }>;

export const payloads: readonly PayloadSpec[] = [
  {
    verb: 'open',
    args: [],
    means: 'asks what the person can do, or shows what they told',
    example: 'tasks:open',
  },
  {
    verb: 'families',
    args: ['page?'],
    means: 'kinds of tasks to choose from',
    example: 'tasks:families:1',
  },
  { verb: 'family', args: ['family'], means: 'the tasks of a kind', example: 'tasks:family:caring' },
  { verb: 'page', args: ['page'], means: 'other tasks of the list in view', example: 'tasks:page:1' },
  { verb: 'pick', args: ['task'], means: 'ticks a task, or takes it off', example: 'tasks:pick:clean_rooms' },
  { verb: 'nothing', args: [], means: 'nothing comes to mind', example: 'tasks:nothing' },
  { verb: 'wrong', args: [], means: 'takes off everything understood just now', example: 'tasks:wrong' },
  { verb: 'done', args: [], means: 'goes on with what is ticked', example: 'tasks:done' },
  {
    verb: 'did',
    args: ['task', 'reply'],
    means: 'has done a task: `yes`, `some`, `no`',
    example: 'tasks:did:clean_rooms:yes',
  },
  { verb: 'add', args: [], means: 'asks for more', example: 'tasks:add' },
  { verb: 'mine', args: [], means: 'shows the tasks kept', example: 'tasks:mine' },
  { verb: 'jobs', args: [], means: 'occupations that use the tasks kept', example: 'tasks:jobs' },
  { verb: 'more', args: [], means: 'the next occupations', example: 'tasks:more' },
  { verb: 'forget', args: [], means: 'asks whether to forget the tasks', example: 'tasks:forget' },
  { verb: 'forgotten', args: [], means: 'forgets the tasks', example: 'tasks:forgotten' },
];

const PLAIN = {
  nothing: 'NOTHING',
  wrong: 'WRONG',
  done: 'DONE',
  add: 'ADD',
  mine: 'MINE',
  jobs: 'JOBS',
  more: 'MORE',
  forget: 'FORGET',
  forgotten: 'FORGOTTEN',
} as const;

export function read(verb: string, [first = '', second = '']: readonly string[]): Reading | null {
  if (verb === 'open') return { open: {} };
  if (verb in PLAIN) return { event: { type: PLAIN[verb as keyof typeof PLAIN] } };
  const isPage = /^\d{1,2}$/u.test(first);
  const isId = /^[a-z0-9_]{1,60}$/u.test(first);
  const reply = REPLIES.find((known) => known === second);
  switch (verb) {
    case 'families':
      return first === '' || isPage ? event({ type: 'FAMILIES', page: Number(first) }) : null;
    case 'page':
      return isPage ? event({ type: 'PAGE', page: Number(first) }) : null;
    case 'family':
      return isId ? event({ type: 'FAMILY', family: first }) : null;
    case 'pick':
      return isId ? event({ type: 'PICK', task: first }) : null;
    case 'did':
      return isId && reply ? event({ type: 'REPLY', task: first, did: reply }) : null;
    default:
      return null;
  }
}

const event = (one: TasksEvent): Reading => ({ event: one });
