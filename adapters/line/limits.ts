/**
 * LINE's published numbers. Pages under https://developers.line.biz/en/:
 * `ref` is reference/messaging-api/, `count` is docs/messaging-api/text-character-count/
 * (text counts in UTF-16 units; labels and `displayText` of actions in grapheme clusters),
 * `retry` is docs/messaging-api/retrying-api-request/.
 */
export const LIMITS = {
  /** ref#send-reply-message, ref#send-push-message: message objects in one request. */
  messages: 5,
  /** ref#text-message: UTF-16 units. */
  text: 5000,
  /**
   * ref#flex-message, ref#imagemap-message: UTF-16 units of the alternative text. Pages differ between 400 and 1,500; a
   * message refused is an answer lost, so the smaller.
   */
  altText: 400,
  /** ref#imagemap-message: UTF-16 units of the base address. */
  imagemapUrl: 2000,
  /** ref#imagemap-message: pixels that areas are counted in, and areas. */
  imagemapWidth: 1040,
  imagemapActions: 50,
  /** ref#imagemap-message-action-object: UTF-16 units of what the person says, and of the label read aloud. */
  imagemapText: 400,
  imagemapLabel: 50,
  /** ref#items-object: quick reply buttons of a message. */
  quickReplies: 13,
  /** ref#items-object: UTF-16 units of an icon's address. */
  quickReplyIcon: 2000,
  /** ref#action-object-label-spec: graphemes in the label of a quick reply. */
  quickReplyLabel: 20,
  /** ref#action-object-label-spec: graphemes in the label of an action inside a Flex Message. */
  flexLabel: 40,
  /** ref#postback-action: UTF-16 units. */
  postbackData: 300,
  /** ref#postback-action (`displayText`), ref#message-action (`text`): graphemes. */
  displayText: 300,
  /** ref#uri-action: UTF-16 units. */
  uri: 1000,
  /** ref#carousel: bubbles. */
  bubbles: 12,
  /** ref#bubble: "30 KB" of JSON; whether a KB has 1,000 or 1,024 bytes is not said, so the smaller. */
  bubbleBytes: 30_000,
  /** ref#f-carousel: "50 KB" of JSON. */
  carouselBytes: 50_000,
  /** ref#display-a-loading-indicator: seconds shown at most, in steps of 5. */
  loadingSeconds: 60,
  /** ref#send-reply-message: "within one minute after receiving the webhook". */
  replyTokenMs: 60_000,
  /** retry: how long a retry key is remembered. */
  retryKeyMs: 24 * 60 * 60 * 1000,
} as const;

/** Bytes of something as JSON in UTF-8: how LINE weighs a container. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
