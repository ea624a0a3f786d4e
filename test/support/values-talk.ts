import type { House } from '../../bot/house.ts';
import type { WorkValue } from '../../domain/catalogue.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Answers, ValuesResult } from '../../domain/profile.ts';
import { sidesOf, type ValueForm } from '../../domain/values.ts';
import { Talk } from './talk.ts';

/** Weight of some values to somebody; the others weigh 3. */
const SETTLED: Partial<Record<WorkValue, number>> = {
  stability: 5,
  work_life_balance: 5,
  compensation: 4,
  social_recognition: 1,
  autonomy: 2,
};

/** A conversation about what matters in a job. */
export class ValuesTalk extends Talk {
  constructor(house: House, locale: Locale = 'en') {
    super(house, locale);
    this.hello();
  }

  start(form: ValueForm): void {
    this.tap('values:open');
    this.tap(`values:begin:${form}`);
  }

  scaleOf = (item: string): WorkValue =>
    this.house.catalogue.valueQuestionnaire.items.find(({ id }) => id === item)!.scale;

  /** Somebody who wants a secure job and time of their own, and cares little for fame. */
  settled = (item: string): number => SETTLED[this.scaleOf(item)] ?? 3;

  /** The item asked now; '' when none is. */
  get item(): string {
    return this.payloads.find((payload) => payload.startsWith('values:answer:'))?.split(':')[2] ?? '';
  }

  get isWeighing(): boolean {
    return sidesOf(this.item) !== null;
  }

  /** Answers statements (0 = passed) until so many are answered or something else is asked; says which. */
  tell(value: number | ((item: string) => number), count = 55): string[] {
    const asked: string[] = [];
    while (asked.length < count && this.item !== '' && !this.isWeighing) {
      const { item } = this;
      const chosen = typeof value === 'number' ? value : value(item);
      this.tap(chosen === 0 ? `values:skip:${item}` : `values:answer:${item}:${chosen}`);
      asked.push(item);
    }
    return asked;
  }

  /** Chooses the same side of every trade-off (0 = both alike); says which there were. */
  weigh(side = 1): string[] {
    const asked: string[] = [];
    while (this.isWeighing) {
      const { item } = this;
      this.tap(side === 0 ? `values:skip:${item}` : `values:answer:${item}:${side}`);
      asked.push(item);
    }
    return asked;
  }

  get progress(): string {
    const question = this.last.speech.replies.find(({ kind }) => kind === 'question');
    return question?.kind === 'question' ? (question.progress?.label ?? '') : '';
  }

  /** Answers of the questionnaire that is spoken with. */
  get answers(): Answers {
    return (this.state.stack.at(-1)!.context as { answers: Answers }).answers;
  }

  get result(): ValuesResult | undefined {
    return this.state.profile.values;
  }
}
