import { pairDevice } from '#electron/join/pair-device.ts';
import type { DeskClient, Input, MethodName, Output } from '#shared/contract/desk-contract.ts';
import type { DeskReply } from '#shared/contract/problem.ts';
import { toneVoice } from './recorded-voice.ts';
import { workExports } from './worked-export.ts';

/** One call of the day as it was made and answered. */
export type Made = { method: MethodName; input: unknown; reply: DeskReply<unknown> };

/** Answered by a PC that has no office or joined one (tests/lan/join-cli), by two: that of a team and its home (tests/desk/team), or where a release lies beside it (tests/desk/update). */
export const BESIDE_A_DESK: readonly string[] = [
  'join.find',
  'join.here',
  'pc.become-level',
  'join.leave',
  'team.start',
  'team.pack',
  'team.review',
  'team.merge',
  'team.confirm',
  'update.find',
  'update.review',
  'update.install',
  'update.watch',
  'update.seen',
] satisfies MethodName[];

export const DAY = '2026-11-20';

const oneDayCalendar = {
  title: 'Lịch thử',
  warnFrom: '10-01',
  years: [{ year: 2026, announced: true, source: 'Văn bản thử' }],
  days: [
    {
      date: '2026-12-25',
      name: 'Ngày nghỉ thử',
      kind: 'holiday',
      certainty: 'confirmed',
      source: 'Văn bản thử',
    },
  ],
};

/**
 * A small working day through one client that calls every method of the contract at least once with success, but for those `BESIDE_A_DESK`.
 * `folder` takes the saved report; `key` gives a fresh idempotency key.
 */
