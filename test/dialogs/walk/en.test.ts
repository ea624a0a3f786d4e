import { provesEveryPath } from './walk.ts';

provesEveryPath('en');
