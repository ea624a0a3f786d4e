export type Cell = string | number | null;

/** A table in the form `seeds/csv.ts` reads: one row a line, quotes only where needed, empty for null. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  if (/[\r\n]/u.test(text)) throw new Error(`A seed field cannot hold a line break: ${JSON.stringify(text)}`);
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Values for one field, separated by `|`. */
export function list(values: readonly string[]): string {
  const clash = values.find((value) => value.includes('|') || value === '');
  if (clash !== undefined)
    throw new Error(`A value in a list cannot be empty or hold |: ${JSON.stringify(clash)}`);
  return values.join('|');
}

/** One JSON object a line. */
export const jsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Cells of one group stand together, areas from north to south: code-unit order, the same on every machine. */
export function byGroupThenArea(a: readonly Cell[], b: readonly Cell[]): number {
  const [x, y] = [`${a[1]}/${a[0]}`, `${b[1]}/${b[0]}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
