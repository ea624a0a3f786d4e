import { dialogNamed, type House } from './house.ts';
import { restore, sendToFrame, startFrame, type LookUp } from './frames.ts';
import { lookUp } from './lookups.ts';
import type { ConversationState, Frame } from './state.ts';

/** A state brought up to date, and whether something had to be started anew. */
export interface Refreshed {
  readonly state: ConversationState;
  readonly restarted: boolean;
}

/**
 * Brings saved frames up to the machines and data of today. A frame of an older machine is replayed from its
 * answers; one that cannot be replayed starts again; one whose dialog is gone is left out. Figures inside
 * frames come from the catalogue, so a new catalogue starts those dialogs again with the same request.
 */
export function refresh(house: House, state: ConversationState, day: string): Refreshed {
  const newData = state.catalogue !== house.catalogue.version;
  const look: LookUp = (query) => lookUp(house, state.profile, day, query);
  let restarted = false;
  const renew = (frame: Frame): Frame[] => {
    const dialog = house.dialogs.get(frame.dialog);
    if (!dialog) {
      restarted = true;
      return [];
    }
    const fits = frame.machineVersion === dialog.version && isSound(house, frame);
    if (fits && !(newData && dialog.holdsFigures)) return [frame];
    const renewed = replayed(house, frame, look);
    if (!renewed) restarted = true;
    return [renewed ?? startFrame(dialog, requestOf(house, frame), look).frame];
  };
  const stack = state.stack.flatMap(renew);
  const paused = state.paused.flatMap(renew);
  return { state: { ...state, stack, paused, catalogue: house.catalogue.version }, restarted };
}

/** The same place in today's machine, reached by answering again what was answered; `null` when that fails. */
function replayed(house: House, old: Frame, look: LookUp): Frame | null {
  const dialog = dialogNamed(house, old.dialog);
  try {
    if (!dialog.replay) {
      const request = dialog.again?.(old.context);
      return request === undefined ? null : startFrame(dialog, request, look).frame;
    }
    const plan = dialog.replay(old.context);
    if (!plan) return null;
    return plan.events.reduce<Frame>(
      (frame, event) => sendToFrame(dialog, frame, event, look)?.frame ?? frame,
      startFrame(dialog, plan.request, look).frame,
    );
  } catch {
    return null; // an old context of any shape must not strand anybody: the dialog starts anew
  }
}

function requestOf(house: House, frame: Frame): unknown {
  try {
    return dialogNamed(house, frame.dialog).again?.(frame.context);
  } catch {
    return undefined;
  }
}

function isSound(house: House, frame: Frame): boolean {
  try {
    restore(dialogNamed(house, frame.dialog), frame);
    return true;
  } catch {
    return false;
  }
}
