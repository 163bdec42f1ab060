import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { answerFinders } from '#electron/host/lan-finder.ts';
import { findHosts } from '#electron/join/find-host.ts';
import { FIND_BYTES, FIND_WORD } from '#shared/contract/lan-line.ts';

const host = { port: 47_150, fingerprint: 'ab'.repeat(32) };

/** A desk that answers at a port of this PC that nobody else uses. */
async function answering() {
  const clock = { ms: 12_000, whenRead: () => {} };
  const monotonic = (): number => {
    clock.whenRead();
    return clock.ms;
  };
  const finders = answerFinders(host, monotonic, 0);
  onTestFinished(() => finders.close());
  return { clock, port: await finders.port };
}

/** A PC that asks, and counts what it is answered. */
async function asking(port: number) {
  const socket = createSocket('udp4');
  onTestFinished(() => void socket.close());
  const answers: string[] = [];
  socket.on('message', (said) => answers.push(said.toString('utf8')));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    answers,
    ask: (question: Buffer) =>
      new Promise<void>((done) => socket.send(question, port, '127.0.0.1', () => done())),
    /** Asks once more and waits for the answer: whatever was answered to others before is there then. */
    async hear(): Promise<void> {
      const heard = once(socket, 'message');
      await this.ask(question());
      await heard;
      await new Promise((done) => setImmediate(done));
    },
  };
}

function question(word = FIND_WORD, bytes = FIND_BYTES): Buffer {
  const asked = Buffer.alloc(bytes);
  asked.write(word);
  return asked;
}

test('a PC that looks for its desk is told the port and the fingerprint, and nothing else', async () => {
  const { port } = await answering();
  const found = await findHosts(700, port);
  expect(found).toContainEqual({ address: '127.0.0.1', ...host });
  const pc = await asking(port);
  await pc.hear();
  expect(pc.answers.map((said) => JSON.parse(said))).toEqual([host]);
});

test('no answer is longer than its question, and other words get none', async () => {
  const { port } = await answering();
  const [stranger, pc] = [await asking(port), await asking(port)];
  await stranger.ask(question(FIND_WORD, FIND_BYTES - 1));
  await stranger.ask(question('QTD-FIND-2'));
  await stranger.ask(question(` ${FIND_WORD}`));
  await pc.hear();
  expect(stranger.answers).toEqual([]);
  const [answer = ''] = pc.answers;
  expect(Buffer.byteLength(answer)).toBeLessThanOrEqual(FIND_BYTES);
});

test('a flood of questions is answered twenty times a second, and the next second another PC is heard', async () => {
  const { clock, port } = await answering();
  const [flood, pc] = [await asking(port), await asking(port)];
  for (let asked = 1; asked <= 25; asked += 1) {
    if (asked === 24) clock.ms += 999;
    const taken = new Promise<void>((done) => (clock.whenRead = done));
    await flood.ask(question());
    await taken;
  }
  clock.ms += 1;
  await pc.hear();
  expect(flood.answers).toHaveLength(20);
});
