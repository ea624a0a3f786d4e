import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import {
  FAMILIES,
  INTERESTS,
  PARTS,
  PLACES,
  SORTS,
  WEIGHTS,
  WISHES,
  WORK_VALUES,
  type InformationDesk,
} from '../../bot/information.ts';
import { isLocale, type Locale } from '../../domain/locales.ts';
import { handle, Problem, readJson } from '../http/problem.ts';
import { EXPORTS, sendExport, type ExportForm } from './export.ts';
import { openApi } from './openapi.ts';

const BODY_LIMIT = 16 * 1024;
const PREFECTURE = /^(0[1-9]|[1-3]\d|4[0-7])$/u;

/** Mounts `/api/v1`: the catalogue, wages and matching for programs. */
export function mountApi(server: Server, desk: InformationDesk): void {
  const get = (route: string, work: (request: Request) => unknown) => {
    const answered = handle((request, response) => answerOrUnchanged(request, response, work(request)));
    server.get(`/api/v1/${route}`, answered);
    server.head(`/api/v1/${route}`, answered);
  };

  get('openapi.json', () => openApi);
  get('prefectures', (request) => ({ items: desk.prefectures(localeIn(queryOf(request))) }));
  get('glossary', (request) => ({ items: desk.glossary(localeIn(queryOf(request))) }));
  get('tasks', (request) => desk.tasks(localeIn(queryOf(request))));
  get('sources', () => ({ items: desk.sources() }));
  for (const form of Object.keys(EXPORTS) as ExportForm[]) mountExport(server, desk, form);
  get('occupations', (request) => {
    const query = queryOf(request);
    return desk.occupations({
      text: query.get('q') ?? '',
      locale: localeIn(query),
      prefecture: prefectureIn(query, true),
      limit: numberIn(query, 'limit', 20, 1, 100),
      offset: numberIn(query, 'offset', 0, 0, 100_000),
    });
  });
  get('occupations/:id', (request) => {
    const query = queryOf(request);
    const sheet = desk.occupation(
      idIn(String(request.params.id)),
      localeIn(query),
      prefectureIn(query, false),
    );
    if (!sheet) throw unknownOccupation();
    return sheet;
  });
  get('wages', (request) => {
    const query = queryOf(request);
    const id = idIn(query.get('occupation') ?? '');
    if (!desk.isOccupation(id)) throw unknownOccupation();
    const wage = desk.wage(id, prefectureIn(query, true) ?? '00', localeIn(query));
    if (!wage) {
      throw new Problem(404, 'no_wage', 'The wage survey has no occupation group for this occupation.');
    }
    return wage;
  });
  get('questionnaires/:name', (request) => {
    const sheet = desk.questionnaire(String(request.params.name), localeIn(queryOf(request)));
    if (!sheet) throw new Problem(404, 'unknown_questionnaire', 'There is no such questionnaire.');
    return sheet;
  });

  server.post(
    '/api/v1/match',
    handle(async (request, response) => {
      const query = queryOf(request);
      const read = matchBody.safeParse(await readJson(request, BODY_LIMIT));
      if (!read.success) throw new Problem(400, 'bad_profile', firstIssue(read.error));
      const unknown = read.data.tasks?.find((task) => !desk.isTask(task));
      if (unknown !== undefined) {
        throw new Problem(400, 'unknown_task', 'There is no such task; GET /api/v1/tasks lists them.');
      }
      const matched = desk.match({ ...read.data, locale: localeIn(query) });
      if (!matched) {
        throw new Problem(400, 'flat_profile', 'All scores are alike: there is no shape to compare.');
      }
      answer(response, JSON.stringify(matched));
    }),
  );
}

