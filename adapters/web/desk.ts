import { randomBytes } from 'node:crypto';
import type { Request } from 'restify';
import { nearestLocale } from '../../domain/locales.ts';
import { json, Refusal, words, type Json } from './http.ts';
import { Tokens, type Claims, type Valid } from './tokens.ts';

export interface DeskOptions {
  /** Signs tokens; keep it, and conversations outlive a restart. */
  readonly tokenSecret: string;
  /** Where the world reaches us (`https://shirube.example`); makes links and stream addresses absolute. */
  readonly publicBaseUrl?: string;
  readonly tokenMinutes?: number;
  /** How long the service keeps a conversation; the bubble says so, and its browser can take it up as long. */
  readonly keepDays?: number;
}

export const ROOT = '/v3/directline';
const CONVERSATION = /^[\w-]{22}$/;
const SECONDS_A_DAY = 86_400;
/** Where it is not said how long conversations are kept. */
const RESUME_DAYS = 30;

/** Who may enter which conversation: reads tokens, hands them out. Keeps nothing. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #tokens: Tokens;

  constructor(options: DeskOptions, clock: () => number) {
    this.#options = options;
    this.#tokens = new Tokens(options.tokenSecret, clock);
  }

  /** The claims of a request's token; none at all reads as `null`. */
  read(request: Request): Valid | null {
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    // directlinejs without a token says "Bearer undefined".
    return token === undefined || token === 'undefined' || token === 'null' ? null : this.good(token);
  }

  /** The claims of a token that is genuine and still valid. */
  good(token: string): Valid {
    const claims = this.#tokens.read(token);
    if (claims === 'expired') throw new Refusal(403, 'TokenExpired', 'Token has expired');
    if (claims === 'invalid') throw new Refusal(403, 'BadArgument', 'Invalid token or secret');
    return claims;
  }

  /** Lets a token into its own conversation only. */
  admit<C extends Claims>(claims: C | null, conversation: string): C {
    if (!claims) {
      throw new Refusal(401, 'Unauthorized', `A token is needed: POST ${ROOT}/tokens/generate.`);
    }
    if (!CONVERSATION.test(conversation)) {
      throw new Refusal(404, 'NotFound', 'There is no such conversation.');
    }
    if (claims.use !== 'talk' || claims.conversation !== conversation) {
      throw new Refusal(403, 'Forbidden', 'This token is not for this conversation.');
    }
    return claims;
  }

  /** A new conversation is only a name until something is said in it. */
  begin(body: Json): Claims {
    const locale = nearestLocale(words(body['locale'], 40));
    const user = words(json(body['user'])['id'], 200);
    return {
      use: 'talk',
      conversation: randomBytes(16).toString('base64url'),
      ...(locale && { locale }),
      ...(user !== undefined && { user }),
    };
  }

  /** Fresh tokens for a conversation. */
  pass(claims: Claims) {
    const { tokenMinutes = 30, keepDays } = this.#options;
    return {
      conversationId: claims.conversation,
      token: this.#tokens.issue({ ...claims, use: 'talk' }, tokenMinutes * 60),
      expires_in: tokenMinutes * 60,
      // Ours alone: good for `tokens/refresh` only, so that a browser finds its conversation another day. It must not
      // run out sooner than what it leads to: nobody could read or delete that any more.
      resumeToken: this.#tokens.issue(
        { ...claims, use: 'resume' },
        (keepDays ?? RESUME_DAYS) * SECONDS_A_DAY,
      ),
      ...(keepDays !== undefined && { keepDays }),
    };
  }

  /** Fresh tokens and the address of the stream. */
  open(request: Request, claims: Claims, watermark: string | null) {
    const passed = this.pass(claims);
    const query = new URLSearchParams({ ...(watermark && { watermark }), t: passed.token });
    const stream = `${ROOT}/conversations/${claims.conversation}/stream?${query.toString()}`;
    return { ...passed, streamUrl: this.#webSocketBase(request) + stream, referenceGrammarId: '' };
  }

  /** `ws://host` as the world, or else this client, reaches us. */
  #webSocketBase({ headers, socket }: Request): string {
    const { publicBaseUrl } = this.#options;
    if (publicBaseUrl !== undefined) return publicBaseUrl.replace(/^http/, 'ws').replace(/\/$/, '');
    const secure = 'encrypted' in socket || String(headers['x-forwarded-proto']).split(',')[0] === 'https';
    return `${secure ? 'wss' : 'ws'}://${headers.host ?? 'localhost'}`;
  }
}
