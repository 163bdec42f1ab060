import { afterEach, expect, test } from 'vitest';
import { shellSystemKeys } from '#electron/shell/system-keys.ts';
import { fake } from '#tests/support/fake-electron.ts';

afterEach(() => fake.reset());

test('a key comes back from what the system kept, and the text holds nothing of it', async () => {
  expect(await shellSystemKeys.available()).toBe(true);
  const bytes = Buffer.from('00ff10', 'hex');
  const kept = await shellSystemKeys.wrap(bytes);
  expect(Buffer.from(kept, 'base64').includes(bytes.toString('base64'))).toBe(false);
  expect(await shellSystemKeys.unwrap(kept)).toEqual({ bytes, isOld: false });
});

test('what another user or PC kept is refused, and an old text is wrapped anew', async () => {
  const kept = await shellSystemKeys.wrap(Buffer.from('abc'));
  fake.keyring.rotated = true;
  expect(await shellSystemKeys.unwrap(kept)).toMatchObject({ isOld: true });
  fake.keyring.user = 'another';
  await expect(shellSystemKeys.unwrap(kept)).rejects.toThrow();
});

test.for(['basic_text', 'unknown'] as const)(
  '%s keeps nothing, so it is not used',
  async (backend, context) => {
    if (process.platform !== 'linux') context.skip('only Linux names its keyring');
    fake.keyring.backend = backend;
    expect(await shellSystemKeys.available()).toBe(false);
  },
);

test('a keyring that is locked or cannot be asked keeps nothing', async () => {
  fake.keyring.answers = 'no';
  expect(await shellSystemKeys.available()).toBe(false);
  fake.keyring.answers = 'never-there';
  expect(await shellSystemKeys.available()).toBe(false);
});