/** `/api/v1/occupations.json`, `.csv`, `.xml`: the tag is the catalogue's version, so nothing is made to be compared. */
function mountExport(server: Server, desk: InformationDesk, form: ExportForm): void {
  server.get(
    `/api/v1/occupations.${form}`,
    handle(async (request, response) => {
      const locale = localeIn(queryOf(request));
      const headers = {
        'Content-Type': EXPORTS[form].type,
        'Content-Disposition': `inline; filename="occupations.${locale}.${form}"`,
        ETag: `"${desk.version}-${locale}-${form}"`,
        'Cache-Control': 'public, max-age=3600',
      };
      if (isKnown(request, headers.ETag)) return void response.sendRaw(304, '', headers);
      response.writeHead(200, headers);
      await sendExport(response, form, desk, locale);
    }),
  );
}

const score = z.number().min(-1000).max(1000);
const keyed = (keys: readonly string[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, score])));
const matchBody = z
  .strictObject({
    interests: keyed(INTERESTS).optional(),
    values: keyed(WORK_VALUES).optional(),
    tasks: z.array(z.string().max(60)).min(1).max(60).optional(),
    criteria: z
      .strictObject({
        place: z.enum(PLACES).optional(),
        field: z
          .string()
          .regex(/^\d\d(_\d{3})?$/u)
          .optional(),
        licence: z.enum(FAMILIES).optional(),
        wants: z.array(z.enum(WISHES)).max(WISHES.length).optional(),
        avoids: z.array(z.enum(WISHES)).max(WISHES.length).optional(),
        unknown: z.boolean().optional(),
      })
      .optional(),
    weights: z
      .strictObject({
        lean: z.enum(PARTS).optional(),
        values: z.partialRecord(z.enum(WORK_VALUES), z.enum(WEIGHTS)).optional(),
      })
      .optional(),
    sort: z.enum(SORTS).optional(),
    prefecture: z.string().regex(PREFECTURE).optional(),
    limit: z.number().int().min(1).max(100).default(10),
  })
  .refine(
    ({ interests, values, tasks }) => interests ?? values ?? tasks,
    'Give interests, values or tasks.',
  ) as unknown as z.ZodType<Omit<Parameters<InformationDesk['match']>[0], 'locale'>>;

/** Sends JSON that may be kept for an hour, or says that it is what the client has: the tag is of the very words sent. */
function answerOrUnchanged(request: Request, response: Response, body: unknown): void {
  const text = JSON.stringify(body);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: tag, 'Cache-Control': 'public, max-age=3600' };
  if (isKnown(request, tag)) response.sendRaw(304, '', headers);
  else answer(response, text, headers);
}

/** Whether the client has what a tag stands for. A proxy that compresses marks tags as weak; they are still ours. */
const isKnown = (request: Request, tag: string): boolean =>
  (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//u, '') === tag);

function answer(response: Response, text: string, headers: Record<string, string> = {}): void {
  response.sendRaw(200, text, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
}

const queryOf = (request: Request): URLSearchParams => new URLSearchParams(request.getQuery());

function localeIn(query: URLSearchParams): Locale {
  const lang = query.get('lang') ?? 'ja';
  if (!isLocale(lang)) throw new Problem(400, 'unknown_language', 'lang must be ja, ja-easy or en.');
  return lang;
}

function idIn(text: string): number {
  if (!/^\d{1,6}$/u.test(text)) {
    throw new Problem(400, 'bad_occupation', 'Give an occupation by its number (収録番号).');
  }
  return Number(text);
}

function prefectureIn(query: URLSearchParams, allJapan: boolean): string | null {
  const code = query.get('prefecture');
  if (code === null) return null;
  if (PREFECTURE.test(code) || (allJapan && code === '00')) return code;
  throw new Problem(400, 'bad_prefecture', 'prefecture must be 01 to 47.');
}

function numberIn(
  query: URLSearchParams,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const value = /^\d{1,6}$/u.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new Problem(400, `bad_${name}`, `${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

const unknownOccupation = () =>
  new Problem(404, 'unknown_occupation', 'There is no occupation with this number.');

const firstIssue = (error: z.ZodError): string => {
  const { path, message } = error.issues[0]!;
  return `${path.join('.') || 'body'}: ${message}`;
};
