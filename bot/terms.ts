import { licencesOf } from '../domain/browse.ts';
import { WORK_VALUES, type Catalogue } from '../domain/catalogue.ts';
import type { Locale } from '../domain/locales.ts';
import { ALL_JAPAN } from '../domain/wages.ts';
import { ShirubeError } from '../errors.ts';
import type { Param, Phrase, Term } from '../replies/reply.ts';
import { dates, lists, numbers } from './formats.ts';

/** One kind of brackets in what we say, whatever the official name is written with. */
const tidy = (name: string): string => name.replaceAll('（', '(').replaceAll('）', ')');

/** 「埼玉県（さいたまけん）」 → 「埼玉県」, for buttons. */
const withoutReading = (name: string): string => name.replace(/（[ぁ-ゖー]+）/gu, '');

/** Entries of the glossary are written as inside a sentence; alone they begin with a capital, our source's name not. */
const capital = (name: string): string =>
  name.startsWith('job tag') ? name : name.charAt(0).toUpperCase() + name.slice(1);

export const isPhrase = (param: Phrase | Term): param is Phrase => 'key' in param;

/** A term as the language says it. Throws `SEED_BROKEN` for something the catalogue does not have. */
export function termInWords(
  catalogue: Catalogue,
  locale: Locale,
  term: Term,
  inWords: (locale: Locale, param: Param) => string,
): string {
  if ('occupation' in term) return tidy(occupation(catalogue, term.occupation).texts[locale].name);
  if ('concept' in term) {
    const found = catalogue.search.concepts.find(({ id }) => id === term.concept);
    const { label } = known(found, `concept ${term.concept}`);
    return term.alone ? capital(label[locale]) : label[locale];
  }
  if ('occupationSummary' in term) {
    const { summary } = occupation(catalogue, term.occupationSummary).texts[locale];
    return summary ?? inWords(locale, { key: 'occupation:card.noSummary' });
  }
  if ('story' in term) {
    const story = known(
      occupation(catalogue, term.story).texts[locale].story,
      `story of occupation ${term.story}`,
    );
    return 'part' in term ? story[term.part] : (story.day[term.moment] ?? '');
  }
  if ('entry' in term) {
    const { names, texts } = known(catalogue.glossary.get(term.entry), `glossary entry ${term.entry}`);
    if (term.form === 'text') return texts[locale];
    const name = capital(names[locale]);
    return term.form === 'short' ? withoutReading(name) : tidy(name);
  }
  if ('ladder' in term) {
    const ladder = known(catalogue.ladders.get(term.ladder), `ladder of occupation ${term.ladder}`);
    if ('elsewhere' in term) return ladder.elsewhere[term.elsewhere]?.texts[locale] ?? '';
    const step = ladder.steps[term.step];
    return (term.part === 'title' ? step?.titles : step?.needs)?.[locale] ?? '';
  }
  if ('prefecture' in term) {
    if (term.prefecture === ALL_JAPAN) return inWords(locale, { key: 'prefecture:allJapan' });
    const { names } = known(catalogue.prefectures.get(term.prefecture), `prefecture ${term.prefecture}`);
    return tidy(term.bare ? withoutReading(names[locale]) : names[locale]);
  }
  if ('task' in term) {
    const { texts, everyday } = known(catalogue.tasks.get(term.task), `task ${term.task}`);
    return (term.form === 'everyday' ? (everyday ?? texts) : texts)[locale];
  }
  if ('taskFamily' in term) {
    return known(catalogue.taskFamilies.get(term.taskFamily), `task family ${term.taskFamily}`).names[locale];
  }
  if ('field' in term) {
    return tidy(known(catalogue.fields.get(term.field), `field ${term.field}`).names[locale]);
  }
  if ('licence' in term) {
    return known(licencesOf(catalogue).get(term.licence), `licence ${term.licence}`);
  }
  if ('wageGroup' in term) {
    return tidy(
      known(catalogue.wages.groups.get(term.wageGroup), `wage group ${term.wageGroup}`).names[locale],
    );
  }
  if ('offerGroup' in term) {
    return tidy(
      known(catalogue.offers.groups.get(term.offerGroup), `offer group ${term.offerGroup}`).names[locale],
    );
  }
  if ('tradeOff' in term) {
    const names = WORK_VALUES.flatMap((value) =>
      value === term.tradeOff ? catalogue.valueQuestionnaire.tradeoffs[value] : [],
    );
    return known(names[term.name], `trade-off ${term.tradeOff}`)[locale];
  }
  if ('item' in term) {
    const statement = catalogue.valueQuestionnaire.items.find(({ id }) => id === term.item);
    if (statement) return statement.text[locale];
    const item = catalogue.interestQuestionnaire.items.find(({ id }) => id === term.item);
    return known(known(item, `questionnaire item ${term.item}`)[term.form], `short ${term.item}`)[locale];
  }
  if ('manyen' in term) return manyen(locale, term.manyen);
  if ('yen' in term) return yen(locale, term.yen);
  if ('number' in term) return number(locale, term.number, term.digits);
  if ('date' in term) {
    return dates(locale).format(new Date(`${term.date}T00:00:00Z`));
  }
  if ('source' in term) {
    return known(catalogue.sources[term.source as keyof Catalogue['sources']], `source ${term.source}`)
      .attribution;
  }
  if ('helpline' in term) {
    const line = helpline(catalogue, term.helpline);
    return term.form === 'number' ? line.number : (line[term.form]?.[locale] ?? '');
  }
  if ('notes' in term) {
    return term.notes.map((param) => inWords(locale, param)).join(locale === 'en' ? ' · ' : '・');
  }
  const parts = term.list.map((param) => inWords(locale, param));
  return lists(locale).format(parts);
}

/** 5,247,000 → 「524.7万円」 or "¥5.247 million", 293,000 → 「29.3万円」 or "¥293,000". */
function manyen(locale: Locale, amount: number): string {
  if (locale === 'en')
    return amount < 1e6 ? yen(locale, amount) : `¥${number(locale, amount / 1e6, 3)} million`;
  return `${number(locale, amount / 1e4, 1)}万円`;
}

const yen = (locale: Locale, amount: number): string =>
  locale === 'en' ? `¥${number(locale, amount)}` : `${number(locale, amount)}円`;

const number = (locale: Locale, value: number, digits = 0): string => numbers(locale, digits).format(value);

export const helpline = (catalogue: Catalogue, id: string) =>
  known(
    catalogue.helplines.find((line) => line.id === id),
    `helpline ${id}`,
  );

const occupation = (catalogue: Catalogue, id: number) =>
  known(catalogue.occupations.get(id), `occupation ${id}`);

function known<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null)
    throw new ShirubeError('SEED_BROKEN', `The catalogue has no ${what}`);
  return value;
}
