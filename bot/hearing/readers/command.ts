import { readPayload } from '../../payloads.ts';
import { dialogNamed } from '../../house.ts';
import type { Command, Meaning } from '../../meaning.ts';
import { isWord } from './glossary.ts';
import { SPOKEN } from './exact.ts';
import { saidIn } from '../heard.ts';
import { CLEAR, LIKELY, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { say } from '../../../replies/words.ts';

/** Words for places, understood as their buttons. */
const PLACES = [
  ['results', 'results:open'],
  ['continue', 'interests:open'],
  ['next', 'next:open'],
  ['list', 'list:open'],
  ['tasks', 'tasks:open'],
] as const;

/** Commands inside a sentence. The order matters where two are said. */
const SAID: readonly (readonly [string, Command])[] = [
  ['said.restart', 'restart'],
  ['said.back', 'back'],
  ['said.pause', 'pause'],
  ['said.help', 'help'],
  ['said.menu', 'menu'],
];

/** Wishes to be written to, or no more. */
const REMINDERS = [
  ['said.remindNoMore', 'reminders:stop'],
  ['said.remindWeekly', 'reminders:weekly'],
  ['said.remind', 'reminders:tomorrow'],
] as const;

/** What people ask of the conversation, or of the occupation shown. */
export function command(scene: Scene): Reading[] {
  // 「求人票」 is a word, not a wish to see openings.
  if (isWord(scene)) return [place(scene)].filter((reading) => reading !== null);
  return [place(scene), ...moves(scene), ...ofTheOneShown(scene), ...services(scene)].filter(
    (reading) => reading !== null,
  );
}

function place({ house, isOne, dialog, top, paused, choices }: Scene): Reading | null {
  const found = PLACES.find(([list]) => isOne(list));
  if (!found) return null;
  // What is begun here is continued, or what was put aside last, whichever it is.
  const begun = dialog?.keeps?.(top!) ? top : paused.at(-1);
  const wanted = found[0] === 'continue' && begun ? `${begun.dialog}:open` : found[1];
  const here = choices.find(({ payload }) => payload.startsWith(wanted));
  return { kind: 'command', confidence: CLEAR, meaning: readPayload(house, here?.payload ?? wanted) };
}

function moves(scene: Scene): (Reading | null)[] {
  const { house, says } = scene;
  const named = SAID.find(([list]) => isMeant(scene, list));
  const locale = says('said.seeking') ? undefined : SPOKEN.find((one) => says(`said.speak-${one}`));
  return [
    named ? likely({ kind: 'command', command: named[1] }) : null,
    locale ? likely({ kind: 'open', dialog: 'language', request: { locale } }, CLEAR) : null,
    !scene.asks && says('said.noThanks') ? likely({ kind: 'command', command: 'pause' }) : null,
    scene.asks && says('said.left') ? likely({ kind: 'again' }) : null,
    says('said.continue') ? place({ ...scene, isOne: (list) => list === 'continue' }) : null,
    says('said.again') ? likely({ kind: 'again' }) : null,
    says('said.moveHome') ? likely(readPayload(house, 'prefecture:open')) : null,
  ];
}

/** A way of saying something that is not denied: "I don't want to stop", 「やめたくない」 are no stop. */
function isMeant({ house, text }: Scene, list: string): boolean {
  const found = saidIn(house, list, text);
  if (!found) return false;
  const before = found.input.slice(0, found.index);
  const after = found.input.slice(found.index + found[0].length);
  return (
    !/(?:n't|not|never|no need to)(?: [a-z']+){0,2} ?$/u.test(before) &&
    !/^(?:たく|は|じゃ)?(?:な[いく]|ません)/u.test(after)
  );
}

/** Keep, let go, compare, more like it, openings: of the occupation in view, or of what is listed. */
function ofTheOneShown({
  house,
  says,
  focus,
  named,
  offered,
  choices,
  dialog,
  top,
}: Scene): (Reading | null)[] {
  const id = named[0] ?? focus;
  const go = (payload: string, confidence?: number) => likely(readPayload(house, payload), confidence);
  const readings: (Reading | null)[] = [];
  if (says('said.drop')) readings.push(go('list:open'));
  else if (says('said.keep')) readings.push(id === null ? go('list:open') : go(`list:keep:${id}`));
  if (says('said.compare')) {
    const ids = [...new Set([...(focus === null ? [] : [focus]), ...named, ...offered])].slice(0, 3);
    readings.push(go(ids.length >= 2 ? `list:compare:${ids.join(',')}` : 'list:open'));
  }
  if (says('said.openings')) readings.push(go(id === null ? 'next:open' : `next:open:${id}`, CLEAR));
  if (focus !== null) {
    const part = (['similar', 'story', 'ladder'] as const).find((one) => says(`said.${one}`));
    if (part && named.length === 0) {
      // To know more of it is to look for something; more of the like is a wish to the conversation.
      const kind = part === 'similar' ? 'command' : 'search';
      readings.push({ ...go(`occupation:${part}:${focus}`, CLEAR)!, kind });
    }
  }
  if (says('said.more')) {
    const more = choices.find(({ payload }) => /:more$|^browse:list:.*:\d+$/u.test(payload));
    if (more) readings.push(go(more.payload));
    else if (focus !== null) readings.push(go(`occupation:similar:${focus}`));
  }
  if (
    says('said.why') &&
    (offered.length > 0 || dialogNamed(house, top!.dialog) !== dialog || focus !== null)
  ) {
    readings.push(likely({ kind: 'remark', notes: [say('hearing:why')], then: null }));
  }
  return readings;
}

function services(scene: Scene): (Reading | null)[] {
  const { house, says } = scene;
  return [
    isMeant(scene, 'said.erase')
      ? likely(readPayload(house, 'forget:open'), CLEAR)
      : says('said.private')
        ? likely(
            { kind: 'remark', notes: [say('hearing:private', { days: house.keepDays })], then: null },
            CLEAR,
          )
        : null,
    // Clearer than 「続けたい」 alone, which goes on here.
    says('said.carry') ? likely(readPayload(house, 'carry:open'), CLEAR + 0.05) : null,
    ...REMINDERS.map(([list, payload]) => (says(list) ? likely(readPayload(house, payload), CLEAR) : null)),
    says('said.office') ? likely(readPayload(house, 'support:work'), CLEAR) : null,
    says('said.startTest') ? likely(readPayload(house, 'interests:open')) : null,
    says('said.startPairs') ? likely(readPayload(house, 'pairs:open')) : null,
    says('said.training') ? likely(readPayload(house, 'next:open')) : null,
    says('said.browseAll') ? likely(readPayload(house, 'browse:open')) : null,
    says('said.myResults') ? likely(readPayload(house, 'results:open')) : null,
    says('said.myList') ? likely(readPayload(house, 'list:open'), CLEAR) : null,
  ];
}

const likely = (meaning: Meaning, confidence = LIKELY + 0.07): Reading => ({
  kind: 'command',
  confidence,
  meaning,
});
