import type { Card, Choice, Phrase, Reply, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import type { TaskFit } from '../queries.ts';
import { reasonWords } from '../reasons.ts';
import { REPLIES } from './events.ts';
import { JOBS, PAGE, type TasksContext } from './machine.ts';

export function view({ value, context }: Position<TasksContext>): Sketch {
  switch (stateName(value)) {
    case 'families':
      return families(context);
    case 'picking':
      return picking(context);
    case 'told':
      return told(context);
    case 'unheard':
      return unheard(context);
    case 'helping':
      return helping(context);
    case 'asking':
      return asking(context);
    case 'showing':
      return showing(context);
    case 'mine':
      return mine(context);
    case 'forgetting':
      return {
        replies: [
          question(say('tasks:forgetting.text'), [
            way('forgetting.yes', 'tasks:forgotten'),
            way('forgetting.no', 'go:back'),
          ]),
        ],
        choices: [WAYS.back, WAYS.menu],
      };
    default:
      return intro(context);
  }
}

const intro = ({ held, note }: TasksContext): Sketch => ({
  replies: [
    ...(note === 'forgotten' || note === 'empty' ? [text(`note.${note}`)] : []),
    text(held.length > 0 ? 'adding.text' : 'intro.text'),
    question(say('tasks:intro.ways'), [
      way('intro.choose', 'tasks:families'),
      way('intro.nothing', 'tasks:nothing'),
      ...(held.length > 0 ? [way('showing.mine', 'tasks:mine')] : []),
    ]),
  ],
  choices: [...(held.length > 0 ? [way('mine.jobs', 'tasks:jobs', 'main')] : []), WAYS.back, WAYS.menu],
  typing: true,
});

const families = ({ families: all, page, held }: TasksContext): Sketch => ({
  replies: [
    question(
      say('tasks:families.text'),
      all.slice(page * PAGE, (page + 1) * PAGE).map((family) => ({
        label: say('tasks:family', { family: { taskFamily: family } }),
        payload: `tasks:family:${family}`,
      })),
    ),
  ],
  choices: [
    way('families.more', `tasks:families:${(page + 1) * PAGE < all.length ? page + 1 : 0}`),
    ...(held.length > 0 ? [way('done', 'tasks:done', 'main')] : [way('intro.nothing', 'tasks:nothing')]),
    WAYS.back,
    WAYS.menu,
  ],
  typing: true,
});

const picking = (context: TasksContext): Sketch => ({
  replies: [question(say('tasks:picking.text'), ticks(context))],
  choices: [
    ...(context.held.length > 0 ? [way('done', 'tasks:done', 'main')] : []),
    ...(hasNextPage(context) ? [way('picking.more', `tasks:page:${context.page + 1}`)] : []),
    way(
      context.offered.some((task) => context.held.includes(task)) ? 'picking.other' : 'picking.none',
      'tasks:families',
    ),
    WAYS.back,
    WAYS.menu,
  ],
  typing: true,
});

const told = (context: TasksContext): Sketch => ({
  replies: [question(say('tasks:told.text'), ticks({ ...context, page: 0 }))],
  choices: [
    way('told.right', 'tasks:done', 'main'),
    way('told.add', 'tasks:add'),
    way('told.wrong', 'tasks:wrong'),
    WAYS.back,
    WAYS.menu,
  ],
  typing: true,
});

const unheard = ({ note, held }: TasksContext): Sketch => ({
  replies: [
    question(say(note === 'wrong' ? 'tasks:unheard.wrong' : 'tasks:unheard.text'), [
      way('intro.choose', 'tasks:families'),
      way('unheard.examples', 'tasks:nothing'),
    ]),
  ],
  choices: [...(held.length > 0 ? [way('done', 'tasks:done', 'main')] : []), WAYS.back, WAYS.menu],
  typing: true,
});

const helping = (context: TasksContext): Sketch => ({
  replies: [
    text(context.page === 0 ? 'helping.text' : 'helping.again'),
    question(say('tasks:helping.question'), ticks({ ...context, page: 0 })),
  ],
  choices: [
    ...(context.held.length > 0 ? [way('done', 'tasks:done', 'main')] : []),
    way('helping.none', 'tasks:nothing'),
    way('intro.choose', 'tasks:families'),
    WAYS.back,
    WAYS.menu,
  ],
  typing: true,
});

const asking = ({ question: task }: TasksContext): Sketch => ({
  replies: [
    question(
      say('tasks:asking.text', { task: { task: task!, form: 'text' } }),
      REPLIES.map((did) => way(`asking.${did}`, `tasks:did:${task}:${did}`)),
    ),
  ],
  choices: [way('asking.jobs', 'tasks:jobs'), WAYS.back, WAYS.menu],
});

const showing = ({ found, held, offset, total }: TasksContext): Sketch => ({
  replies: [
    ...(offset === 0
      ? [{ kind: 'text' as const, text: say('tasks:showing.text', { count: held.length }) }]
      : []),
    {
      kind: 'cards',
      alt: say('tasks:showing.alt', {
        names: { list: found.slice(0, 3).map(({ id }) => ({ occupation: id })) },
      }),
      cards: found.map(card),
    },
    ...(offset === 0 ? [text('showing.caution')] : []),
  ],
  choices: [
    ...(offset + JOBS < total ? [way('showing.more', 'tasks:more')] : []),
    way('showing.add', 'tasks:add'),
    way('showing.mine', 'tasks:mine'),
    way('showing.next', 'next:open'),
    WAYS.back,
    WAYS.menu,
  ],
});

/** Only what is worth calling a likeness is added as a second reason. */
const LIKENESS = 0.6;

const card = ({ id, uses, missing, fit }: TaskFit): Card<Phrase> => ({
  title: say('occupation:card.name', { name: { occupation: id } }),
  lines: [
    say('occupation:card.summary', { summary: { occupationSummary: id } }),
    say('tasks:card.uses', { tasks: named(uses) }),
    ...([1, 2, 3] as const).flatMap((level) => {
      const some = missing.filter((one) => one.level === level);
      return some.length === 0
        ? []
        : [
            say(`tasks:card.missing.${level}`, {
              tasks: named(some),
            }),
          ];
    }),
    ...(fit && fit.score >= LIKENESS ? [reasonWords(fit)] : []),
  ],
  choices: [way('card.open', `occupation:open:${id}`, 'main')],
});

/** Each in quotes: phrases have commas of their own. */
const named = (some: readonly { readonly task: string }[]) => ({
  list: some.map(({ task }) => say('tasks:named', { task: { task, form: 'text' } })),
});

const mine = (context: TasksContext): Sketch => ({
  replies: [
    question(say(context.offered.length > 0 ? 'tasks:mine.text' : 'tasks:mine.empty'), ticks(context)),
  ],
  choices: [
    ...(context.held.length > 0 ? [way('mine.jobs', 'tasks:jobs', 'main')] : []),
    ...(context.offered.length > PAGE
      ? [way('picking.more', `tasks:page:${hasNextPage(context) ? context.page + 1 : 0}`)]
      : []),
    way('showing.add', 'tasks:add'),
    way('mine.forget', 'tasks:forget'),
    WAYS.back,
    WAYS.menu,
  ],
  typing: true,
});

/** Tasks to be ticked, those told already marked. */
const ticks = ({ offered, held, page }: TasksContext): Choice<Phrase>[] =>
  offered.slice(page * PAGE, (page + 1) * PAGE).map((task) => ({
    label: say('tasks:task', { task: { task, form: 'text' } }),
    payload: `tasks:pick:${task}`,
    chosen: held.includes(task),
  }));

const hasNextPage = ({ offered, page }: TasksContext): boolean => (page + 1) * PAGE < offered.length;

const text = (node: string): Reply<Phrase> => ({ kind: 'text', text: say(`tasks:${node}`) });
const question = (words: Phrase, options: readonly Choice<Phrase>[]): Reply<Phrase> => ({
  kind: 'question',
  layout: 'buttons',
  text: words,
  options,
});
const way = (node: string, payload: string, weight?: 'main' | 'quiet'): Choice<Phrase> => ({
  label: say(`tasks:${node}`),
  payload,
  ...(weight && { weight }),
});
