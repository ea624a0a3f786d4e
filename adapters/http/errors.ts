import type { Request, Response, Server } from 'restify';
import { describe } from '../../errors.ts';
import { sendProblem } from './problem.ts';

type Problem = readonly [code: string, detail: string];
const KNOWN: Readonly<Record<number, Problem>> = {
  404: ['unknown_address', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not answer that method; see the header Allow.'],
};
const FAULT: Problem = ['internal', 'Something went wrong on our side.'];
const BAD_REQUEST: Problem = ['bad_request', 'The request cannot be understood.'];

/** Answers what no route answers, and faults of ours, with a problem document; logs faults without what was sent. */
export function mountErrors(server: Server, log: { error(facts: object, message: string): void }): void {
  server.on(
    'restifyError',
    (request: Request, response: Response, error: Error & { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error({ ...describe(error), method: request.method }, 'a request failed');
      if (!response.headersSent) {
        const [code, detail] = KNOWN[status] ?? (status >= 500 ? FAULT : BAD_REQUEST);
        sendProblem(response, status, code, detail);
      }
      done();
    },
  );
}
