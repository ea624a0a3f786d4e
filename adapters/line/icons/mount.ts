import type { Server } from 'restify';
import { sendKept, tagOf } from '../../http/kept.ts';
import { handle } from '../../http/problem.ts';
import { drawPng } from '../../pages/picture.ts';
import { ICONS_PATH, ICONS_VERSION, iconSvg, isIconName, type IconName } from './shapes.ts';

/**
 * `GET /line/icons/{version}/{name}.png`. Today's version may be kept for good; icons of another one, asked for by
 * messages sent before an update, are answered with today's and kept for a day.
 */
export function mountIcons(server: Server): void {
  const drawn = new Map<IconName, Promise<Buffer>>();
  const png = (name: IconName): Promise<Buffer> => {
    const known = drawn.get(name) ?? drawPng(iconSvg(name));
    drawn.set(name, known);
    known.catch(() => drawn.delete(name));
    return known;
  };
  const send = handle(async (request, response) => {
    const name = /^([a-z]{1,20})\.png$/u.exec(String(request.params.file))?.[1] ?? '';
    const headers = { 'Content-Type': 'image/png', 'Cross-Origin-Resource-Policy': 'cross-origin' };
    if (!isIconName(name)) return sendKept(request, response, Buffer.alloc(0), '""', headers, 404);
    const isToday = request.params.version === ICONS_VERSION;
    const bytes = await png(name);
    sendKept(request, response, bytes, tagOf(bytes), {
      ...headers,
      'Cache-Control': `public, max-age=${isToday ? '31536000, immutable' : '86400'}`,
    });
  });
  server.get(`${ICONS_PATH}/:version/:file`, send);
  server.head(`${ICONS_PATH}/:version/:file`, send);
}
