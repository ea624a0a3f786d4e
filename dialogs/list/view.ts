import type { Card, Choice, Phrase, Sketch } from '../../replies/reply.ts';
import { say } from '../../replies/words.ts';
import { doorsLine } from '../angles.ts';
import { stateName, WAYS, type Position } from '../dialog.ts';
import { missingOccupation } from '../missing.ts';
import { highestPay, mostOpenings, offerFacts, sourcesOf, wageFact } from '../pay.ts';
import type { OccupationFacts } from '../queries.ts';
import { reasonWords } from '../reasons.ts';
import { MOST_COMPARED, MOST_KEPT, type ListContext } from './machine.ts';

export function view({ value, context }: Position<ListContext>): Sketch {
  switch (stateName(value)) {
    case 'showing':
      return showing(context);
    case 'editing':
      return editing(context);
    case 'clearing':
      return asking('clearing', [way('clearing.yes', 'list:cleared'), way('clearing.no', 'go:back')]);
    case 'choosing':
      return choosing(context);
    case 'compared':
      return compared(context);
    default:
      return {
        ...asking('empty', [way('empty.search', 'search:open'), way('empty.interests', 'interests:open')]),
        choices: [WAYS.back, WAYS.menu],
      };
  }
}

function showing({ ids, note }: ListContext): Sketch {
  const sketch = asking('showing', ids.map(opened), note);
  return {
    ...sketch,
    choices: [
      ...(ids.length === 0 ? [] : ids.length === 1 ? [] : [comparison(ids)]),
      ...(ids.length > 0 ? [way('showing.edit', 'list:edit')] : []),
      WAYS.back,
      WAYS.menu,
    ],
  };
}

/** Up to three are compared at once; of more, one chooses. */
const comparison = (ids: readonly number[]): Choice<Phrase> => ({
  ...way('showing.compare', ids.length <= MOST_COMPARED ? `list:compare:${ids.join(',')}` : 'list:choose'),
  weight: 'main',
});

const editing = ({ ids, note }: ListContext): Sketch => ({
  ...asking(
    'editing',
    ids.map((id) => ({
      label: say('list:editing.drop', { name: { occupation: id } }),
      payload: `list:drop:${id}`,
    })),
    note,
  ),
  choices: [way('editing.clear', 'list:clear'), WAYS.back, WAYS.menu],
});

const choosing = ({ ids, picked }: ListContext): Sketch => ({
  ...asking(
    picked.length < MOST_COMPARED ? 'choosing' : 'chosen',
    (picked.length < MOST_COMPARED ? ids : picked).map((id) => ({
      label: say(picked.includes(id) ? 'list:choosing.picked' : 'list:choosing.free', {
        name: { occupation: id },
      }),
      payload: `list:pick:${id}`,
      chosen: picked.includes(id),
    })),
  ),
  choices: [
    ...(picked.length >= 2 ? [{ ...way('choosing.go', 'list:compare'), weight: 'main' as const }] : []),
    WAYS.back,
    WAYS.menu,
  ],
});

/** Side by side: what one does, getting in, pay here, openings, and why it fits. */
function compared({ compared: items }: ListContext): Sketch {
  if (items.length === 0) return missingOccupation;
  const pictures = items.map(({ pay }) => pay);
  const most = { pay: highestPay(pictures), openings: mostOpenings(pictures) };
  const title = say('list:compared.title', { names: { list: items.map(({ id }) => ({ occupation: id })) } });
  return {
    replies: [
      { kind: 'cards', alt: title, cards: items.map((each) => side(each, most)), compared: true },
      { kind: 'text', text: say('list:compared.caution') },
    ],
    choices: [WAYS.back, WAYS.menu],
    explains: true,
  };
}

const side = (
  facts: OccupationFacts,
  most: { readonly pay: number; readonly openings: number },
): Card<Phrase> => ({
  title: say('occupation:card.name', { name: { occupation: facts.id } }),
  lines: [
    say('occupation:card.summary', { summary: { occupationSummary: facts.id } }),
    ...doorsLine(facts.angles),
    ...(facts.fit ? [reasonWords(facts.fit)] : []),
  ],
  facts: [wageFact(facts.pay, most.pay), ...offerFacts({ ...facts.pay, minimum: null }, most.openings)],
  sources: sourcesOf({ ...facts.pay, minimum: null }, facts.fit !== null),
  choices: [{ label: say('list:compared.open'), payload: `occupation:open:${facts.id}` }],
});

function asking(node: string, options: readonly Choice<Phrase>[], note: string | null = null): Sketch {
  return {
    replies: [
      ...(note === null
        ? []
        : [{ kind: 'text' as const, text: say(`list:note.${note}`, { most: MOST_KEPT }) }]),
      { kind: 'question', layout: 'buttons', text: say(`list:${node}.text`), options },
    ],
    choices: [WAYS.back, WAYS.menu],
  };
}

const opened = (id: number): Choice<Phrase> => ({
  label: say('occupation:card.name', { name: { occupation: id } }),
  payload: `occupation:open:${id}`,
});

const way = (node: string, payload: string): Choice<Phrase> => ({ label: say(`list:${node}`), payload });
