import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { Dialog, Effect } from '../dialogs/dialog.ts';
import type { Answer, Query } from '../dialogs/queries.ts';
import { ShirubeError } from '../errors.ts';
import type { Frame } from './state.ts';

/** A frame after a step, with the effects that are still to be carried out, in order. */
export interface Step {
  readonly frame: Frame;
  readonly effects: readonly Effect[];
}

export type AnyEvent = { readonly type: string };
export type LookUp = (query: Query) => Answer;

/** More answers than this in one step means that a machine asks in a circle. */
const MOST_ANSWERS = 20;

/** Starts a dialog. Lookups are answered on the way; other effects are handed back. */
export function startFrame(dialog: Dialog, request: unknown, lookUp: LookUp): Step {
  return settle(dialog, initialTransition(dialog.machine, request as never) as Moved, lookUp);
}

/** Sends an event to a frame; `null` when the dialog has no use for it where it stands. */
export function sendToFrame(dialog: Dialog, frame: Frame, event: AnyEvent, lookUp: LookUp): Step | null {
  const snapshot = restore(dialog, frame);
  if (!snapshot.can(event as never)) return null;
  return settle(dialog, transition(dialog.machine, snapshot, event as never) as Moved, lookUp);
}

/** The frame's snapshot. Throws when the machine no longer has its state; `refresh` deals with that beforehand. */
export function restore(dialog: Dialog, frame: Frame): AnyMachineSnapshot {
  return dialog.machine.resolveState({ value: frame.value, context: frame.context as never });
}

type Moved = [AnyMachineSnapshot, { type: string; params?: unknown }[]];

/** Answers lookups until the machine rests. */
function settle(dialog: Dialog, moved: Moved, lookUp: LookUp): Step {
  let [snapshot, actions] = moved;
  const pending = [...actions];
  const effects: Effect[] = [];
  let answers = 0;
  while (pending.length > 0) {
    const action = pending.shift()! as Effect;
    if (action.type !== 'look') {
      effects.push({ type: action.type, params: action.params } as Effect);
      continue;
    }
    if (++answers > MOST_ANSWERS) {
      throw new ShirubeError(
        'TURN_ENDLESS',
        `Dialog "${dialog.name}" keeps asking in ${JSON.stringify(snapshot.value)}`,
      );
    }
    [snapshot, actions] = transition(dialog.machine, snapshot, lookUp(action.params) as never) as Moved;
    pending.push(...actions);
  }
  return { frame: toFrame(dialog, snapshot), effects };
}

const toFrame = (dialog: Dialog, snapshot: AnyMachineSnapshot): Frame => ({
  dialog: dialog.name,
  machineVersion: dialog.version,
  value: snapshot.value,
  context: snapshot.context,
});
