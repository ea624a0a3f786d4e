import { isCalled } from '../../../domain/search.ts';
import { isHeardIn } from '../heard.ts';
import { readPayload } from '../../payloads.ts';
import { CERTAIN, type Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';

/**
 * What is typed in need comes before everything else: nobody who writes that they want to die gets a list of commands.
 * Found anywhere in a text that is not the name of an occupation (「コールセンターオペレーター」 asks for no operator);
 * the lists are in `heard.json`, words and, after `said.`, ways of saying it.
 */
const NEEDS = [
  ['distress', 'support:heart', 'feeling'],
  ['rights', 'support:rights', 'feeling'],
  ['person', 'support:open', 'command'],
  ['unable', 'tasks:open', 'feeling'],
  ['uneasy', 'welcome:uneasy', 'feeling'],
] as const;

export function need(scene: Scene): Reading | null {
  const { house, text, dialog, top, ear, says } = scene;
  const found = NEEDS.find(([list]) => isHeardIn(house, list, text) || says(`said.${list}`));
  if (!found || isCalled(ear.names(text))) return null;
  const [list, payload, kind] = found;
  // A rule that is asked about is explained; trouble that is told of goes to people.
  const asks = says('said.asksRule') || (scene.isQuestion && !says('said.rights'));
  if (list === 'rights' && asks) return null;
  if (list === 'uneasy' && says('said.asksRule')) return null;
  // 「たすけて、使い方がわからない」 is about this chat.
  if (list === 'distress' && says('said.usage')) return null;
  // Who is afraid and tells what they can do has begun to answer.
  if (list === 'uneasy' && says('said.stillCan')) return null;
  // Whoever is already being listened to is not sent back to the beginning.
  if (dialog?.name === 'support' && dialog.hear?.(text, top!, ear)) return null;
  if (list === 'unable') {
    if (dialog?.name === 'tasks' && dialog.hear?.(text, top!, ear)) return null;
    // 「何もできないけど、弟の世話はしてた」: what they can do was just told.
    return {
      kind,
      confidence: CERTAIN,
      meaning: { kind: 'open', dialog: 'tasks', request: { told: ear.tells(text) } },
    };
  }
  // From anywhere but the welcome itself it is opened on top, so that back leads to where the person was.
  const opensWelcome = list === 'uneasy' && dialog?.name !== 'welcome';
  return {
    kind: list === 'uneasy' && dialog?.name === 'welcome' ? 'answer' : kind,
    confidence: CERTAIN,
    meaning: opensWelcome
      ? { kind: 'open', dialog: 'welcome', request: { uneasy: true } }
      : readPayload(house, payload),
  };
}
