import type { messagingApi } from '@line/bot-sdk';

/** Something that can be tapped in a chat, as a person sees it. */
export interface Tappable {
  readonly label: string;
  readonly action: messagingApi.Action;
  readonly where: 'button' | 'quickReply';
}

/** Everything readable in a message, top to bottom. */
export function textsOf(message: messagingApi.Message): string[] {
  if (message.type === 'text') return [(message as messagingApi.TextMessage).text];
  return message.type === 'flex'
    ? partsOf(message).flatMap((part) =>
        part.type === 'text' ? [(part as messagingApi.FlexText).text ?? ''] : [],
      )
    : [];
}

/** Everything that can be tapped in messages; quick replies only of the last one, as LINE shows them. */
export function tappables(messages: readonly messagingApi.Message[]): Tappable[] {
  const buttons = messages.flatMap((message) =>
    partsOf(message).flatMap((part): Tappable[] => {
      const { action } = part as messagingApi.FlexBox;
      if (!action) return [];
      const label =
        part.type === 'box'
          ? below(part)
              .flatMap((inner) => (inner as messagingApi.FlexText).text ?? [])
              .join(' ')
          : '';
      return [{ label: label || (action.label ?? ''), action, where: 'button' }];
    }),
  );
  const quick = messages.at(-1)?.quickReply?.items ?? [];
  return [
    ...buttons,
    ...quick.flatMap(({ action }): Tappable[] =>
      action ? [{ label: action.label ?? '', action, where: 'quickReply' }] : [],
    ),
  ];
}

/** What a tap sends: the payload, or `null` for a link. */
export const payloadOf = ({ action }: Tappable): string | null =>
  action.type === 'postback' ? ((action as messagingApi.PostbackAction).data ?? null) : null;

function partsOf(message: messagingApi.Message): messagingApi.FlexComponent[] {
  if (message.type !== 'flex') return [];
  const { contents } = message as messagingApi.FlexMessage;
  const bubbles =
    contents.type === 'carousel'
      ? (contents as messagingApi.FlexCarousel).contents
      : [contents as messagingApi.FlexBubble];
  return bubbles.flatMap(({ header, body, footer }) =>
    [header, body, footer].flatMap((block) => (block ? [block, ...below(block)] : [])),
  );
}

const below = (part: messagingApi.FlexComponent): messagingApi.FlexComponent[] =>
  part.type === 'box'
    ? (part as messagingApi.FlexBox).contents.flatMap((inner) => [inner, ...below(inner)])
    : [];
