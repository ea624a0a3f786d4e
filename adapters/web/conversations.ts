import type { Request } from 'restify';
import type { Counsellor, Incoming } from '../../bot/port.ts';
import { nearestLocale } from '../../domain/locales.ts';
import type { Limits } from '../http/limits.ts';
import { activityId } from './activities.ts';
import type { Desk } from './desk.ts';
import { readWatermark, type History } from './history.ts';
import { readJson, Refusal, tooMany, words, type Json } from './http.ts';
import { toIncoming } from './incoming.ts';
import type { Claims } from './tokens.ts';
import { readUpload } from './upload.ts';

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** So many characters of a message count as one message more: what is stored is what is counted. */
const CHARACTERS_A_MESSAGE = 500;

/** The operations of Direct Line, each from request to answer; whatever is wrong throws a `Refusal`. */
export class Conversations {
  readonly #counsellor: Counsellor;
  readonly #desk: Desk;
  readonly #history: History;
  readonly #limits: Limits;
  readonly #clock: () => number;

  constructor(counsellor: Counsellor, desk: Desk, history: History, limits: Limits, clock: () => number) {
    this.#counsellor = counsellor;
    this.#desk = desk;
    this.#history = history;
    this.#limits = limits;
    this.#clock = clock;
  }

  /** A token for a conversation that nobody has entered yet. */
  async generate(request: Request): Promise<Answer> {
    return ok(this.#desk.pass(this.#begun(request, await readJson(request, {}))));
  }

  async refresh(request: Request): Promise<Answer> {
    const claims = this.#desk.read(request);
    if (!claims) throw new Refusal(401, 'Unauthorized', 'There is no token to refresh.');
    return ok(this.#desk.pass(claims));
  }

  /** Enters the conversation of the token, or a new one. */
  async start(request: Request): Promise<Answer> {
    const body = await readJson(request, {});
    const claims = this.#desk.read(request) ?? this.#begun(request, body);
    this.#desk.admit(claims, claims.conversation);
    const [first] = await this.#said(claims, 1);
    const locale = nearestLocale(words(body['locale'], 40)) ?? claims.locale;
    const opened = this.#desk.open(request, { ...claims, ...(locale && { locale }) }, null);
    if (first) return ok(opened);
    // Whoever names a language is greeted in it; others are greeted when they say hello.
    const { conversation: person } = claims;
    const hello: Incoming = {
      channel: 'web',
      person,
      eventId: `${person}:hello`,
      at: this.#now(),
      input: { kind: 'hello' },
    };
    if (locale) await this.#counsellor.receive([{ ...hello, locale }]);
    return { status: 201, body: opened };
  }

  /** New tokens and a new stream for a conversation under way. */
  async reconnect(request: Request): Promise<Answer> {
    const claims = this.#admitted(request);
    const watermark = watermarkOf(request);
    readWatermark(watermark);
    return ok(this.#desk.open(request, claims, watermark));
  }

  async activities(request: Request): Promise<Answer> {
    const { conversation } = this.#admitted(request);
    return ok(await this.#history.since(conversation, readWatermark(watermarkOf(request))));
  }

  /** Takes an activity; answers with its id once it is safely stored. A repeated one has no second effect. */
  async post(request: Request): Promise<Answer> {
    const claims = this.#admitted(request);
    return this.#take(claims, toIncoming(await readJson(request), claims, this.#now()));
  }

  /** A file is not looked at; that it came is told to the counsellor, who answers kindly. */
  async upload(request: Request): Promise<Answer> {
    const claims = this.#admitted(request);
    return this.#take(claims, toIncoming(await readUpload(request), claims, this.#now()));
  }

  async #take(claims: Claims, incoming: Incoming | null): Promise<Answer> {
    const answer = (line: number) => ok({ id: activityId(claims.conversation, line) });
    if (!incoming) return answer(0);
    this.#count(incoming);
    if (incoming.input.kind === 'hello') {
      const greeted = await this.#onlyGreeted(claims);
      if (greeted !== null) return answer(greeted);
    }
    await this.#counsellor.receive([incoming]);
    return answer(await this.#history.lineOf(claims.conversation, incoming.eventId));
  }

  /** A new conversation, unless this address has begun too many. */
  #begun(request: Request, body: Json): Claims {
    const seconds = this.#limits.conversations.take(this.#limits.addressOf(request));
    if (seconds !== null) throw tooMany(seconds);
    return this.#desk.begin(body);
  }

  /** Counts a message to its conversation. Nobody who reads and taps comes near the limits. */
  #count({ person, input }: Incoming): void {
    const { messages, messagesPerDay } = this.#limits;
    const cost = 1 + (input.kind === 'text' ? Math.floor(input.text.length / CHARACTERS_A_MESSAGE) : 0);
    const seconds = messages.take(person, cost) ?? messagesPerDay.take(person, cost);
    if (seconds !== null) throw tooMany(seconds);
  }

  /** The line of the hello when nothing else was sent yet: greeting twice would be odd. */
  async #onlyGreeted(claims: Claims): Promise<number | null> {
    const [first, ...rest] = await this.#said(claims, 3);
    const greeted = first && 'incoming' in first && first.incoming.input.kind === 'hello';
    return greeted && rest.length < 2 && !rest.some((line) => 'incoming' in line) ? first.id : null;
  }

  #said({ conversation }: Claims, limit: number) {
    return this.#counsellor.transcript('web', conversation, 0, limit);
  }

  #admitted(request: Request): Claims {
    return this.#desk.admit(this.#desk.read(request), String(request.params?.id ?? ''));
  }

  #now(): string {
    return new Date(this.#clock()).toISOString();
  }
}

const ok = (body: object): Answer => ({ status: 200, body });

const watermarkOf = (request: Request): string | null =>
  new URL(request.url ?? '', 'http://localhost').searchParams.get('watermark');
