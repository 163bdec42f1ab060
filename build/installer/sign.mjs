// Signs the Windows program named on the command line in its place, by osslsigncode, with the office's or publisher's own certificate.
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';

const [file] = process.argv.slice(2);
const { QTD_SIGN_PFX: certificate, QTD_SIGN_PASS_FILE: passFile } = process.env;
const password = passFile ? ['-readpass', passFile] : [];
const { status, stdout, stderr, error } = spawnSync(
  'osslsigncode',
  [
    'sign',
    '-pkcs12',
    certificate,
    ...password,
    '-h',
    'sha256',
    '-n',
    'Quay Tiep Dan',
    '-in',
    file,
    '-out',
    `${file}.signed`,
  ],
  { encoding: 'utf8' },
);
if (status !== 0) {
  process.stderr.write(`osslsigncode: ${error?.message ?? `${stdout}${stderr}`}\n`);
  process.exit(1);
}
renameSync(`${file}.signed`, file);
