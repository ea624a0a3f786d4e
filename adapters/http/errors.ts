import type { Request, Response, Server } from 'restify';
import { describe } from '../../errors.ts';
import { sendProblem } from './problem.ts';

const CODES: Readonly<Record<number, string>> = { 404: 'unknown_address', 405: 'method_not_allowed' };

/** Answers what no route answers, and faults of ours, with a problem document; logs faults without what was sent. */
export function mountErrors(server: Server, log: { error(facts: object, message: string): void }): void {
  server.on(
    'restifyError',
    (request: Request, response: Response, error: Error & { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error({ ...describe(error), method: request.method }, 'a request failed');
      if (!response.headersSent) {
        const detail =
          status >= 500 ? 'Something went wrong on our side.' : 'There is nothing at this address.';
        sendProblem(response, status, CODES[status] ?? (status >= 500 ? 'internal' : 'bad_request'), detail);
      }
      done();
    },
  );
}