export async function workDay(client: DeskClient, folder: string, key: () => string): Promise<Made[]> {
  const made: Made[] = [];

  async function ask<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
    const reply = await client.call(method, input, key());
    made.push({ method, input, reply });
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`);
    return reply.value;
  }

  const { version } = await ask('system.health', {});
  await ask('office.set-up', {
    name: 'Công an phường Thử Nghiệm',
    code: 'TN01',
    receivingLevel: 'Trung tâm tổng hợp',
    counters: ['Quầy 1', 'Quầy 2'],
  });
  await ask('system.move-in', {});
  const office = await ask('office.show', {});
  await ask('office.update', { settings: { hotline: '0200000000' } });
  const [first, second] = await ask('counter.list', {});
  if (office === null || first === undefined || second === undefined)
    throw new Error('the office has no counters');
  const third = await ask('counter.add', { name: 'Bàn 3' });
  await ask('counter.set-word', { word: 'quầy' });
  await ask('counter.update', { counterId: third.id, active: false });
  await ask('series.list', {});
  await ask('series.save', { letter: 'K', name: 'Kích hoạt', procedures: ['activate'] });
  await ask('day.open', { businessDay: DAY });
  await ask('day.withdraw', { businessDay: DAY });
  await ask('day.open', { businessDay: DAY });
  await ask('day.void', { businessDay: DAY, reason: 'wrong-date' });
  await ask('day.open', { businessDay: DAY });
  await ask('day.status', {});
  await ask('day.list', {});

  const issue = (fullName: string): Promise<Output<'ticket.issue'>> =>
    ask('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName } }] });
  await ask('slip.preview', {
    ticketDraft: { requests: [{ procedure: 'level-2', subject: 'citizen', person: { fullName: '' } }] },
  });
  const a = await issue('Trần Thị Mẫu');
  const b = await issue('Lê Văn Ví Dụ');
  const c = await issue('Phạm Minh Thử');
  await ask('ticket.add-request', {
    ticketId: a.id,
    request: { procedure: 'guidance', subject: 'citizen', person: { fullName: 'Trần Văn Mẫu' } },
  });
  await ask('queue.board', { counterId: first.id });
  await ask('queue.papers', { counterId: first.id });
  await ask('queue.room', {});
  await ask('queue.wall', {});
  await ask('counter.pause', { counterId: second.id, reason: 'rest' });
  await ask('counter.resume', { counterId: second.id });
  await ask('ticket.list', { businessDay: DAY, search: 'mau' });
  const [known] = await ask('person.search', { search: 'thi mau' });
  if (known === undefined) throw new Error('nobody was found');
  await ask('person.update', {
    personId: known.id,
    person: { fullName: 'Trần Thị Mẫu', birthDate: '1990', idNumber: '001090000009' },
  });
  await ask('identity.read-card', { text: '001090000001' });
  await ask('calendar.due-date', { receivedOn: DAY, limit: { value: 7, unit: 'working-day' } });
  await ask('procedure.triage', {
    on: DAY,
    subject: 'citizen',
    birthDate: '1990-05-05',
    card: 'valid',
    wish: 'level-2',
  });

  await ask('calendar.year', { year: 2026 });
  await ask('calendar.set-day', {
    date: '2026-12-24',
    kind: 'office-off',
    name: 'Sửa trụ sở',
    why: 'Thông báo của đơn vị',
  });
  await ask('calendar.import', { text: JSON.stringify(oneDayCalendar), why: 'Lịch của tỉnh' });
  const packs = await ask('rules.packs', {});
  const pack = await ask('rules.show', {});
  const limit = pack.values.find((value) => value.path.endsWith('limit')) ?? pack.values[0];
  if (limit === undefined) throw new Error('the pack has no value');
  await ask('rules.override', {
    packId: pack.id,
    path: limit.path,
    value: limit.value,
    why: 'Giữ như nguồn',
  });
  await ask('rules.override', { packId: pack.id, path: limit.path, value: null, why: 'Trả về như nguồn' });
  const exported = await ask('rules.export', { packId: pack.id });
  const next = { ...(JSON.parse(exported.text) as object), version: pack.version + 1 };
  await ask('rules.import', { text: JSON.stringify(next) });
  await ask('rules.news', { packId: packs[0]?.id ?? '' });

  await ask('ticket.call-next', { counterId: first.id });
  await ask('ticket.recall', { ticketId: a.id, counterId: first.id });
  await ask('ticket.not-here', { ticketId: a.id });
  await ask('ticket.return', { ticketId: a.id });
  await ask('ticket.call', { ticketId: a.id, counterId: first.id });
  await ask('ticket.start', { ticketId: a.id, counterId: first.id });
  await ask('ticket.hold', { ticketId: a.id, reason: 'Về lấy giấy tờ' });
  await ask('ticket.set-remark', { ticketId: a.id, remark: 'Con trai mang giấy tới' });
  await ask('ticket.resume', { ticketId: a.id, counterId: first.id });
  const detail = await ask('ticket.get', { ticketId: a.id });
  const request = detail.requests[0];
  if (request === undefined) throw new Error('the ticket has no request');
  await ask('request.set-paper', { requestId: request.id, paper: 'id-card', state: 'seen' });
  await ask('request.set-paper', { requestId: request.id, paper: 'phone', state: 'seen' });
  await ask('request.decide', { requestId: request.id, reason: 'Lãnh đạo đồng ý' });
  await ask('request.decide', { requestId: request.id, reason: '' });
  await ask('request.set-case', { requestId: request.id, specialCase: 'no-papers' });
  const { current } = await ask('slip.design', {});
  const { version: _version, ...look } = current;
  await ask('slip.save-design', { ...look, footer: ['Góp ý: hòm thư cạnh cửa ra vào'] });
  await ask('slip.choose', { ticketId: a.id, language: 'both', large: true });
  await ask('slip.show', { ticketId: a.id, sheet: 'guidance' });
  await ask('slip.preview', { ticketId: a.id, outcomes: [{ requestId: request.id, outcome: 'taken' }] });
  const job = await ask('print.queue', { ticketId: a.id, sheet: 'guidance' });
  await ask('print.mark', { jobId: job.id, state: 'sent' });
  const reprint = await ask('print.again', { jobId: job.id });
  await ask('print.begin', { jobId: reprint.id });
  await ask('print.mark', { jobId: reprint.id, state: 'sent' });
  const { printers } = await ask('device.settings', {});
  const thermal = { ...printers.number, route: 'network-thermal' as const, host: '127.0.0.1', port: 9 };
  await ask('device.set-settings', { printers: { ...printers, number: thermal } });
  const dialog = await ask('print.queue', { ticketId: b.id, sheet: 'guidance' });
  await ask('print.send', { jobId: dialog.id });
  const picture = await ask('print.queue', { ticketId: b.id, sheet: 'number' });
  await ask('print.send-raster', { jobId: picture.id, widthDots: 8, rows: 'gA==' });
  await ask('print.queue-form', { form: 'level-1.vi', sheet: 'handout', format: 'a5' });
  await ask('printer.test', { sheet: 'number' });
  await ask('printer.list', {});
  await ask('print.list', {});
  const outcomes = detail.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' as const }));
  await ask('ticket.finish', { ticketId: a.id, outcomes });
  await ask('ticket.undo', { ticketId: a.id });
  await ask('ticket.finish', { ticketId: a.id, outcomes });
  await ask('ticket.reopen', { ticketId: a.id, counterId: first.id, reason: 'Ghi nhầm kết quả' });
  await ask('ticket.finish', { ticketId: a.id, outcomes });
  await ask('ticket.transfer', { ticketId: b.id, counterId: second.id });
  await ask('ticket.leave', { ticketId: b.id });
  await ask('ticket.cancel', { ticketId: c.id });
  const d = await issue('Hoàng Thị Cuối');
  await ask('ticket.settle', { ticketId: d.id, outcome: 'left' });
  await issue('Vũ Văn Chót');
  await ask('day.note', { businessDay: DAY, difficulties: 'Máy quét chậm', proposals: '' });
  await workAccounts(ask, request.id);
  await ask('day.close', { businessDay: DAY, leftovers: 'left' });
  await ask('day.correct', {
    businessDay: DAY,
    reason: 'Nhập muộn một hồ sơ',
    late: [{ procedure: 'level-1', outcome: 'guided' }],
  });
  await ask('report.day', { businessDay: DAY, version: 1 });
  await ask('report.day', { businessDay: DAY });
  await ask('report.officers', { from: DAY, to: DAY });
  await ask('report.versions', { businessDay: DAY });
  await ask('report.month', { month: DAY.slice(0, 7) });
  await ask('report.dashboard', {});
  await ask('report.calendar', { month: DAY.slice(0, 7) });
  await ask('report.reminders', {});
  await ask('report.tickets', {
    businessDay: DAY,
    figure: { section: 'accounts', row: 'all', column: 'taken' },
  });
  await ask('report.cases', { businessDay: DAY, receiver: 'residence-police', unmasked: false });
  await ask('report.export', { businessDay: DAY, format: 'csv' });
  await ask('report.save', { businessDay: DAY, format: 'csv', folder });
  await workExports(ask, client, folder, DAY);
  await workDevices(ask, version, second.id);
  await workVoice(ask);
  await ask('person.kept', { personId: known.id });
  await ask('person.erase', { personId: known.id, reason: 'asked' });
  await ask('data.status', {});
  await ask('data.purge', {});
  await ask('backup.set-settings', { minutes: 30 });
  await ask('backup.settings', {});
  const copy = await ask('backup.make', {});
  await ask('backup.list', {});
  await ask('backup.find', {});
  await ask('backup.status', {});
  await ask('update.state', {});
  await ask('backup.restore', { id: copy.id, reason: 'Thử' });
  const passphrase = 'một hai ba bốn';
  const { recoveryKey } = await ask('data.encrypt', { passphrase });
  await ask('data.unlock', { passphrase });
  await ask('data.prove-recovery', { recoveryKey });
  const renewed = await ask('data.renew-recovery', { recoveryKey });
  await ask('data.set-passphrase', { current: { passphrase }, passphrase: 'năm sáu bảy tám' });
  await ask('system.verify-events', {});
  await workOfficers(ask, renewed.recoveryKey);
  return made;
}

type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Output<M>>;

/** Who works here and how they sign in. From here on nothing is served to somebody who is not signed in. */
async function workOfficers(ask: Ask, recoveryKey: string): Promise<void> {
  const [first] = await ask('officer.list', {});
  if (first === undefined) throw new Error('the office has no officer');
  await ask('officer.save', { id: first.id, name: 'Trần Thu Hà', pin: '1357' });
  await ask('officer.set-pin', { pin: '1357', newPin: '97531' });
  await ask('officer.places', {});
  await ask('officer.unlock', { officerId: first.id });
  await ask('session.show', {});
  await ask('session.lock', {});
  await ask('session.close', {});
  await ask('access.policy', {});
  await ask('access.set-policy', { pins: 'on' });
  await ask('officer.recover', { recoveryKey, pin: '2468' });
  await ask('session.open', { officerId: first.id, pin: '2468' });
}

/** A voice that is recorded, used and removed. */
async function workVoice(ask: Ask): Promise<void> {
  for (const unit of toneVoice()) await ask('voice.keep', unit);
  await ask('voice.takes', {});
  await ask('voice.show', {});
  await ask('voice.use', {});
  await ask('voice.sound', {});
  await ask('voice.tell', { window: 'wall', sound: 'ready' });
  await ask('voice.silent', {});
  const [here] = await ask('voice.speakers', {});
  if (here === undefined) throw new Error('the room has no PC');
  await ask('device.set-voice', { deviceId: here.deviceId, voice: here.voice });
  await ask('voice.remove', {});
}

/** The door to other PCs, through which one comes and is sent away again. */
async function workDevices(ask: Ask, version: string, counterId: string): Promise<void> {
  const at = await ask('lan.open', { address: '127.0.0.1', port: 0 });
  await ask('pairing.start', { kind: 'display', name: 'Bảng chờ' });
  await ask('pairing.end', {});
  const { code } = await ask('pairing.start', { kind: 'counter', counterId, name: 'Máy quầy 2' });
  await ask('lan.state', {});
  const joined = await pairDevice(at, code, version);
  if (!joined.ok) throw new Error(JSON.stringify(joined.problem));
  await ask('device.list', {});
  const { deviceId } = joined.value;
  await ask('device.rename', { deviceId, name: 'Máy bàn 2' });
  await ask('device.revoke', { deviceId });
  await ask('tv.open', { address: '127.0.0.1', port: 0 });
  await ask('tv.code', {});
  await ask('tv.state', {});
  await ask('tv.close', {});
  await ask('lan.close', {});
}

/** An agency whose list comes as a file, with one person more who is marked, matched and asked about. */
async function workRoster(ask: Ask, fullName: string): Promise<void> {
  const table = `Họ và tên,Số CCCD,Ngày sinh\n${fullName},001090000009,1990\n`;
  const list = {
    fileName: 'Trường THCS Thử Nghiệm.csv',
    base64: Buffer.from(table).toString('base64'),
  };
  const { reviewId } = await ask('roster.review', list);
  const taken = await ask('roster.apply', { reviewId });
  await ask('roster.take-back', { rosterId: taken.rosterId });
  const again = await ask('roster.review', list);
  const { rosterId } = await ask('roster.apply', { reviewId: again.reviewId });
  await ask('roster.save', {
    rosterId,
    name: 'Trường THCS Thử Nghiệm',
    dueOn: '2026-12-31',
    level: 'level-2',
  });
  const person = { fullName: 'Lê Thị Ví Dụ', birthDate: '1991' };
  const { memberId } = await ask('roster.add-member', { rosterId, person });
  await ask('roster.mark', { memberId, mark: { exempt: 'long-leave' } });
  await ask('roster.match', { memberId, personId: null });
  await ask('roster.members', { rosterId });
  await ask('roster.of-person', person);
  await ask('roster.progress', { rosterId });
  await ask('roster.list', {});
  const { teamId } = await ask('team.save', { name: 'Tổ lưu động 1', series: 'L' });
  const { visitId } = await ask('visit.save', {
    day: DAY,
    starts: '08:00',
    ends: '11:00',
    place: 'Khu phố Thử 3',
    site: 'home',
    expected: 2,
    teamId,
    goers: '',
    materials: '',
    contact: '',
    phone: '0900000002',
    rosterId,
  });
  const { homeVisitId } = await ask('home-visit.save', {
    fullName: 'Lý Thị Ví Dụ',
    birthDate: '1938',
    address: 'Hẻm 12, Khu phố Thử 3',
    why: 'old',
    contact: 'con gái',
    phone: '0900000001',
    wantedOn: null,
  });
  await ask('home-visit.plan', { homeVisitIds: [homeVisitId], visitId });
  await ask('home-visit.list', {});
  await ask('visit.people', { visitId });
  const { id: ticketId } = await ask('visit.take', { visitId, whoIds: [homeVisitId] });
  await ask('ticket.cancel', { ticketId });
  await ask('home-visit.end', { homeVisitId, reason: 'came' });
  await ask('visit.list', {});
  await ask('team.starter', { teamId, passphrase: 'mùa lúa chín ven sông', rosterIds: [rosterId] });
  await ask('team.lose', { teamId, isLost: true });
  await ask('team.list', {});
  await ask('team.here', {});
  await ask('visit.call-off', { visitId });
  await ask('roster.end', { rosterId });
}

/** The accounts of the day: called, activated, taken back, activated again by an extract, and a target they count for. */
async function workAccounts(ask: Ask, requestId: string): Promise<void> {
  await ask('follow-up.list', { list: 'all' });
  await ask('follow-up.set-notice', { requestId, noticedOn: DAY });
  await ask('follow-up.record-contact', { requestId, result: 'reached', note: 'Hẹn chiều làm' });
  await ask('follow-up.set-reason', { requestId, reason: 'no-device' });
  await ask('follow-up.activate', { requestId, activatedOn: DAY, source: 'telephone' });
  await ask('follow-up.withdraw', { requestId });
  const { fullName } = await ask('follow-up.show', { requestId });
  const table = `Số định danh cá nhân,Họ và tên,Ngày kích hoạt\n001090000009,${fullName ?? ''},20/11/2026\n`;
  const { reviewId } = await ask('extract.review', {
    fileName: 'trich-xuat.csv',
    base64: Buffer.from(table).toString('base64'),
  });
  await ask('extract.apply', { reviewId });
  await workRoster(ask, fullName ?? '');
  const { campaignId } = await ask('campaign.save', {
    name: 'Đợt cao điểm',
    unit: 'Phường Thử Nghiệm',
    from: '2026-11-01',
    dueOn: '2026-12-31',
    rows: [{ level: 'level-2', target: 100, before: 10 }],
  });
  await ask('campaign.list', {});
  await ask('campaign.progress', { campaignId });
  await ask('unit.set-totals', {
    day: DAY,
    rows: [{ level: 'level-2', issued: 400, activated: 120 }],
  });
  await ask('unit.totals', {});
  await ask('campaign.remove', { campaignId });
}
