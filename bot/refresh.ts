import type { About } from '../dialogs/dialog.ts';
import type { Dialog } from '../dialogs/dialog.ts';
import { dialogNamed, type House } from './house.ts';
import { restore, sendToFrame, startFrame, type LookUp, type Step } from './frames.ts';
import { lookUp } from './lookups.ts';
import type { ConversationState, Frame } from './state.ts';

/** A state brought up to date, and whether something was lost with that. */
export interface Refreshed {
  readonly state: ConversationState;
  readonly restarted: boolean;
}

/**
 * Brings saved frames up to the machines and data of today. A frame of an older machine is replayed from its
 * answers; one that cannot be replayed, or whose answers mean nothing any more, starts again; one that cannot even
 * start, or whose dialog is gone, is left out.
 * What is inside some frames comes from the catalogue, so a new catalogue starts those dialogs again with the same
 * request.
 */
export function refresh(house: House, state: ConversationState, day: string): Refreshed {
  const newData = state.catalogue !== house.catalogue.version;
  const look: LookUp = (query) => lookUp(house, state.profile, day, query);
  let restarted = false;
  const renew = (frame: Frame): Frame[] => {
    const dialog = house.dialogs.get(frame.dialog);
    const fits = dialog && frame.machineVersion === dialog.version && isSound(dialog, frame);
    if (fits && !(newData && dialog.holdsData)) return [frame];
    const renewed = dialog && attempt(house, state, () => replay(dialog, frame, look));
    if (!renewed || (keeps(dialog, frame) && !keeps(dialog, renewed))) restarted = true;
    if (renewed) return [renewed];
    const begun = dialog && attempt(house, state, () => startFrame(dialog, undefined, look));
    return begun ? [begun] : [];
  };
  const stack = state.stack.flatMap(renew);
  const paused = state.paused.flatMap(renew).filter((frame) => keeps(house.dialogs.get(frame.dialog), frame));
  return { state: { ...state, stack, paused, catalogue: house.catalogue.version }, restarted };
}

/** The same place in today's machine, reached by answering again what was answered; `null` when there is no way. */
function replay(dialog: Dialog, old: Frame, look: LookUp): Step | null {
  if (!dialog.replay) {
    const request = dialog.again?.(old.context);
    return request === undefined ? null : startFrame(dialog, request, look);
  }
  const plan = dialog.replay(old.context);
  return (
    plan &&
    plan.events.reduce<Step>(
      (step, event) => sendToFrame(dialog, step.frame, event, look) ?? step,
      startFrame(dialog, plan.request, look),
    )
  );
}

/**
 * A frame made of old data, if it is one that can be spoken with. An old context of any shape must not strand
 * anybody, so whatever goes wrong only means that it is not; nor may a dialog end here, where nothing follows it.
 */
function attempt(
  house: House,
  { profile, locale }: ConversationState,
  make: () => Step | null,
): Frame | null {
  try {
    const step = make();
    if (!step || step.effects.some(({ type }) => type === 'become' || type === 'close')) return null;
    const about: About = {
      ...{ profile, locale, channel: 'web', reach: house.reach },
      ...{ reminds: false, reminders: [], paused: [], left: null },
    };
    const sketch = dialogNamed(house, step.frame.dialog).view(step.frame, about);
    house.words.speak(locale, sketch);
    return step.frame;
  } catch {
    return null;
  }
}

/** Whether there is something to lose in a frame; a context of any shape is looked at. */
function keeps(dialog: Dialog | undefined, frame: Frame): boolean {
  try {
    return dialog?.keeps?.(frame) ?? false;
  } catch {
    return false;
  }
}

function isSound(dialog: Dialog, frame: Frame): boolean {
  try {
    restore(dialog, frame);
    return true;
  } catch {
    return false;
  }
}
