import { provesEveryPath } from './walk.ts';

provesEveryPath('ja');
