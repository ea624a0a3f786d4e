/**
 * Walks every dialog along generated paths: from several starts, every choice that is offered and every command
 * is taken, until no new situation appears. A situation is where all dialogs stand; answers given before do not matter.
 */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { COMMANDS } from '../../../bot/interpret.ts';
import { DIALOGS } from '../../../dialogs/index.ts';
import type { Locale } from '../../../domain/locales.ts';
import { FEWEST_PAIRS, MOST_PAIRS } from '../../../domain/pairs.ts';
import type { House } from '../../../bot/house.ts';
import { choicesOf } from '../../../replies/words.ts';
import { renderSpeech } from '../../../adapters/line/render.ts';
import { faultsOf } from '../../line/standin/messages.ts';
import { realHouse } from '../../support/house.ts';
import { handy, Talk } from '../../support/talk.ts';
import { ValuesTalk } from '../../support/values-talk.ts';

/** Whether a turn can end in a state; the others only decide, look something up, or end the dialog. */
const rests = (state: AnyStateNode): boolean =>
  state.type !== 'final' &&
  !state.always?.length &&
  !state.entry.some((action) =>
    ['look', 'become', 'close', 'offer', 'erase'].includes((action as { type: string }).type),
  );

/** Payloads from elsewhere, and typed words, that lead where no button does. */
const ODD_PAYLOADS = [
  'occupation:open:999999',
  'wages:open:999999',
  'glossary:open:no_such_word',
  'results:open',
  'results:values',
  'interests:open',
  'pairs:open',
  'values:open',
  'search:open',
  'carry:take:7K3MQ2XB',
];
const WORDS = ['看護', '介護', '公務員', 'そんな仕事はない', '東京か大阪', 'やさしい日本語', 'ありがとう'];

let house: House;
beforeAll(async () => {
  house = await realHouse();
});

export interface Walk {
  readonly situations: Map<string, Talk>;
  readonly stranded: string[];
}

/** Every situation that can be reached, one conversation for each; `kindOf` says which situations are the same. */
export function walk(starts: Talk[], kindOf = situationOf): Walk {
  const situations = new Map<string, Talk>();
  const stranded: string[] = [];
  const said = new Set<string>();
  const queue = starts.map((talk) => copy(talk));
  while (queue.length > 0) {
    const talk = queue.shift()!;
    const key = kindOf(talk);
    if (situations.has(key)) continue;
    situations.set(key, talk);
    // What is typed is understood by where somebody stands, not by how they came there.
    const place = talk.at;
    for (const text of said.has(place) ? [] : WORDS) {
      said.add(place);
      const next = copy(talk);
      next.say(text);
      queue.push(next);
    }
    const ways = [...talk.payloads, ...COMMANDS.map((command) => `go:${command}`), ...ODD_PAYLOADS];
    for (const payload of new Set(ways)) {
      const next = copy(talk);
      next.tap(payload);
      // Forgotten: somebody new.
      if (next.saved === null) next.tap('go:restart');
      const offered = talk.payloads.includes(payload);
      if (offered && next.text.includes(stale(next)))
        stranded.push(`${key} offers ${payload}, which is stale`);
      queue.push(next);
    }
  }
  return { situations, stranded };
}

const stale = (talk: Talk): string => house.words.phrase(talk.state.locale, { key: 'common:stale' });

function copy(talk: Talk): Talk {
  const twin = new Talk(house, talk.locale, talk.now);
  twin.saved = structuredClone(talk.saved);
  twin.last = talk.last;
  twin.channel = talk.channel;
  twin.given = talk.given;
  return twin;
}

/** What makes a difference for where one can go; not which answers were given. */
function situationOf(talk: Talk): string {
  const { stack, paused, profile } = talk.state;
  const frames = stack.slice(-1).map(({ dialog, value, context }) => {
    const { at, order, remark, offset, areas, picked, ids, held, page } = context as Record<string, never> & {
      at?: number;
      order?: string[];
      remark?: { kind: string };
      offset?: number;
      areas?: string[];
      picked?: number[];
      ids?: number[];
      held?: string[];
      page?: number;
    };
    const place =
      at === undefined ? '' : at === 0 ? 'first' : at === (order?.length ?? 0) - 1 ? 'last' : 'middle';
    const choices = (context as { choices?: readonly { chosen: string | null }[] }).choices ?? [];
    const chosen =
      dialog === 'pairs'
        ? `${choices.length < FEWEST_PAIRS - 1 ? Math.min(1, choices.length) : 'late'}${choices.some((choice) => choice.chosen)}`
        : '';
    const size = [areas, picked, dialog === 'list' ? ids : []].map((many) => many?.length ?? 0).join();
    const told = `${(held?.length ?? 0) > 0 ? 'held' : ''}${Math.min(1, page ?? 0)}`;
    return `${dialog}/${String(value)}/${place}/${remark?.kind ?? ''}/${Math.min(2, (offset ?? 0) / 5)}/${size}/${chosen}/${told}`;
  });
  return JSON.stringify([
    frames,
    // Which questionnaires were put aside, and which finished, multiplies everything; one of each kind will do.
    paused.length > 0,
    profile.prefecture !== undefined,
    profile.values ? 'values' : profile.interests ? 'interests' : profile.pairs ? 'pairs' : '',
    talk.last.speech.replies.map(({ kind }) => kind),
  ]);
}

