import { decimal, thousandsToYen } from '../../scripts/import/numbers.ts';
import { csv } from '../../scripts/import/write.ts';

test('figures are exact', () => {
  expect(['0.1', '599.7', '2471.2', '300', '1.5'].map(thousandsToYen)).toEqual([
    100, 599_700, 2_471_200, 300_000, 1500,
  ]);
  expect(() => thousandsToYen('1.25')).toThrow('at most one decimal');
  expect(() => thousandsToYen('')).toThrow('at most one decimal');
  expect(
    ['599.70000000000005', '2471.1999999999998', '44', '5E-1', ' 7 '].map((text) => decimal(text, 1)),
  ).toEqual(['599.7', '2471.2', '44', '0.5', '7']);
  expect(['1.25', '-1', '', 'x', '1,5'].map((text) => decimal(text, 1))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('fields are quoted only where they must be, and never hold a line break', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x, "y"', null],
        [1, '，'],
      ],
    ),
  ).toBe('a,b\n"x, ""y""",\n1,，\n');
  expect(() => csv(['a'], [['x\ny']])).toThrow('line break');
});
