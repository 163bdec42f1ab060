// One vitest kept warm for build/mutate.mjs: told what changed and which test files to run, it answers with the first red one.
import { join } from 'node:path';
import { createVitest } from 'vitest/node';

const vitest = await createVitest({
  watch: false,
  reporters: [{}],
  bail: process.env.REACH_FILE === undefined ? 1 : 0,
  pool: 'threads',
  maxWorkers: 1,
  silent: true,
  ...(process.env.REACH_FILE === undefined
    ? {}
    : { setupFiles: [join(import.meta.dirname, 'mutate-reach.mjs')] }),
});
await vitest.standalone();

process.on('disconnect', () => process.exit());
process.on('message', (order) => void carryOut(order));

async function carryOut({ changed, tests }) {
  if (changed !== undefined) vitest.invalidateFile(changed);
  const asked = tests.map((test) => vitest.getRootProject().createSpecification(test));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(asked);
  const red = testModules.find(({ moduleId }) => tests.includes(moduleId) && !ended(moduleId));
  process.send({ red: red?.moduleId, strayError: red === undefined && unhandledErrors.length > 0 });

  function ended(moduleId) {
    return testModules.filter((one) => one.moduleId === moduleId).every((one) => one.ok());
  }
}
process.send({ ready: true });
