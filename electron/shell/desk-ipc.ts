import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { roleOf, OFFICE_ROLES, DISPLAY_ROLES, type Admission } from '#electron/host/caller-role.ts';
import type { ServedPair } from '#electron/host/desk-pair.ts';
import { forDisplayReply } from '#electron/host/display-reply.ts';
import { feedEvents, forDisplay } from '#electron/host/event-feed.ts';
import type { Heart } from '#electron/host/heart.ts';
import type { IncidentLog } from '#electron/host/incident-log.ts';
import { bridgeCall, bridgeListen, type BridgeListen } from '#shared/contract/bridge-message.ts';
import { bodyLimitKiB } from '#shared/contract/desk-contract.ts';
import { DESK_CALL, DESK_LISTEN, type StreamMessage } from '#shared/contract/channels.ts';
import type { Role } from '#shared/contract/method.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import type { FileWork } from './file-work.ts';
import type { WindowKind } from './page-address.ts';
import { senderKind } from './sender-kind.ts';

/** What each window may be. A print window shows a slip and reports what became of it, nothing more. */
const admissions: Record<Exclude<WindowKind, 'level'>, Admission> = {
  counter: OFFICE_ROLES,
  display: DISPLAY_ROLES,
  print: ['counter', 'reception'],
};

type DeskIpcOptions = {
  desks: ServedPair;
  heart: Heart;
  now: () => string;
  kindOf: (contents: WebContents) => WindowKind | undefined;
  log: IncidentLog;
  work: FileWork;
};

type Answer = DeskReply<unknown> | Promise<DeskReply<unknown>>;

/** A window has a handful of views that listen; a page that opens more is out of order. */
const mostStreams = 8;

/** Offers the desks to the windows on their two channels. Every message is answered, a refused sender with a problem. */
export function offerDesk(options: DeskIpcOptions): void {
  const streams = new Map<string, () => void>();
  ipcMain.handle(DESK_CALL, (event, message: unknown) => asText(() => call(event, message, options)));
  ipcMain.handle(DESK_LISTEN, (event, message: unknown) =>
    asText(() => listen(event, message, options, streams)),
  );

  /** A reply crosses as JSON text, as over HTTP; nothing that happens here becomes an exception in a window. */
  async function asText(work: () => Answer): Promise<string> {
    try {
      return JSON.stringify(await work());
    } catch (error) {
      const incident = crypto.randomUUID();
      options.log(incident, 'ipc', error);
      return JSON.stringify(refused({ code: 'unexpected', incident }));
    }
  }
}

async function call(
  event: IpcMainInvokeEvent,
  message: unknown,
  options: DeskIpcOptions,
): Promise<DeskReply<unknown>> {
  const parsed = bridgeCall.safeParse(message);
  const role = senderRole(event, parsed.data?.role, options);
  if (!role.ok) return role;
  if (!parsed.success) return refused({ code: 'invalid-input', path: '', reason: 'not-a-call' });
  const { method, body, key, training, session } = parsed.data;
  const limitKiB = bodyLimitKiB(method);
  if (Buffer.byteLength(body) > limitKiB * 1024) return refused({ code: 'body-too-large', limitKiB });
  const input = parseJson(body);
  if (!input.ok) return input;
  const desk = training ? options.desks.training : options.desks.office;
  const program = options.kindOf(event.sender) === 'print' ? (true as const) : undefined;
  const asker = { role: role.value, session, program };
  const answer = desk.dispatch(method, input.value, asker, key);
  options.work.follow(desk, method, answer);
  const reply = await answer;
  return role.value === 'display' ? forDisplayReply(reply) : reply;
}

function listen(
  event: IpcMainInvokeEvent,
  message: unknown,
  options: DeskIpcOptions,
  streams: Map<string, () => void>,
): Answer {
  const parsed = bridgeListen.safeParse(message);
  const asked = parsed.data?.action === 'start' ? parsed.data.role : undefined;
  const role = senderRole(event, asked, options);
  if (!role.ok) return role;
  if (!parsed.success) return refused({ code: 'invalid-input', path: '', reason: 'not-a-stream' });
  const prefix = `${event.sender.id}:`;
  const name = `${prefix}${parsed.data.stream}`;
  streams.get(name)?.();
  if (parsed.data.action === 'stop') return answered(null);
  if ([...streams.keys()].filter((key) => key.startsWith(prefix)).length >= mostStreams) {
    return refused({ code: 'invalid-input', path: 'stream', reason: 'too-many-streams' });
  }
  return stream(event.sender, parsed.data, role.value, options, name, streams);
}

async function stream(
  contents: WebContents,
  { stream: number, since, desk: named, training }: Extract<BridgeListen, { action: 'start' }>,
  role: Role,
  { desks, heart, now }: DeskIpcOptions,
  name: string,
  streams: Map<string, () => void>,
): Promise<DeskReply<unknown>> {
  let isOver = false;
  streams.set(name, () => (isOver = true)); // a stop may come while the desk is being opened
  const opened = await (training ? desks.training : desks.office).state();
  const last = opened.ok ? await opened.desk.lastEvent() : 0;
  streams.delete(name);
  if (isOver || contents.isDestroyed()) return answered(null);
  if (!opened.ok) return role === 'display' ? forDisplayReply(opened) : opened;
  const { desk } = opened;
  const isKnown = named === undefined || named === desk.id;
  if (isKnown && since > last)
    return refused({ code: 'invalid-input', path: 'since', reason: 'beyond-last-event' });
  const hello = { desk: desk.id, since: isKnown ? since : last };
  const send = (message: StreamMessage): void => {
    if (!contents.isDestroyed()) contents.send(DESK_LISTEN, number, JSON.stringify(message));
  };
  send({ kind: 'beat', at: now(), hello });
  const stopBeat = heart.listen((at) => send({ kind: 'beat', at }));
  const stop = (): void => {
    feed.stop();
    stopBeat();
    streams.delete(name);
    contents.off('destroyed', stop);
    contents.off('did-navigate', stop);
  };
  const feed = feedEvents(desk, hello.since, {
    ready: () => !contents.isDestroyed(),
    take: (events) => send({ kind: 'events', events: role === 'display' ? events.map(forDisplay) : events }),
    end: () => {
      send({ kind: 'ended' });
      stop();
    },
  });
  streams.set(name, stop);
  contents.once('destroyed', stop);
  contents.once('did-navigate', stop); // a reloaded page starts streams of its own
  return answered(null);
}

function senderRole(
  event: IpcMainInvokeEvent,
  asked: Role | undefined,
  { kindOf }: DeskIpcOptions,
): DeskReply<Role> {
  const kind = senderKind(event, kindOf);
  return kind === undefined || kind === 'level'
    ? refused({ code: 'sender-refused' })
    : roleOf(admissions[kind], asked);
}

function parseJson(text: string): DeskReply<unknown> {
  try {
    return answered(text === '' ? {} : JSON.parse(text));
  } catch {
    return refused({ code: 'invalid-input', path: '', reason: 'not-json' });
  }
}
