import type { Dialog } from '../dialog.ts';
import { payloads, read } from './events.ts';
import { machine, VERSION } from './machine.ts';
import { view } from './view.ts';

/** What this dialog is for, in one sentence. */
export const support: Dialog = {
  name: 'support',
  version: VERSION,
  machine,
  payloads,
  read,
  view: () => view(),
};
