export { mountDirectLine, type DirectLine, type DirectLineOptions } from './direct-line.ts';
