// @module-tag slow
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { besideMado } from './beside-mado.ts';

/** A server that speaks as MADO does; `called` holds every number that a counter took. */
async function standIn(call: () => object = () => ({ success: true })) {
  const waiting = new Set<number>();
  const called: number[] = [];
  let last = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const input = JSON.parse(Buffer.concat(parts).toString('utf8')) as { event_log_id: number };
      const answer = (): object => {
        if (request.url === '/get_next_number') {
          last += 1;
          waiting.add(last);
          return { category: 'A', next_number: last, print_ok: false, event_log_id: last };
        }
        if (!waiting.delete(input.event_log_id)) return { success: true, already_processing: true };
        called.push(input.event_log_id);
        return call();
      };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer()));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, waiting, called };
}

test('MADO and the program are measured with the same number of operations, and every number is called once', async () => {
  const { url, waiting, called } = await standIn();
  const rows = await besideMado(url, 2, 16);
  // With a new connection for each request and with a kept one: 4 that are not counted and two rounds of 16.
  expect([called.length, new Set(called).size, waiting.size]).toEqual([72, 72, 0]);
  expect(rows.map(({ what, budget }) => [what, budget])).toEqual(
    ['new connection each', 'kept connection'].flatMap((connection) =>
      ['issue of a number', 'call'].map((operation) => [
        `${operation} / MADO, 8 clients, ${connection}`,
        '≥ 3.00 ×',
      ]),
    ),
  );
  for (const { measured, note } of rows) {
    const [own, other] = (/rounds: ([\d.]+) and ([\d.]+) ops/.exec(note) ?? []).slice(1).map(Number);
    expect(Number.parseFloat(measured)).toBeCloseTo((own ?? 0) / (other ?? 0), 1);
  }
});

test('what MADO refuses is told; a MADO that is not there is not measured', async () => {
  const { url } = await standIn(() => ({ success: false, error: 'Internal server error' }));
  const rows = await besideMado(url, 1, 8);
  expect(rows.map(({ note }) => /\d+ operations refused/.exec(note)?.[0])).toEqual(
    Array.from({ length: 4 }, () => '10 operations refused'),
  );
  await expect(besideMado('http://127.0.0.1:9', 1, 8)).rejects.toThrow('did not answer /get_next_number');
});
