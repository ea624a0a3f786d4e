import { LOCALES, type Locale } from '../../domain/locales.ts';
import { startChannel, type TestChannel } from './service.ts';
import {
  followed,
  newPerson,
  payloadOf,
  said,
  startStandin,
  tappables,
  tapped,
  textsOf,
  type Standin,
} from './standin/index.ts';

let standin: Standin;
let channel: TestChannel;
beforeAll(async () => {
  standin = await startStandin();
  channel = await startChannel(standin);
});
afterAll(async () => {
  await channel.stop();
  await standin.stop();
});

/** One person with a phone: taps only what is to be seen on the last screen. */
class Phone {
  readonly person = newPerson();
  get screen() {
    return standin.sends(this.person).at(-1) ?? [];
  }
  get words(): string {
    return this.screen.flatMap(textsOf).join('\n');
  }
  get offers(): string[] {
    return tappables(this.screen).flatMap((tap) => payloadOf(tap) ?? []);
  }
  async send(event: Parameters<Standin['deliver']>[0][number]): Promise<void> {
    const before = standin.sends(this.person).length;
    await standin.deliver([event]);
    await standin.waitFor(this.person, before + 1);
  }
  /** Taps the first thing offered whose payload starts so. */
  async tap(start: string): Promise<void> {
    const payload = this.offers.find((offer) => offer.startsWith(start));
    if (!payload) throw new Error(`${start} is not offered among ${this.offers.join(' ')}`);
    await this.send(tapped(this.person, payload));
  }
}

test.each(LOCALES)(
  'from hello to the next step in %s, tapping what is on the screen',
  async (locale: Locale) => {
    const phone = new Phone();
    await phone.send(followed(phone.person));
    await phone.tap('go:language');
    await phone.tap(`language:set:${locale}`);
    await phone.send(said(phone.person, { ja: 'メニュー', 'ja-easy': 'メニュー', en: 'menu' }[locale]));
    await phone.tap('welcome:ways');
    await phone.tap('interests:open');
    await phone.tap('interests:start');
    for (let i = 0; i < 60; i++) {
      const value = (i % 5) + 1;
      const answer = phone.offers.find(
        (offer) => offer.startsWith('interests:answer:') && offer.endsWith(`:${value}`),
      );
      await phone.send(tapped(phone.person, answer!));
    }
    if (!phone.offers.some((offer) => offer.startsWith('occupation:open:')))
      await phone.tap('interests:show');
    await phone.tap('occupation:open:');
    await phone.tap('wages:open:');
    await phone.tap('prefecture:region:kanto');
    await phone.tap('prefecture:choose:13');
    expect(phone.words).toMatch(/\d/u);
    await phone.tap('wages:compare:');
    await phone.tap('next:open:');
    const links = tappables(phone.screen).flatMap(({ action }) => (action.type === 'uri' ? [action] : []));
    expect(links.length).toBeGreaterThan(3);
    // LINE would have refused anything outside its rules; it refused nothing and was asked once for each turn.
    const own = standin.attempts.filter(({ person }) => person === phone.person);
    expect(own.every(({ status, way }) => status === 200 && way === 'reply')).toBe(true);
    expect(channel.logged).toEqual([]);
  },
);

test('a sticker is answered and nobody is left without a way on', async () => {
  const phone = new Phone();
  await phone.send(followed(phone.person));
  await phone.send({ ...said(phone.person, ''), message: { type: 'sticker', id: '1' } });
  expect(phone.offers.length).toBeGreaterThan(0);
});
