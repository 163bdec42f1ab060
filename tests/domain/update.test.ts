import { expect, test } from 'vitest';
import { UPDATE_REFUSALS } from '#shared/domain/update/verdict.ts';
import { compareVersions, updateManifest } from '#shared/domain/update/manifest.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { problemText } from '#shared/text/problem-text.ts';

test('versions are compared by their numbers', () => {
  const rising = ['0.1.0', '0.1.9', '0.1.10', '0.2.0', '0.10.0', '1.0.0', '2.0.0', '10.0.0'];
  for (const [at, version] of rising.entries())
    for (const [other, compared] of rising.entries())
      expect(Math.sign(compareVersions(version, compared)), `${version} ${compared}`).toBe(
        Math.sign(at - other),
      );
});

test('each refusal of an update is a sentence of its own in both languages, with what it names', () => {
  const facts = { here: '1.2.0', found: '2.0.0', needed: '1.9.0', file: 'Setup-2.0.0.exe' };
  for (const language of ['vi', 'en'] as const) {
    const said = UPDATE_REFUSALS.map((reason) =>
      problemText({ code: 'update-refused', reason, ...facts }, catalogue(language)),
    );
    expect(new Set(said).size).toBe(UPDATE_REFUSALS.length);
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(said[UPDATE_REFUSALS.indexOf('step-missing')]).toContain('1.9.0');
    expect(said[UPDATE_REFUSALS.indexOf('needs-administrator')]).toContain('Setup-2.0.0.exe');
  }
});

test('a release never names a file in another folder', () => {
  const file = { platform: 'win-x64', edition: 'host', size: 1, sha256: '0'.repeat(64) };
  const manifest = {
    form: 'QTD-UPDATE-1',
    version: '1.0.0',
    minimum: '1.0.0',
    schema: 1,
    date: '2026-11-20',
    notes: { vi: [], en: [] },
  };
  const taken = (name: string): boolean =>
    updateManifest.safeParse({ ...manifest, files: [{ ...file, name }] }).success;
  expect(taken('QuayTiepDan-Host-Setup-1.0.0.exe')).toBe(true);
  expect(taken('quay-tiep-dan-host_1.0.0_amd64.deb')).toBe(true);
  for (const name of ['../a.exe', '..\\a.exe', 'C:\\a.exe', 'a/b.exe', '.hidden', '', 'cài.exe'])
    expect(taken(name), name).toBe(false);
});
