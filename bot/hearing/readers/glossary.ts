import { entriesIn, entryCalled } from '../../../domain/glossary.ts';
import { say } from '../../../replies/words.ts';
import { askedAbout } from '../heard.ts';
import { CLEAR, LIKELY, POSSIBLE, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/** A word of working life: asked about, said alone, or asked about a rule that goes by it. */
export function glossary(scene: Scene): Reading[] {
  const { house, asks, cores, says, isQuestion, named, ear } = scene;
  const asked = cores.map((core) => askedAbout(house, core)).findLast((word) => word !== null) ?? null;
  const explained = asked === null ? null : entryCalled(house.glossaryIndex, inner(asked));
  if (explained !== null) return [explains(explained, CLEAR + 0.05)];
  const whole = cores.map((core) => entryCalled(house.glossaryIndex, core)).find((entry) => entry !== null);
  if (whole) return [explains(whole, isQuestion ? LIKELY + 0.08 : asks ? POSSIBLE : LIKELY + 0.05)];
  const within = entriesSaid(scene);
  if (says('said.reading')) return [unknown(CLEAR)];
  if (within.length > 0) {
    const isAsked = isQuestion || says('said.question') || says('said.asking') || says('said.trouble');
    return [explains(within[0]!, confidenceOf(scene, isAsked))];
  }
  if (says('said.interestWord')) return [explains('vocational_interests', LIKELY + 0.05)];
  // Asked about, and not explained anywhere: that is said.
  const word = asked === null ? null : inner(asked);
  const isName = word !== null && ear.names(word).some(({ score }) => score >= 0.4);
  return word === null || isName || word.length > LONGEST_WORD || named.length > 0
    ? []
    : [unknown(says('said.explain') ? LIKELY + 0.02 : POSSIBLE)];
}

const unknown = (confidence: number): Reading => ({
  kind: 'glossary',
  confidence,
  meaning: { kind: 'remark', notes: [say('hearing:noWord')], then: null },
});
/** What is longer is a sentence that happens to end like a question. */
const LONGEST_WORD = 14;

/** How likely a word that stands in a sentence is to be asked about. */
function confidenceOf({ says, named, cores }: Scene, isAsked: boolean): number {
  // Hardly anything else is said: "residence card renewal".
  if (!isAsked) return cores[0]!.length <= LONGEST_WORD && named.length === 0 ? POSSIBLE : POSSIBLE - 0.15;
  if (named.length > 0 || ['said.seekingWork', 'said.done', 'said.can'].some(says)) return POSSIBLE + 0.1;
  return says('said.rule') ? CLEAR : LIKELY + 0.05;
}

const inner = (word: string): string => word.replace(/^[「『"']|[」』"']$/gu, '').trim();

/** The whole text is a word of the glossary: 「年収」, "bonus". */
export const isWord = ({ house, cores }: Scene): boolean =>
  cores.slice(0, 2).some((core) => entryCalled(house.glossaryIndex, core) !== null);

/** Entries whose words stand in a sentence, the longest first. */
export function entriesSaid({ house, text, cores }: Scene): string[] {
  const found = [
    ...entriesIn(house.glossaryIndex, 'ja', cores[0]!),
    ...entriesIn(house.glossaryIndex, 'en', text),
  ];
  return [...new Set(found)];
}

const explains = (entry: string, confidence: number): Reading => ({
  kind: 'glossary',
  confidence,
  meaning: { kind: 'open', dialog: 'glossary', request: { entry } },
  label: say('hearing:which.glossary', { term: { entry, form: 'short' } }),
});
