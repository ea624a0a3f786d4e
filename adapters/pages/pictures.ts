import type { Server } from 'restify';
import { TOWN } from '../../replies/pictures.ts';
import { sendKept, tagOf } from '../http/kept.ts';
import { handle } from '../http/problem.ts';
import { drawPng } from './picture.ts';
import { townSvg } from './town.ts';

const DAY = 'public, max-age=86400';
/** The widths that LINE asks for, depending on the screen. */
export const WIDTHS = [240, 300, 460, 700, 1040] as const;

/** Mounts the pictures that can be tapped: `/pictures/map.svg`, and the same as PNG under `/pictures/map/{width}`. */
export function mountPictures(server: Server): void {
  const svg = townSvg();
  const body = Buffer.from(svg);
  const tag = tagOf(body);
  const drawn = new Map<number, Promise<Buffer>>();
  /** Each width is drawn once, when it is first asked for: 20 ms, and 110 KB for the widest. */
  const png = (width: number): Promise<Buffer> => {
    const known = drawn.get(width) ?? drawPng(svg, width);
    drawn.set(width, known);
    known.catch(() => drawn.delete(width));
    return known;
  };
  // The bubble shows it on pages of other hosts as well.
  const headers = { 'Cache-Control': DAY, 'Cross-Origin-Resource-Policy': 'cross-origin' };

  const sendSvg = handle((request, response) =>
    sendKept(request, response, body, tag, {
      ...headers,
      'Content-Type': 'image/svg+xml',
      'Content-Security-Policy': "default-src 'none'",
    }),
  );
  const sendPng = handle(async (request, response) => {
    const width = WIDTHS.find((one) => String(one) === request.params.width);
    const type = { ...headers, 'Content-Type': 'image/png' };
    if (width === undefined) return sendKept(request, response, Buffer.alloc(0), '""', type, 404);
    const bytes = await png(width);
    sendKept(request, response, bytes, tagOf(bytes), type);
  });
  const path = TOWN.url.replace(/\.svg$/u, '');
  server.get(TOWN.url, sendSvg);
  server.head(TOWN.url, sendSvg);
  server.get(`${path}/:width`, sendPng);
  server.head(`${path}/:width`, sendPng);
}
