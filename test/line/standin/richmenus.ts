import { randomBytes, randomUUID } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import { isObject, type Fault, type Loose } from './check.ts';
import type { Answer } from './platform.ts';
import { ALIAS, isPictureSize, menuFaults, pngSize } from './richmenu-rules.ts';

/** One request as LINE sees it, after the token was checked. */
export interface Call {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly type: string | undefined;
  readonly body: Buffer;
}

interface Menu {
  readonly richMenuId: string;
  readonly menu: messagingApi.RichMenuRequest;
  picture: Buffer | null;
}

interface Move {
  readonly operations: readonly Loose[];
  /** So often `progress` says that it is not finished. */
  looks: number;
}

/** What goes wrong with a request: `afterwards`, LINE does it and the answer is lost. */
export interface Mishap {
  readonly status: number | null;
  readonly afterwards?: boolean;
}

const USER = /^U[0-9a-f]{32}$/u;
const MENU_ID = /^richmenu-[0-9a-f]{32}$/u;
const NOT_FOUND: Answer = { status: 404, body: { message: 'Not found' } };
const OK: Answer = { status: 200, body: {} };
const refused = (message: string, details: readonly Fault[] = []): Answer => ({
  status: 400,
  body: { message, details },
});
/** Calls an hour (ref#rate-limits). */
const HOURLY = { create: 100, delete: 100, deleteAlias: 100, progress: 100, batch: 3 } as const;

/** LINE's rich menus: menus with pictures, aliases, the default, and who is linked to which. */
export class RichMenus {
  readonly menus = new Map<string, Menu>();
  readonly aliases = new Map<string, string>();
  readonly links = new Map<string, string>();
  defaultMenu: string | null = null;
  /** Every call, as `METHOD path`. */
  readonly calls: string[] = [];
  /** Decides what goes wrong with the n-th call from now, counted from 0. */
  mishap: (call: string, n: number) => Mishap | null = () => null;
  /** How often LINE says that moving people is not finished. */
  slowMoves = 0;
  readonly #moves = new Map<string, Move>();
  readonly #used = new Map<keyof typeof HOURLY, number>();

  /** An hour passes. */
  hourPasses(): void {
    this.#used.clear();
  }

  /** `undefined`: not a call about rich menus. `null`: the line drops. */
  handle(call: Call): Answer | null | undefined {
    if (!/^\/v2\/bot\/(richmenu|user)(\/|$)/u.test(call.path)) return undefined;
    const name = `${call.method} ${call.path}`;
    const mishap = this.mishap(name, this.calls.length);
    this.calls.push(name);
    if (mishap && !mishap.afterwards) return failure(mishap);
    const answer = this.#route(call);
    return mishap ? failure(mishap) : answer;
  }

