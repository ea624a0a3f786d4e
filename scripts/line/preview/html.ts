/** Small helpers to write HTML with styles. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`).replaceAll('\n', '<br>');

export type Rules = Readonly<Record<string, string | number | undefined>>;

/** A style attribute; what is undefined is left out. */
export function style(rules: Rules): string {
  const set = Object.entries(rules).filter(([, value]) => value !== undefined);
  return set.length === 0 ? '' : ` style="${set.map(([name, value]) => `${name}:${value}`).join(';')}"`;
}
