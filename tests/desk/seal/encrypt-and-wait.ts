/** Enciphers the desk of a folder and ends; killed by a test at a random moment. */
import { PASSPHRASE, sealingDesk } from '#tests/support/sealing-desk.ts';
import { systemClock } from '#electron/desk/clock.ts';

const [folder = ''] = process.argv.slice(2);
const desk = sealingDesk({ folder, clock: { ...systemClock, pass() {}, jump() {} } });
await desk.state();
process.stdout.write('open\n');
await desk.reply('data.encrypt', { passphrase: PASSPHRASE });
await desk.close();
