import type { Dialog } from './dialog.ts';
import { browse } from './browse/index.ts';
import { carry } from './carry/index.ts';
import { forget } from './forget/index.ts';
import { support } from './support/index.ts';
import { glossary } from './glossary/index.ts';
import { interests } from './interests/index.ts';
import { language } from './language/index.ts';
import { list } from './list/index.ts';
import { menu } from './menu/index.ts';
import { next } from './next/index.ts';
import { occupation } from './occupation/index.ts';
import { pairs } from './pairs/index.ts';
import { prefecture } from './prefecture/index.ts';
import { reminders } from './reminders/index.ts';
import { results } from './results/index.ts';
import { search } from './search/index.ts';
import { tasks } from './tasks/index.ts';
import { values } from './values/index.ts';
import { wages } from './wages/index.ts';
import { welcome } from './welcome/index.ts';
import { which } from './which/index.ts';

/** Every dialog there is. A new one is added here (docs/add-a-dialog.md). */
export const DIALOGS: readonly Dialog[] = [
  welcome,
  menu,
  language,
  prefecture,
  interests,
  pairs,
  values,
  results,
  search,
  browse,
  occupation,
  wages,
  next,
  glossary,
  list,
  tasks,
  support,
  reminders,
  carry,
  forget,
  which,
];
