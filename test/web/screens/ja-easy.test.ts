import { keepsNobodyOut } from './proof.ts';

keepsNobodyOut('ja-easy');
