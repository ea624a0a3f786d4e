import {
  ActionTypes,
  ActivityTypes,
  AttachmentLayoutTypes,
  CardFactory,
  InputHints,
  type Activity,
  type Attachment,
  type CardAction,
} from 'botbuilder';
import type { Incoming, Line, Spoken } from '../../bot/port.ts';
import type { Bar, Card, Choice, Fact, Link, PictureReply, Reply } from '../../replies/reply.ts';
import { choicesOf } from '../../replies/words.ts';

/** What a reply or an input makes of an activity. */
type Content = Omit<Partial<Activity>, 'timestamp'>;

/** An activity as it travels: JSON, its time as text. */
export type WireActivity = Content & { readonly timestamp: string };

/** The counsellor, as clients see it. */
export const BOT_ID = 'shirube';

/** What nobody did in this conversation is told by the speech it leads to, if any. */
const HAPPENED: ReadonlySet<Incoming['input']['kind']> = new Set(['wake', 'carried']);

/** The id under which one line of a conversation is known: `conversation|0000012`, as Direct Line writes them. */
export const activityId = (conversation: string, line: number, part = 0): string =>
  `${conversation}|${String(line).padStart(7, '0')}${part === 0 ? '' : `-${part + 1}`}`;

/** The activities of one line; a speech has one for each of its replies. */
export function toActivities(line: Line, person: string, publicBaseUrl?: string): WireActivity[] {
  const envelope = (part: number) => ({
    id: activityId(person, line.id, part),
    timestamp: line.at,
    channelId: 'directline',
    conversation: { id: person } as Activity['conversation'],
  });
  if ('incoming' in line) {
    const { incoming } = line;
    return HAPPENED.has(incoming.input.kind) ? [] : [{ ...envelope(0), ...echo(incoming) }];
  }
  const { locale } = line.spoken;
  return speak(line.spoken, publicBaseUrl).map((activity, part) => ({
    ...envelope(part),
    from: { id: BOT_ID, name: locale === 'en' ? 'Shirube' : 'しるべ', role: 'bot' },
    replyToId: activityId(person, line.cause),
    ...activity,
  }));
}

/** What a person sent, back to their own client: it recognises it by `clientActivityID`. */
function echo({ input, delivery = {}, locale }: Incoming): Content {
  const { from = 'user', name, client, shown } = delivery;
  const text = input.kind === 'text' ? input.text : shown;
  const payload = input.kind === 'payload' ? input.payload : undefined;
  return {
    ...(input.kind === 'hello'
      ? { type: ActivityTypes.Event, name: 'hello' }
      : { type: ActivityTypes.Message, textFormat: 'plain', ...(text !== undefined && { text }) }),
    from: { id: from, ...(name !== undefined && { name }), role: 'user' } as Activity['from'],
    ...(locale && { locale: tag(locale) }),
    channelData: {
      ...(client !== undefined && { clientActivityID: client }),
      ...(payload !== undefined && { payload }),
      // Clients hide a postBack; with a label to show it is a messageBack.
      ...(payload !== undefined &&
        (text === undefined ? { postBack: true } : { messageBack: { displayText: text } })),
    },
  };
}

/** A language tag every client knows: やさしい日本語 is Japanese. */
const tag = (locale: string): string => (locale === 'ja-easy' ? 'ja' : locale);

function speak({ locale, speech }: Spoken, base?: string): Content[] {
  const replies: readonly Reply[] = speech.replies.length > 0 ? speech.replies : [{ kind: 'text', text: '' }];
  const questions = replies.filter(({ kind }) => kind === 'question');
  // Clients show the suggested actions of the newest activity only, so all of them go there.
  const suggested = [...choicesOf({ replies: questions, choices: [] }), ...speech.choices];
  return replies.map((reply, index) => {
    const last = index === replies.length - 1;
    return {
      type: ActivityTypes.Message,
      locale: tag(locale),
      textFormat: 'plain',
      ...shape(reply, base),
      ...(last &&
        suggested.length > 0 && {
          suggestedActions: { to: [], actions: suggested.map((choice) => tap(choice)) },
        }),
      inputHint: last && speech.typing ? InputHints.ExpectingInput : InputHints.AcceptingInput,
      channelData: {
        locale,
        shirube: withAddresses(reply, base),
        ...(last && { last, choices: speech.choices, typing: speech.typing === true }),
      },
    };
  });
}