/** Conversations from which everything is reached; the house is open once the tests of the file begin. */
export function startingPoints(locale: Locale): Talk[] {
  // On LINE everything is offered that there is.
  const fresh = new Talk(house, locale);
  fresh.channel = 'line';
  fresh.hello();
  const rung = (payload: string) => {
    const talk = copy(fresh);
    talk.tap(payload);
    talk.wait(payload === 'reminders:weekly' ? 7.4 : 1);
    talk.happen({ kind: 'wake' });
    return talk;
  };
  const begun = (answer: number | ((item: string) => number), count: number) => {
    const talk = new Talk(house, locale);
    talk.hello();
    talk.tap('interests:open');
    talk.tap('interests:start');
    talk.answer(answer, count);
    return talk;
  };
  const keeping = new Talk(house, locale);
  keeping.hello();
  for (const id of [156, 134, 313, 57]) keeping.tap(`list:keep:${id}`);
  const comparing = copy(keeping);
  comparing.tap('list:compare:156,134');
  const compared = new Talk(house, locale);
  compared.hello();
  compared.tap('list:compare:156,134');
  /** Before the last of the pairs, or of those who like neither. */
  const paired = (which: number, count: number) => {
    const talk = new Talk(house, locale);
    talk.hello();
    talk.tap('pairs:open');
    talk.tap('pairs:start');
    for (let i = 0; i < count; i += 1) {
      const before = copy(talk);
      talk.tap(talk.payloads.filter((payload) => payload.startsWith('pairs:choose:'))[which]!);
      if (talk.at !== 'pairs/asking') return before;
    }
    return talk;
  };
  /** Before and after conditions that nothing meets, and beside an occupation that they leave out. */
  const narrowed = (payload: string) => {
    const talk = begun(handy, 60);
    talk.tap('results:list:nonight.care');
    talk.tap(payload);
    return talk;
  };
  const nowhere = new Talk(house, locale);
  nowhere.hello();
  nowhere.tap('browse:list:sea.it.care');
  /** Beside a list of their own, somebody brings the conversation of another channel. */
  const bringing = copy(keeping);
  const taken = { channel: 'line', person: 'somebody', state: fresh.saved } as const;
  bringing.bring(taken);
  const told = new Talk(house, locale);
  told.hello();
  told.tap('tasks:open');
  told.say('いぬの さんぽを しました');
  let skips = 0;
  /** What matters: before the last statement of both forms, finished, and answered all alike. */
  const weighed = [
    ['short', 'settled', 21],
    ['full', 'settled', 54],
    ['short', 'settled', 22],
    ['short', 3, 22],
  ] as const;
  return [
    fresh,
    rung('reminders:at:12'),
    rung('reminders:weekly'),
    ...weighed.map(([form, value, count]) => {
      const talk = new ValuesTalk(house, locale);
      talk.start(form);
      talk.tell(value === 'settled' ? talk.settled : value, count);
      return talk;
    }),
    compared,
    nowhere,
    ...['results:list:care.it.nolicence', 'occupation:fit:156', 'results:weights'].map(narrowed),
    paired(0, 1),
    paired(0, MOST_PAIRS),
    paired(2, MOST_PAIRS),
    keeping,
    bringing,
    told,
    comparing,
    begun(handy, 59),
    begun(3, 59),
    begun(() => (skips++ % 3 === 0 ? 0 : 4), 59),
    begun(0, 59),
    begun(handy, 60),
    begun(3, 60),
  ];
}

/** Proves in one language what must hold wherever somebody can come; a file each, so that they run side by side. */
export function provesEveryPath(locale: Locale): void {
  describe(`every path in ${locale}`, () => {
    let walked: Walk;
    beforeAll(() => {
      walked = walk(startingPoints(locale));
    });

    test('ends with words, a way out, and within what every channel can carry', () => {
      for (const [key, talk] of walked.situations) {
        const { replies, choices } = talk.last.speech;
        const problems = [
          ...(talk.text.trim() === '' ? ['no words'] : []),
          ...(choicesOf(talk.last.speech).some(({ payload }) => payload.startsWith('go:'))
            ? []
            : ['no way out']),
          ...(replies.length > 5 ? ['too many replies'] : []),
          ...(choices.length > 13 ? ['too many choices'] : []),
          ...(/\{\{|undefined|NaN|\[object/u.test(talk.text) ? ['unfilled words'] : []),
          ...(choicesOf(talk.last.speech).some(
            ({ label, payload }) => label.trim() === '' || payload.length > 300,
          )
            ? ['a choice without words']
            : []),
        ];
        expect({ key, problems }).toEqual({ key, problems: [] });
      }
    });

    test('is taken by LINE, with every button', () => {
      for (const [key, talk] of walked.situations) {
        const messages = renderSpeech(talk.last, { publicBaseUrl: 'https://shirube.example' });
        const sent = JSON.stringify(messages);
        const lost = choicesOf(talk.last.speech).filter(
          ({ payload }) => !sent.includes(JSON.stringify(payload)),
        );
        expect({ key, faults: faultsOf(messages), lost }).toEqual({ key, faults: [], lost: [] });
      }
    });

    test('offers nothing that is stale', () => {
      expect(walked.stranded).toEqual([]);
    });

    test('visits every state of every machine', () => {
      const visited = new Set(
        [...walked.situations.values()].flatMap((talk) =>
          talk.state.stack.map(({ dialog, value }) => `${dialog}/${String(value)}`),
        ),
      );
      const states = DIALOGS.flatMap(({ name, machine }) =>
        Object.values((machine as AnyStateMachine).states)
          .filter(rests)
          .map(({ key }) => `${name}/${key}`),
      );
      expect(states.filter((state) => !visited.has(state))).toEqual([]);
    });
  });
}
