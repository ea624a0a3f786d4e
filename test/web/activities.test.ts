import { toActivities } from '../../adapters/web/activities.ts';
import type { Input } from '../../bot/port.ts';
import type { Speech } from '../../replies/reply.ts';

const speak = (speech: Speech, base?: string) =>
  toActivities(
    { id: 12, at: '2026-01-15T09:00:00.000Z', cause: 11, spoken: { locale: 'ja-easy', speech } },
    'person',
    base,
  );

test('one activity a reply, ids of their own, the ways on with the last', () => {
  const activities = speak({
    replies: [
      { kind: 'text', text: 'A' },
      { kind: 'question', layout: 'scale', text: 'Q', options: [{ label: '1', payload: 'q:1' }] },
      { kind: 'text', text: 'B' },
    ],
    choices: [{ label: 'Menu', payload: 'go:menu', weight: 'quiet' }],
    typing: true,
  });
  expect(activities.map(({ id, text }) => [id, text])).toEqual([
    ['person|0000012', 'A'],
    ['person|0000012-2', 'Q'],
    ['person|0000012-3', 'B'],
  ]);
  expect(activities.map(({ locale }) => locale)).toEqual(['ja', 'ja', 'ja']);
  expect(
    activities.map(({ suggestedActions }) => suggestedActions?.actions.map(({ value }) => value)),
  ).toEqual([undefined, undefined, [{ payload: 'q:1' }, { payload: 'go:menu' }]]);
  expect(activities[2]).toMatchObject({
    replyToId: 'person|0000011',
    inputHint: 'expectingInput',
    channelData: { locale: 'ja-easy', last: true, choices: [{ weight: 'quiet' }] },
  });
});

test('what nobody did here is not shown as theirs', () => {
  const incoming = {
    channel: 'web',
    person: 'person',
    eventId: 'e',
    at: '2026-01-15T09:00:00.000Z',
  } as const;
  const shown = (input: Input) =>
    toActivities({ id: 12, at: incoming.at, incoming: { ...incoming, input } }, 'person');
  expect(shown({ kind: 'carried', to: 'line' })).toEqual([]);
  expect(shown({ kind: 'wake' })).toEqual([]);
  expect(shown({ kind: 'text', text: 'hello' })).toHaveLength(1);
});

test('cards are hero cards; addresses of ours are made absolute, or give way to the outside one', () => {
  const speech: Speech = {
    replies: [
      {
        kind: 'cards',
        alt: 'A job',
        cards: [
          {
            title: 'Gardener',
            lines: ['Trims trees.'],
            facts: [{ label: 'Pay', value: '¥3 million', note: 'all Japan, 2025' }],
            sources: ['Source: MHLW'],
            choices: [{ label: 'Pay', payload: 'wages:open:1' }],
            links: [
              { label: 'Openings', url: '/go/hellowork', outside: 'https://www.hellowork.example/' },
              { label: 'Page', url: '/page' },
            ],
          },
        ],
      },
    ],
    choices: [],
  };
  const buttons = (base?: string) => speak(speech, base)[0]!.attachments![0]!.content.buttons as object[];
  expect(buttons('https://shirube.example/')).toMatchObject([
    { type: 'messageBack', displayText: 'Pay', value: { payload: 'wages:open:1' } },
    { type: 'openUrl', value: 'https://shirube.example/go/hellowork' },
    { type: 'openUrl', value: 'https://shirube.example/page' },
  ]);
  expect(buttons()).toMatchObject([{}, { type: 'openUrl', value: 'https://www.hellowork.example/' }]);
  const [activity] = speak(speech);
  expect(activity!.attachments![0]).toMatchObject({
    contentType: 'application/vnd.microsoft.card.hero',
    content: { title: 'Gardener', text: 'Trims trees.\n\nPay: ¥3 million (all Japan, 2025)\n\nSource: MHLW' },
  });
  expect(activity!.channelData.shirube.cards[0].links[0].url).toBe('/go/hellowork');
});

test('bars can be read as text; a speech of choices alone still offers them', () => {
  const [bars] = speak({
    replies: [
      {
        kind: 'bars',
        title: 'You',
        bars: [{ label: 'R', fill: 0.5, value: '3.0', note: 'hands' }],
        notes: ['n'],
      },
    ],
    choices: [],
  });
  expect(bars!.text).toBe('You\nR: 3.0 (hands)\nn');
  const [alone] = speak({ replies: [], choices: [{ label: 'Menu', payload: 'go:menu' }] });
  expect(alone!.suggestedActions!.actions).toHaveLength(1);
});

test('cards side by side: the person is seen saying which one they tapped; alone, the label is enough', () => {
  const card = (title: string) => ({
    title,
    choices: [{ label: 'See this job', payload: 'occupation:open:1' }],
  });
  const shown = (...titles: string[]) =>
    speak({ replies: [{ kind: 'cards', alt: 'Jobs', cards: titles.map(card) }], choices: [] })[0]!;
  const said = (titles: string[]) =>
    shown(...titles).attachments!.map(({ content }) => content.buttons[0].displayText as string);
  expect(said(['Baker', 'Cook'])).toEqual(['Baker: See this job', 'Cook: See this job']);
  expect(said(['Baker'])).toEqual(['See this job']);
  expect(shown('Baker')).toMatchObject({ summary: 'Jobs', speak: 'Jobs' });
});

test('an address ends where it ends, whatever letters follow it', () => {
  const [activity] = speak({
    replies: [
      {
        kind: 'cards',
        alt: 'a',
        cards: [{ title: 't', sources: ['出典（https://a.example/b）を加工', 'https://a.example/c'] }],
      },
    ],
    choices: [],
  });
  expect(activity!.attachments![0]!.content.text).toBe(
    '出典（https://a.example/b ）を加工\n\nhttps://a.example/c',
  );
});
