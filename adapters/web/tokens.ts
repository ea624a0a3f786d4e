import { createHmac, timingSafeEqual } from 'node:crypto';
import { nearestLocale, type Locale } from '../../domain/locales.ts';
import { ShirubeError } from '../../errors.ts';

/** What a token lets its holder do: talk now, or take the conversation up again on another day. */
export type Use = 'talk' | 'resume';

/** What a token says; it is good for this one conversation only. */
export interface Claims {
  readonly use: Use;
  readonly conversation: string;
  /** The language of the page that asked for the token. */
  readonly locale?: Locale;
  /** The user id the page asked for; activities then come from nobody else. */
  readonly user?: string;
}

/** Claims that were signed by us and still hold. */
export interface Valid extends Claims {
  /** Until when, in milliseconds since 1970. */
  readonly until: number;
}
export type TokenReading = Valid | 'invalid' | 'expired';

const HEADER = base64({ alg: 'HS256', typ: 'JWT' });
/** Shorter secrets could be guessed from one token. */
const SHORTEST_SECRET = 16;

/**
 * Signed tokens in the shape the public Direct Line gives out (a JSON Web Token, HS256), so that its clients
 * can read the user id in them. Nothing is kept on the server: the signature is the proof.
 */
export class Tokens {
  readonly #secret: string;
  readonly #clock: () => number;

  constructor(secret: string, clock: () => number) {
    if (secret.length < SHORTEST_SECRET) {
      throw new ShirubeError(
        'SETTING_WRONG',
        `The token secret needs at least ${SHORTEST_SECRET} characters; leave it out to have one made.`,
      );
    }
    this.#secret = secret;
    this.#clock = clock;
  }

  issue({ use, conversation, locale, user }: Claims, seconds: number): string {
    const exp = Math.floor(this.#clock() / 1000) + seconds;
    const body = `${HEADER}.${base64({ conv: conversation, exp, use, lang: locale, user })}`;
    return `${body}.${this.#sign(body)}`;
  }

  read(token: string): TokenReading {
    const end = token.lastIndexOf('.');
    const body = token.slice(0, Math.max(0, end));
    const given = Buffer.from(token.slice(end + 1));
    const right = Buffer.from(this.#sign(body));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return 'invalid';
    const said = JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString()) as {
      conv: string;
      exp: number;
      use: Use;
      lang?: string;
      user?: string;
    };
    if (said.exp * 1000 <= this.#clock()) return 'expired';
    const locale = nearestLocale(said.lang);
    return {
      use: said.use,
      conversation: said.conv,
      until: said.exp * 1000,
      ...(locale && { locale }),
      ...(said.user !== undefined && { user: said.user }),
    };
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }
}

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
