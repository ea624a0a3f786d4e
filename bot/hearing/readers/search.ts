import { entryCalled } from '../../../domain/glossary.ts';
import { isOtherLanguage } from '../../../domain/text.ts';
import { say } from '../../../replies/words.ts';
import type { Found } from '../../../dialogs/dialog.ts';
import { meant } from '../heard.ts';
import { readPayload } from '../../payloads.ts';
import { CERTAIN, CLEAR, LIKELY, POSSIBLE, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import { FAINT } from '../reading.ts';

/** Looks for occupations, or asks about the one in view. */
export function search(scene: Scene): Reading[] {
  const { house, text, asks, focus, says, named, ear, isQuestion } = scene;
  if (isOtherLanguage(text)) {
    return [{ kind: 'command', confidence: FAINT, meaning: { kind: 'command', command: 'language' } }];
  }
  const found = ear.search(text);
  const button = asks ? null : meant(house, text);
  const seeks = says('said.seeking');
  const readings: Reading[] = [];
  if (
    focus !== null &&
    named.length === 0 &&
    says('said.ofIt') &&
    (isQuestion || says('said.question') || says('said.asking') || text.length <= LONGEST_ASPECT)
  ) {
    readings.push({
      kind: 'search',
      confidence: LIKELY + 0.06,
      meaning: readPayload(house, `occupation:story:${focus}`),
    });
  }
  // Whatever is asked beside an occupation is asked about it; its story says what is known.
  else if (focus !== null && named.length === 0 && isQuestion && !says('said.elsewhere')) {
    readings.push({
      kind: 'search',
      confidence: POSSIBLE,
      meaning: readPayload(house, `occupation:story:${focus}`),
    });
  }
  // Typed for a button, and nothing is called that: 「海の仕事がしたい」.
  if (button && (button.framed || found.ids.length === 0)) {
    const meaning = readPayload(house, button.payload);
    // A bare word may be one to be explained: 「介護」.
    const isToBeExplained =
      button.payload.startsWith('browse:') && entryCalled(house.glossaryIndex, text) !== null;
    readings.push({
      kind: 'search',
      confidence: button.framed ? CLEAR : isToBeExplained ? LIKELY - 0.03 : LIKELY + 0.1,
      ...(isToBeExplained && { label: say('hearing:which.search') }),
      meaning:
        meaning.kind === 'open'
          ? { ...meaning, request: { ...(meaning.request as object), typed: true } }
          : meaning,
    });
  } else if (found.open) {
    // What was a job of theirs is told, not looked for.
    const isTold =
      found.confidence <= CLEAR && says('said.done') && !isQuestion && !says('said.seekingWork') ? 0.15 : 0;
    const isAsked = says('said.seekingWork') ? 0.2 : seeks || isQuestion ? 0.12 : 0;
    const said = Math.min(CERTAIN, found.confidence + (isTold > 0 ? -isTold : isAsked));
    // A wish is no reason to leave a question unless work is asked for; the name of an occupation may be.
    const confidence =
      asks && found.ids.length === 0 && !says('said.seekingWork') ? Math.min(said, POSSIBLE) : said;
    readings.push({ ...opens(found), confidence });
  } else if (seeks && hasContent(scene)) {
    readings.push({
      kind: 'search',
      confidence: says('said.seekingWork') ? LIKELY + 0.02 : LIKELY - 0.05,
      meaning: {
        kind: 'remark',
        notes: [say('hearing:noJob')],
        then: { kind: 'open', dialog: 'search', request: undefined },
      },
      label: say('hearing:which.search'),
    });
  }
  return readings;
}

function opens(found: Found): Reading {
  const [id, ...others] = found.ids;
  return {
    kind: 'search',
    confidence: found.confidence,
    meaning: { kind: 'open', ...found.open! },
    label:
      id !== undefined && others.length === 0
        ? say('hearing:which.job', { name: { occupation: id } })
        : say('hearing:which.search'),
  };
}

/** More is said than that work is looked for. */
function hasContent({ house, cores }: Scene): boolean {
  const words = [...(house.words.heard.get('emptyWords') ?? [])].toSorted((a, b) => b.length - a.length);
  const left = words.reduce((rest, word) => rest.replaceAll(word, ' '), cores[0]!);
  return left.replace(/[\sはのがをでにもと。、,.]/gu, '').length >= 2;
}
/** 「夜勤は」, 「未経験でも」: what is longer and asks nothing tells something. */
const LONGEST_ASPECT = 8;
