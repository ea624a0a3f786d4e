import type { OccupationPicture } from '../../bot/information.ts';
import { tagOf } from '../http/kept.ts';
import { Problem } from '../http/problem.ts';
import { previewSvg } from './preview.ts';

/** So many pictures are kept, of about 15 KB each. */
const MOST_KEPT = 100;
/** So many wait to be drawn, a second or two; more are asked to come back. */
const MOST_WAITING = 30;

export interface Picture {
  readonly tag: string;
  png(): Promise<Buffer>;
}

/**
 * Draws preview pictures on demand. Drawing happens off the main thread and one at a time, so that turns, which
 * need the same few threads for the store, never wait for it; the last hundred are kept. `png` throws a 503 problem when
 * too many wait.
 */
export function createGallery(): (picture: OccupationPicture) => Picture {
  const kept = new Map<string, Promise<Buffer>>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const drawn = (svg: string, tag: string): Promise<Buffer> => {
    const known = kept.get(tag);
    if (!known && waiting >= MOST_WAITING) {
      throw new Problem(503, 'busy', 'Too many pictures are being drawn. Try again in a moment.', 2);
    }
    const png = known ?? last.then(() => drawPng(svg));
    if (!known) {
      waiting += 1;
      last = png.then(
        () => (waiting -= 1),
        () => {
          waiting -= 1;
          kept.delete(tag);
        },
      );
    }
    // Taken out and put back: what was asked for last goes last.
    kept.delete(tag);
    kept.set(tag, png);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
    return png;
  };
  return (picture) => {
    const svg = previewSvg(picture);
    const tag = tagOf(svg);
    return { tag, png: () => drawn(svg, tag) };
  };
}

/** An SVG without letters as PNG; with a width, so wide. */
export async function drawPng(svg: string, width?: number): Promise<Buffer> {
  // Loaded when the first picture is asked for: most processes never need it.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false },
    ...(width !== undefined && { fitTo: { mode: 'width', value: width } as const }),
  });
  return Buffer.from(image.asPng());
}
