import { expect, test } from 'vitest';
import { readJson } from '#electron/host/request-body.ts';

test.each([{}, { 'content-length': '40' }])(
  'a caller who goes away in the middle of a body is a refusal, not an incident',
  async (more) => {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{"businessDay":'));
        stream.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });
    const request = new Request('http://127.0.0.1/desk/day.open', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await readJson(request, 64)).toMatchObject({
      ok: false,
      problem: { code: 'invalid-input', reason: 'request-cut' },
    });
  },
);
