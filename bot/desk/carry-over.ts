import { toFullWidth } from '../../domain/text.ts';
import { say } from '../../replies/words.ts';
import type { House } from '../house.ts';
import type { CarryOver, CarryRequest } from '../information.ts';
import { areaName } from './pay.ts';

/** Our pages that carry conditions over, and the outside form each leads to. */
const CARRIED: Readonly<Record<string, string>> = {
  hellowork: 'hellowork_search',
  courses: 'funded_courses',
};

/** A form of another site with a person's conditions filled in; `null` when there is no such page. */
export function carryOver(house: House, page: string, request: CarryRequest): CarryOver | null {
  const link = house.catalogue.links[CARRIED[page] ?? ''];
  if (!link?.form) return null;
  const { locale, prefecture } = request;
  const occupation = request.occupation === null ? null : house.catalogue.occupations.get(request.occupation);
  const words = (key: string) => house.words.phrase(locale, say(`go:${key}`));
  // The official sites search in Japanese, by the plain word: 「豆腐製造、豆腐職人」 → 「豆腐製造」, full-width.
  const keyword = occupation ? toFullWidth(occupation.name.split(/[、（(/]/u)[0]!) : '';
  const { form } = link;
  return {
    action: form.action,
    fields: [
      ...Object.entries(form.fields).map(([name, value]) => ({ name, value })),
      ...(prefecture ? form.prefectureFields.map((name) => ({ name, value: prefecture })) : []),
      ...(keyword ? [{ name: form.keywordField, value: keyword }] : []),
    ],
    conditions: [
      ...(keyword ? [{ label: words('keyword'), value: keyword }] : []),
      ...(prefecture && form.prefectureFields.length > 0
        ? [{ label: words('prefecture'), value: areaName(house, prefecture, locale) }]
        : []),
    ],
    copy: keyword,
    plain: link.url,
    words: {
      title: words(`${page}.title`),
      lead: words('lead'),
      go: words(`${page}.go`),
      plain: words('plain'),
      copy: words('copy'),
      privacy: words('privacy'),
    },
  };
}
