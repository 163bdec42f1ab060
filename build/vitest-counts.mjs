// A Vitest reporter that writes the run's counts, which tests ran and failed and why a test was skipped, for build/test.mjs.
import { writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { runsSlow, SLOW_REASON } from '../tests/support/sizes.ts';

class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = {
      passed: 0,
      failed: unhandledErrors.map(({ message }) => message),
      skipped: [],
      again: [],
      ran: [],
    };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state, note, errors } = test.result();
        counts.ran.push({ file: module.relativeModuleId, title: test.name, state });
        if (test.diagnostic()?.flaky)
          counts.again.push(
            `${module.relativeModuleId} › ${test.fullName}: ${errors?.[0]?.message ?? 'no reason'}`,
          );
        if (state === 'passed') counts.passed += 1;
        else if (state === 'skipped') {
          const isLeftOut = !runsSlow && test.tags.includes('slow');
          counts.skipped.push({ name: test.fullName, reason: isLeftOut ? SLOW_REASON : note });
        } else
          counts.failed.push(
            `${module.relativeModuleId} › ${test.fullName}: ${errors?.[0]?.message ?? state}`,
          );
      }
      // A file that could not be loaded, or whose hooks failed, may hold no failed test.
      if (!module.ok() && tests.every((test) => test.ok())) counts.failed.push(module.relativeModuleId);
    }
    writeFileSync(env.TEST_COUNTS_FILE, JSON.stringify(counts));
  }
}

export { CountReporter as default };