  #route(call: Call): Answer {
    const { method, path, body } = call;
    const [, , , first = '', second, third] = path.split('/');
    if (first === 'user') return this.#user(method, second ?? '', path.split('/')[6]);
    if (second === undefined && method === 'POST') return this.#create(json(body));
    if (second === 'validate' && method === 'POST' && third === undefined) return validity(json(body));
    if (second === 'list' && method === 'GET') {
      const richmenus = [...this.menus.values()].map(({ richMenuId, menu }) => ({ richMenuId, ...menu }));
      return { status: 200, body: { richmenus } };
    }
    if (second === 'alias') return this.#alias(method, third, json(body));
    if (second === 'batch' && method === 'POST') return this.#batch(json(body));
    if (second === 'progress' && third === 'batch') return this.#progress(call.query.get('requestId'));
    if (third === 'content') return this.#picture(call, second ?? '');
    const menu = this.menus.get(second ?? '');
    if (!menu) return NOT_FOUND;
    if (method === 'GET') return { status: 200, body: { richMenuId: menu.richMenuId, ...menu.menu } };
    return method === 'DELETE' ? this.#delete(menu) : NOT_FOUND;
  }

  #limited(name: keyof typeof HOURLY): Answer | null {
    const used = (this.#used.get(name) ?? 0) + 1;
    this.#used.set(name, used);
    return used <= HOURLY[name]
      ? null
      : { status: 429, body: { message: 'The API rate limit has been exceeded. Try again later.' } };
  }

  #create(menu: unknown): Answer {
    const limited = this.#limited('create');
    if (limited) return limited;
    const faults = menuFaults(menu);
    if (faults.length > 0) return refused(`The request body has ${faults.length} error(s)`, faults);
    if (this.menus.size >= 1000) return refused('Maximum number of rich menus exceeded');
    const richMenuId = `richmenu-${randomBytes(16).toString('hex')}`;
    this.menus.set(richMenuId, { richMenuId, menu: menu as messagingApi.RichMenuRequest, picture: null });
    return { status: 200, body: { richMenuId } };
  }

  #delete({ richMenuId }: Menu): Answer {
    const limited = this.#limited('delete');
    if (limited) return limited;
    this.menus.delete(richMenuId);
    if (this.defaultMenu === richMenuId) this.defaultMenu = null;
    for (const [person, id] of this.links) if (id === richMenuId) this.links.delete(person);
    return OK;
  }

  #picture({ method, type, body }: Call, id: string): Answer {
    const menu = this.menus.get(id);
    if (!menu) return NOT_FOUND;
    if (method === 'GET') return menu.picture ? { status: 200, body: {} } : NOT_FOUND;
    if (type !== 'image/png' && type !== 'image/jpeg')
      return { status: 415, body: { message: `The content type, ${type ?? ''}, is not supported` } };
    if (menu.picture) return refused('An image has already been uploaded to the richmenu');
    if (body.length > 1_000_000) return { status: 413, body: { message: 'Payload Too Large' } };
    const size = pngSize(body);
    const fits = size?.width === menu.menu.size?.width && size?.height === menu.menu.size?.height;
    if (!size || !isPictureSize(size) || !fits) return refused('The image size is not allowed for richmenu');
    menu.picture = body;
    return OK;
  }

  #alias(method: string, alias: string | undefined, body: unknown): Answer {
    if (alias === 'list' && method === 'GET') {
      const aliases = [...this.aliases].map(([richMenuAliasId, richMenuId]) => ({
        richMenuAliasId,
        richMenuId,
      }));
      return { status: 200, body: { aliases } };
    }
    const wanted = isObject(body) ? body : {};
    const id = String(wanted.richMenuId ?? '');
    if (alias === undefined) {
      const name = String(wanted.richMenuAliasId ?? '');
      if (!ALIAS.test(name))
        return refused('The request body has 1 error(s)', [
          { message: 'invalid richMenuAliasId', property: 'richMenuAliasId' },
        ]);
      if (this.aliases.has(name)) return refused('conflict richmenu alias id');
      if (this.aliases.size >= 1000) return refused('Maximum number of rich menu aliases exceeded');
      return this.#point(name, id);
    }
    const target = this.aliases.get(alias);
    if (target === undefined) return NOT_FOUND;
    if (method === 'GET') return { status: 200, body: { richMenuAliasId: alias, richMenuId: target } };
    if (method === 'POST') return this.#point(alias, id);
    const limited = this.#limited('deleteAlias');
    if (limited) return limited;
    this.aliases.delete(alias);
    return OK;
  }

  #point(alias: string, id: string): Answer {
    if (!MENU_ID.test(id))
      return refused('The request body has 1 error(s)', [
        { message: 'invalid richMenuId', property: 'richMenuId' },
      ]);
    if (!this.menus.get(id)?.picture) return refused('richmenu not found');
    this.aliases.set(alias, id);
    return OK;
  }

  #user(method: string, person: string, id: string | undefined): Answer {
    if (person !== 'all' && !USER.test(person)) return refused("The value for the 'userId' is invalid");
    const linked = person === 'all' ? this.defaultMenu : (this.links.get(person) ?? null);
    if (method === 'GET') return linked === null ? NOT_FOUND : { status: 200, body: { richMenuId: linked } };
    if (method === 'DELETE') {
      if (person === 'all') this.defaultMenu = null;
      else this.links.delete(person);
      return OK;
    }
    const menu = this.menus.get(id ?? '');
    if (!menu) return NOT_FOUND;
    if (!menu.picture) return refused('must upload richmenu image before applying it to user');
    if (person === 'all') this.defaultMenu = menu.richMenuId;
    else this.links.set(person, menu.richMenuId);
    return OK;
  }

  #batch(body: unknown): Answer {
    const limited = this.#limited('batch');
    if (limited) return limited;
    const operations = (isObject(body) && Array.isArray(body.operations) ? body.operations : []) as Loose[];
    const key = isObject(body) ? body.resumeRequestKey : undefined;
    if (key !== undefined && !/^[0-9a-zA-Z\-_]{1,100}$/u.test(String(key)))
      return refused('The request body has 1 error(s)');
    if (operations.length < 1 || operations.length > 1000) return refused('The request body has 1 error(s)');
    const from = operations.map((operation) => String(operation.from));
    if (new Set(from).size < from.length)
      return refused('The request body has 1 error(s)', [
        { message: 'from richmenu is duplicated', property: 'operations[].from' },
      ]);
    for (const { type, from: before, to } of operations) {
      if (type !== 'link' && type !== 'unlink') return refused('The request body has 1 error(s)');
      if (!this.menus.has(String(before))) return NOT_FOUND;
      if (type === 'link' && !this.menus.get(String(to))?.picture) return NOT_FOUND;
    }
    const requestId = randomUUID();
    this.#moves.set(requestId, { operations, looks: this.slowMoves });
    return { status: 202, body: {}, headers: { 'x-line-request-id': requestId } };
  }

  #progress(requestId: string | null): Answer {
    const limited = this.#limited('progress');
    if (limited) return limited;
    const move = this.#moves.get(requestId ?? '');
    if (!move) return NOT_FOUND;
    const acceptedTime = new Date().toISOString();
    if (move.looks-- > 0) return { status: 200, body: { phase: 'ongoing', acceptedTime } };
    const before = new Map(this.links);
    for (const { type, from, to } of move.operations) {
      for (const [person, id] of before) {
        if (id !== from) continue;
        if (type === 'link') this.links.set(person, String(to));
        else this.links.delete(person);
      }
    }
    return { status: 200, body: { phase: 'succeeded', acceptedTime, completedTime: acceptedTime } };
  }
}

const failure = ({ status }: Mishap): Answer | null =>
  status === null ? null : { status, body: { message: 'Something went wrong on purpose' } };

function validity(menu: unknown): Answer {
  const faults = menuFaults(menu);
  return faults.length === 0 ? OK : refused(`The request body has ${faults.length} error(s)`, faults);
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
