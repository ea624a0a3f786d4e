/** What is loaded when the bubble is opened: everything but the launcher. */
import { Bubble } from './bubble.ts';
import type { Conversation, Frame } from './frame.ts';

export const enter = (frame: Frame): Conversation => new Bubble(frame);
