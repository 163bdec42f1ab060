import { defineConfig } from '@playwright/test';
import { testBrowser } from './build/browser.mjs';
import { CAMERA_FILM } from './tests/support/camera-film.ts';
import type { DeskOptions } from './tests/support/e2e-host.ts';

const browser = await testBrowser();
// A camera and a loudspeaker, on a machine that has none; a page still needs a touch before it sounds. The same for every test:
// other options of the browser mean another browser, which has the program yet to compile.
const devices = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${CAMERA_FILM}`];

export default defineConfig<DeskOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  // Two beside the unit tests: a third makes pages wait for each other, and ends no earlier.
  workers: 2,
  // A browser on a busy machine may stumble once; `npm test` names every test that needed its second try.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    // An action that waits for what never comes ends by its name, not by the end of the test.
    actionTimeout: 40_000,
    // Recording costs a third of the time: PLAYWRIGHT_TRACE=retain-on-failure asks for it.
    trace: process.env['PLAYWRIGHT_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    video: 'off', // would download a recorder
  },
  projects: [
    {
      name: 'host',
      use: { shell: 'browser', launchOptions: { ...browser, args: [...browser.args, ...devices] } },
    },
    { name: 'electron', use: { shell: 'electron' } },
  ],
});
