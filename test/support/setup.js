/* global jest */
/**
 * Real browsers, disks and sockets on a busy machine now and then miss a beat: a failed test is tried once more,
 * with its first error in the log. What is broken fails both times.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
