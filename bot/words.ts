import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type i18n, type Resource } from 'i18next';
import type { Catalogue } from '../domain/catalogue.ts';
import { LOCALES, type Locale } from '../domain/locales.ts';
import { normaliseText } from '../domain/text.ts';
import { ShirubeError } from '../errors.ts';
import type { Param, Phrase, Sketch, Speech } from '../replies/reply.ts';
import { mapSpeech } from '../replies/words.ts';
import { helpline, isPhrase, termInWords } from './terms.ts';

/** Puts sketches into words. */
export interface Words {
  /** A whole speech in a language, addresses of the outside world filled in. */
  speak(locale: Locale, sketch: Sketch): Speech;
  phrase(locale: Locale, phrase: Phrase): string;
  /** What people type for something, normalised, of all languages: `locales/<lng>/heard.json`. */
  readonly heard: ReadonlyMap<string, ReadonlySet<string>>;
  /** Changes with any word. */
  readonly version: string;
}

/** Words people type, not words we say: kept beside the others, read as data. */
const HEARD = 'heard';

/**
 * Reads `locales/<lng>/<namespace>.json`. A key that is missing at run time is a bug and throws `WORDS_MISSING`;
 * `npm run check` proves that every language has every key.
 */
export async function loadWords(directory: string, catalogue: Catalogue): Promise<Words> {
  const resources = Object.fromEntries(
    LOCALES.map((locale) => [locale, readLocale(path.join(directory, locale))]),
  );
  const engine: i18n = i18next.createInstance();
  await engine.init({
    resources: Object.fromEntries(LOCALES.map((locale) => [tag(locale), resources[locale]!])) as Resource,
    supportedLngs: LOCALES.map(tag),
    fallbackLng: false,
    load: 'currentOnly',
    ns: Object.keys(resources.ja!).filter((namespace) => namespace !== HEARD),
    showSupportNotice: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new ShirubeError(
        'WORDS_MISSING',
        `No words for "${key}"; add them to every language in locales/`,
      );
    },
  } as Parameters<i18n['init']>[0]);

  const phrase = (locale: Locale, { key, params }: Phrase): string => {
    const spoken = Object.entries(params ?? {}).map(([name, param]) => [
      name,
      name === 'count' && typeof param === 'number' ? param : inWords(locale, param),
    ]);
    return String(engine.t(key, { lng: tag(locale), ...Object.fromEntries(spoken) }));
  };
  const inWords = (locale: Locale, param: Param): string => {
    if (typeof param === 'string') return param;
    if (typeof param === 'number') return termInWords(catalogue, locale, { number: param }, inWords);
    return isPhrase(param) ? phrase(locale, param) : termInWords(catalogue, locale, param, inWords);
  };

  return {
    speak: (locale, sketch) =>
      addressed(
        catalogue,
        mapSpeech(sketch, (words) => phrase(locale, words)),
      ),
    phrase,
    heard: heardIn(resources),
    version: createHash('sha256').update(JSON.stringify(resources)).digest('hex').slice(0, 16),
  };
}

/** i18next knows languages by their canonical tag: `ja-easy` is `ja-Easy` there. */
const tag = (locale: Locale): string => Intl.getCanonicalLocales(locale)[0]!;

type Namespaces = Record<string, Record<string, unknown>>;

function readLocale(directory: string): Namespaces {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => {
      const where = path.join(directory, file);
      try {
        return [path.basename(file, '.json'), JSON.parse(readFileSync(where, 'utf8'))];
      } catch (cause) {
        throw new ShirubeError('WORDS_MISSING', `${where} is not valid JSON`, { cause });
      }
    }),
  );
}

/** The lists of all languages together: people mix languages, above all for commands. */
function heardIn(resources: Readonly<Record<string, Namespaces>>): Words['heard'] {
  const lists = new Map<string, Set<string>>();
  for (const namespaces of Object.values(resources)) {
    for (const [name, words] of Object.entries(namespaces[HEARD] ?? {})) {
      const list = lists.get(name) ?? new Set();
      for (const word of words as string[]) list.add(normaliseText(word));
      lists.set(name, list);
    }
  }
  return lists;
}

/** Replaces `@name?id=12` by the address kept in `seeds/links.json`, `tel:@name` by a number of `seeds/helplines.json`. */
function addressed(catalogue: Catalogue, speech: Speech): Speech {
  const resolve = (url: string): string => {
    if (url.startsWith('tel:@')) return `tel:${helpline(catalogue, url.slice(5)).number.replaceAll('-', '')}`;
    if (!url.startsWith('@')) return url;
    const [name = '', query = ''] = url.slice(1).split('?');
    const link = catalogue.links[name];
    if (!link) throw new ShirubeError('SEED_BROKEN', `seeds/links.json has no address called "${name}"`);
    return [...new URLSearchParams(query)].reduce(
      (address, [key, value]) => address.replace(`{${key}}`, encodeURIComponent(value)),
      link.url,
    );
  };
  return {
    ...speech,
    replies: speech.replies.map((reply) =>
      reply.kind === 'cards'
        ? {
            ...reply,
            cards: reply.cards.map((card) => ({
              ...card,
              ...(card.links && {
                links: card.links.map((link) => ({
                  ...link,
                  url: resolve(link.url),
                  ...(link.outside !== undefined && { outside: resolve(link.outside) }),
                })),
              }),
            })),
          }
        : reply,
    ),
  };
}
