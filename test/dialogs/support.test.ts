import { realHouse } from '../support/house.ts';
import { Talk } from '../support/talk.ts';

test('support opens from anywhere, and back returns', async () => {
  const talk = new Talk(await realHouse(), 'en');
  talk.hello();
  const before = talk.at;
  talk.tap('support:open');
  expect(talk.at).toBe('support/showing');
  talk.tap('go:back');
  expect(talk.at).toBe(before);
});
