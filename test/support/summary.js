/** Ends a run with one plain line that any reader of logs understands: "120 passed, 0 failed, 2 skipped". */
export default class Summary {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
      results;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    // After the default reporter, which writes its own summary to stderr.
    process.stderr.write('', () =>
      process.stdout.write(
        `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
      ),
    );
  }
}
