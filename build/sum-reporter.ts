import type { Reporter, TestResult, TestSuiteResult } from '@web/test-runner';

/** Prints one line at the end with the total over all browsers: the runner's own are one per browser. */
export function sumReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const results = [...sessions].flatMap(({ testResults }) => resultsIn(testResults));
      const count = (passed: boolean) => results.filter((result) => result.passed === passed).length;
      console.info(`\nIn all browsers: ${count(true)} passed, ${count(false)} failed`);
    },
  };
}

function resultsIn(suite: TestSuiteResult | undefined): TestResult[] {
  return suite ? [...suite.tests, ...suite.suites.flatMap(resultsIn)] : [];
}
