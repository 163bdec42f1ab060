import { refused, type DeskReply } from '#shared/contract/problem.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The JSON of a request, or why it is none. An empty body is an empty object. */
export async function readJson(request: Request, limitKiB: number): Promise<DeskReply<unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return refused({ code: 'invalid-input', path: '', reason: 'not-application-json' });
  }
  const bytes = await readBytes(request, limitKiB * 1024).catch(() => null);
  // Whoever asked went away before it was all said.
  if (bytes === null) return refused({ code: 'invalid-input', path: '', reason: 'request-cut' });
  if (bytes === undefined) return refused({ code: 'body-too-large', limitKiB });
  try {
    const text = decoder.decode(bytes);
    return { ok: true, value: text === '' ? {} : JSON.parse(text) };
  } catch {
    return refused({ code: 'invalid-input', path: '', reason: 'not-json' });
  }
}

/** Undefined as soon as the limit is passed; what follows is not read. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const announced = request.headers.get('content-length');
  if (announced !== null)
    return Number(announced) > limit ? undefined : new Uint8Array(await request.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.byteLength;
    if (length > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
