import { COLOUR, PAIRS } from '../../adapters/line/flex/look.ts';
import { contrast } from './contrast.ts';

test.each(PAIRS)('%s on %s can be read', (text, ground) => {
  expect(contrast(COLOUR[text], COLOUR[ground])).toBeGreaterThanOrEqual(4.5);
});
