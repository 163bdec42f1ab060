import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { LevelInput, LevelMethodName, LevelOutput } from '#shared/contract/level.ts';
import { levelFile, RunningHost } from '#tests/support/e2e-host.ts';
import { expect } from './desk-test.ts';
import { Officer } from './officer.ts';

/** The built level, running on a free port with a data folder of its own; `args` are more of its command line. */
export async function runLevel(
  work: (level: RunningHost) => Promise<void>,
  args: readonly string[] = [],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'quay-tiep-dan-level-'));
  const level = new RunningHost(folder, { args }, levelFile);
  try {
    await level.start();
    await work(level);
  } finally {
    await level.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function ask<M extends LevelMethodName>(
  level: RunningHost,
  method: M,
  input: LevelInput<M>,
): Promise<LevelOutput<M>> {
  const reply = (await level.call(method, input)) as { ok: boolean; value: LevelOutput<M> };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}

export async function openLevel(windows: BrowserContext, level: RunningHost): Promise<Officer> {
  const page = await windows.newPage();
  await page.goto(await level.address('level'));
  return new Officer(page);
}
