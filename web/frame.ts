import type { Locale } from './locales.ts';

/** Whether the conversation may be kept on the device: `data-remember` of the script. */
export type Remember = 'ask' | 'always' | 'never';

/**
 * What the small script on the page (`widget.js`) gives to the conversation when that is loaded. The two may be of
 * different builds for some minutes after an update, so this is changed by adding only.
 */
export interface Frame {
  /** The element on the page. Its attributes say how the operator wants it. */
  readonly host: HTMLElement;
  /** Inside the shadow root: holds the launcher, and the panel that the conversation adds. */
  readonly root: HTMLElement;
  readonly launch: HTMLElement;
  /** Puts the launcher into a language. */
  label(locale: Locale): void;
}

/** The conversation, once it is loaded. */
export interface Conversation {
  /** Opens the panel and enters the conversation. */
  open(): void;
  close(): void;
  /** Asks for something as if it had been tapped; missing in older builds. */
  ask?(payload: string): void;
  /** The element came back into the page after somebody had taken it away. */
  returned(): void;
}

/** The module that is loaded when the bubble is opened. */
export interface ConversationModule {
  enter(frame: Frame): Conversation;
}
