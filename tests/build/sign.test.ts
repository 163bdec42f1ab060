// @module-tag slow
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { signCommand } from '../../build/installer/installers.mjs';
import { addLauncher, hasMakensis, makeWindowsInstaller } from '../../build/installer/windows-installer.mjs';

vi.setConfig({ testTimeout: 300_000 });

test('an installer is signed with the certificate that the office brings, and one changed byte is noticed', (context) => {
  for (const tool of ['osslsigncode', 'openssl'])
    if (spawnSync(tool, ['version']).error) return context.skip(`${tool} is not on this machine`);
  if (!hasMakensis()) return context.skip('nsis is not on this machine');
  const folder = temporaryFolder('sign');
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]) =>
    expect(spawnSync('openssl', args, { encoding: 'utf8' }).status).toBe(0);
  const subject = ['-subj', '/CN=An office', '-days', '2', '-addext', 'extendedKeyUsage=codeSigning'];
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:3072',
    '-nodes',
    '-keyout',
    at('key.pem'),
    '-out',
    at('cert.pem'),
    ...subject,
  );
  writeFileSync(at('word'), 'mot-mat-khau');
  const pfx = ['-inkey', at('key.pem'), '-in', at('cert.pem'), '-passout', `file:${at('word')}`];
  openssl('pkcs12', '-export', '-out', at('office.pfx'), ...pfx);
  expect(signCommand({})).toBeUndefined();
  process.env['QTD_SIGN_PFX'] = at('office.pfx');
  process.env['QTD_SIGN_PASS_FILE'] = at('word');
  onTestFinished(() => {
    delete process.env['QTD_SIGN_PFX'];
    delete process.env['QTD_SIGN_PASS_FILE'];
  });
  const sign = signCommand();
  const program = temporaryFolder('program');
  const exe = addLauncher(program, '1.2.3', sign);
  makeWindowsInstaller({
    program,
    file: at('QuayTiepDan-Setup.exe'),
    version: '1.2.3',
    exe,
    sign,
    compressor: 'off',
  });

  const verified = (file: string): boolean =>
    spawnSync('osslsigncode', ['verify', '-CAfile', at('cert.pem'), '-in', file]).status === 0;
  expect(verified(join(program, exe))).toBe(true);
  expect(verified(at('QuayTiepDan-Setup.exe'))).toBe(true);
  const bytes = readFileSync(at('QuayTiepDan-Setup.exe'));
  bytes[40_000] = (bytes[40_000] ?? 0) ^ 1;
  writeFileSync(at('changed.exe'), bytes);
  expect(verified(at('changed.exe'))).toBe(false);
});