/** A reply for clients that know nothing of ours: text, or cards. */
function shape(reply: Reply, base?: string): Content {
  switch (reply.kind) {
    case 'text':
      return { text: reply.text };
    case 'question':
      return { text: reply.progress ? `${reply.progress.label}\n${reply.text}` : reply.text };
    case 'bars':
      return { text: [reply.title, ...reply.bars.map(barLine), ...(reply.notes ?? [])].join('\n') };
    case 'picture':
      return picture(reply, base);
    case 'cards':
      return {
        // What a notification shows, and what a client that reads aloud says.
        summary: reply.alt,
        speak: reply.alt,
        attachmentLayout:
          reply.cards.length > 1 ? AttachmentLayoutTypes.Carousel : AttachmentLayoutTypes.List,
        attachments: reply.cards.map((card, _, { length }) => hero(card, length > 1, base)),
      };
  }
}

/** A client on another site can show a picture only where our address is known; what can be tapped is offered below. */
function picture({ url, alt }: PictureReply, base?: string): Content {
  const address = absolute(url.replace(/\.svg$/, `/${PICTURE_WIDTH}`), base);
  if (address.startsWith('/')) return { text: alt };
  const attachments = [{ contentType: 'image/png', contentUrl: address, name: alt }];
  return { summary: alt, speak: alt, attachments };
}

/** Pixels; as wide as a picture in a chat gets on a sharp screen. */
const PICTURE_WIDTH = 700;

const barLine = ({ label, value, note }: Bar): string => `${label}: ${value}${note ? ` (${note})` : ''}`;
const factLine = ({ label, value, note }: Fact): string => `${label}: ${value}${note ? ` (${note})` : ''}`;

function hero(card: Card, beside: boolean, base?: string): Attachment {
  const lines = [...(card.lines ?? []), ...(card.facts ?? []).map(factLine), ...(card.sources ?? [])];
  const buttons = [
    // Cards side by side have buttons of the same name; what is then seen as said tells whose was tapped.
    ...(card.choices ?? []).map((one) => tap(one, beside ? `${card.title}: ${one.label}` : one.label)),
    ...(card.links ?? []).flatMap((link) => open(link, base)),
  ];
  return CardFactory.heroCard(card.title, lines.map(endLinks).join('\n\n'), [], buttons, {
    ...(card.subtitle !== undefined && { subtitle: card.subtitle }),
  });
}

/** Clients make links of addresses and take what stands right behind for a part: 「(https://…)を加工して」. */
const endLinks = (line: string): string => line.replace(/(https?:\/\/[\x21-\x7e]+)(?=[^\x00-\x7f])/gu, '$1 ');

/** A button whose payload means the same in every language, and whose label the person sees themselves say. */
const tap = ({ label, payload }: Choice, said = label): CardAction => ({
  type: ActionTypes.MessageBack,
  title: label,
  text: said,
  displayText: said,
  value: { payload },
});

/** Clients on other sites cannot follow an address without a host. */
function open({ label, url, outside }: Link, base?: string): CardAction[] {
  const address = absolute(url, base);
  const value = address.startsWith('/') ? outside : address;
  return value === undefined ? [] : [{ type: ActionTypes.OpenUrl, title: label, value }];
}

const absolute = (url: string, base?: string): string =>
  url.startsWith('/') && base !== undefined ? base.replace(/\/$/, '') + url : url;

function withAddresses(reply: Reply, base?: string): Reply {
  if (reply.kind === 'picture') return { ...reply, url: absolute(reply.url, base) };
  if (reply.kind !== 'cards') return reply;
  const cards = reply.cards.map((card) => ({
    ...card,
    ...(card.links && { links: card.links.map((link) => ({ ...link, url: absolute(link.url, base) })) }),
  }));
  return { ...reply, cards };
}
