import { keepsNobodyOut } from './proof.ts';

keepsNobodyOut('en');
