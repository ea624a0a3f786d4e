export { ROOT as DIRECT_LINE } from './desk.ts';
export { mountDirectLine, refuseTooMany, type DirectLine, type DirectLineOptions } from './direct-line.ts';
