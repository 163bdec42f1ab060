import { expect, test } from 'vitest';
import { DAY_TABLES } from '#shared/domain/report/report-tables.ts';
import { sayCall, writtenOut } from '#shared/domain/voice/say-call.ts';
import { defaultVoice } from '#shared/domain/voice/settings.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { wordedTable } from '#shared/text/report-words.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

const first = { name: 'Công an phường Bình Minh', code: 'BM-01', receivingLevel: 'Phòng PC06' };

test.each([
  { name: 'Công an phường Mới' },
  { code: 'M-02' },
  { receivingLevel: 'Công an tỉnh Mẫu' },
  { name: 'Công an phường Mới', code: 'M-02', receivingLevel: 'Công an tỉnh Mẫu' },
  {},
])('of the office %o is changed, and nothing else', (change) => {
  const desk = openTestDesk();
  const before = desk.call('office.show', {});
  expect(before).toMatchObject(first);
  expect(desk.call('office.update', change)).toEqual({ ...before, ...change });
  expect(desk.call('office.show', {})).toEqual({ ...before, ...change });
});

test('a setting that is given replaces its own value alone', () => {
  const desk = openTestDesk({ settings: { hotline: '0200000000', address: '1 Đường Ví Dụ' } });
  const before = desk.call('office.show', {})?.settings;
  expect(before).toMatchObject({ hotline: '0200000000', address: '1 Đường Ví Dụ' });
  expect(desk.call('office.update', { settings: { hotline: '0200000001' } }).settings).toEqual({
    ...before,
    hotline: '0200000001',
  });
});

test('the procedures of a series are replaced where they are given, and stay where only its name is', () => {
  const desk = openTestDesk();
  const letters = () =>
    desk.call('series.list', {}).map(({ letter, name, procedures }) => [letter, name, procedures]);
  const before = letters();
  desk.call('series.save', { letter: 'K', name: 'Riêng', procedures: ['activate', 'lock', 'lock'] });
  expect(letters()).toEqual([...before, ['K', 'Riêng', ['activate', 'lock']]]);
  desk.call('series.save', { letter: 'K', name: 'Khóa', procedures: ['lock', 'unlock'] });
  expect(letters()).toEqual([...before, ['K', 'Khóa', ['lock', 'unlock']]]);
  desk.call('series.save', { letter: 'L', name: 'Sau' });
  desk.call('series.save', { letter: 'K', name: 'Tên mới' });
  expect(letters()).toEqual([...before, ['K', 'Tên mới', ['lock', 'unlock']], ['L', 'Sau', []]]);
  desk.call('series.save', { letter: 'K', name: 'Tên mới', procedures: [] });
  expect(letters()).toEqual([...before, ['K', 'Tên mới', []], ['L', 'Sau', []]]);
});

test('a counter keeps what is not given, takes no name of another, and calls from series that exist', () => {
  const desk = openTestDesk();
  const [counterId = '', other = ''] = desk.counters;
  const shown = () => desk.call('counter.list', {}).find(({ id }) => id === counterId);
  desk.call('series.save', { letter: 'K', name: 'Riêng' });
  const called = ['A', 'K'];
  expect(desk.call('counter.update', { counterId, series: [...called, 'K'] })).toMatchObject({
    name: 'Quầy 1',
    active: true,
    series: called,
  });
  expect(desk.call('counter.update', { counterId, name: 'Bàn 1' })).toMatchObject({
    name: 'Bàn 1',
    series: called,
  });
  expect(desk.refusal('counter.update', { counterId, name: 'Quầy 2', series: [] })).toEqual({
    code: 'name-taken',
    name: 'Quầy 2',
  });
  expect(desk.refusal('counter.add', { name: 'Quầy 2' })).toEqual({ code: 'name-taken', name: 'Quầy 2' });
  expect(desk.refusal('counter.update', { counterId, series: ['Z'] })).toEqual({
    code: 'unknown-series',
    series: 'Z',
  });
  expect(shown()).toMatchObject({ name: 'Bàn 1', active: true, series: called });
  expect(desk.call('counter.update', { counterId, name: 'Bàn 1', active: false })).toMatchObject({
    active: false,
  });
  expect(desk.call('counter.update', { counterId, active: true, series: [] })).toMatchObject({
    active: true,
    series: [],
  });
  expect(desk.call('counter.list', {}).find(({ id }) => id === other)).toMatchObject({
    name: 'Quầy 2',
    active: true,
  });
});

test('the word of the office stands before every number; screen, slip, voice and report follow', () => {
  const desk = openTestDesk({ counters: 2 });
  desk.call('counter.add', { name: 'Hộ tịch' });
  const { id: ticketId } = desk.issue();
  desk.finish(desk.serveNext());
  expect(desk.call('counter.set-word', { word: 'bàn' }).map(({ name }) => name)).toEqual([
    'Bàn 1',
    'Bàn 2',
    'Hộ tịch',
  ]);
  const [call] = desk.call('queue.wall', {}).calls;
  expect(call).toMatchObject({ number: 'A001', counter: 'Bàn 1' });
  const said = sayCall(call ?? { number: '', counter: '' }, { ...defaultVoice }, () => true);
  expect(writtenOut(said)).toContain('bàn số một');
  expect(JSON.stringify(desk.call('slip.show', { ticketId, sheet: 'guidance' }))).toMatch(/Bàn 1(?!.*Quầy)/);
  const report = desk.call('report.day', { businessDay: '2026-11-20' });
  const counters = wordedTable(DAY_TABLES.counters(report, 'screen'), catalogue('vi'), 'vi');
  expect([counters.names, counters.rows[0]?.names]).toEqual([['Bàn'], ['Bàn 1']]);
  desk.call('counter.add', { name: 'Phòng 2' });
  expect(desk.refusal('counter.set-word', { word: 'phòng' })).toEqual({
    code: 'name-taken',
    name: 'Phòng 2',
  });
  expect(desk.call('counter.list', {})[0]?.name).toBe('Bàn 1');
});

test('an office is set up once, and a second time changes nothing', () => {
  const desk = openTestDesk();
  const before = desk.call('office.show', {});
  expect(desk.refusal('office.set-up', { ...first, name: 'Nơi khác', counters: ['Quầy 9'] })).toEqual({
    code: 'already-set-up',
  });
  expect(desk.call('office.show', {})).toEqual(before);
  expect(desk.call('counter.list', {}).map(({ name }) => name)).not.toContain('Quầy 9');
});

test('counters stand in the order they were named, a new one after the others', () => {
  const desk = openTestDesk({ counters: 3 });
  desk.call('counter.update', { counterId: desk.counters[0] ?? '', name: 'Quầy Z' });
  desk.call('counter.add', { name: 'Quầy A' });
  expect(desk.call('counter.list', {}).map(({ name, active, series }) => [name, active, series])).toEqual([
    ['Quầy Z', true, []],
    ['Quầy 2', true, []],
    ['Quầy 3', true, []],
    ['Quầy A', true, []],
  ]);
  const { id } = desk.call('office.show', {}) ?? { id: '' };
  expect(desk.refusal('counter.update', { counterId: id, name: 'x' })).toEqual({ code: 'unknown-counter' });
});

test('only a rule pack that the office has can be pinned, and a refused one changes nothing beside it', () => {
  const desk = openTestDesk();
  const before = desk.call('office.show', {});
  const pinned = (rulePack: string | null) =>
    desk.call('office.update', { settings: { rulePack } }).settings.rulePack;
  expect(desk.refusal('office.update', { name: 'Tên mới', settings: { rulePack: 'nd-0-2000' } })).toEqual({
    code: 'pack-refused',
    path: 'nd-0-2000',
    reason: 'unknown-pack',
  });
  expect(desk.call('office.show', {})).toEqual(before);
  expect([pinned('nd-69-2024'), pinned(null)]).toEqual(['nd-69-2024', null]);
});

test('a PC keeps its own printing and counter; the office sees the printing of the PC that asks', () => {
  const desk = openTestDesk();
  const [counterId = ''] = desk.counters;
  const before = desk.call('device.settings', {});
  expect(desk.call('device.set-settings', { counterId })).toEqual({ ...before, counterId });
  expect(desk.call('device.set-settings', { numberPaper: '58' })).toEqual({
    ...before,
    counterId,
    numberPaper: '58',
  });
  const settings = desk.call('office.show', {})?.settings;
  expect(settings?.numberPaper).toBe('58');
  expect(settings).not.toHaveProperty('counterId');
  const { id } = desk.call('office.show', {}) ?? { id: '' };
  expect(desk.refusal('device.set-settings', { counterId: id, numberPaper: '80' })).toEqual({
    code: 'unknown-counter',
  });
  expect(desk.call('device.settings', {}).numberPaper).toBe('58');
  expect(desk.call('office.update', { settings: { numberPaper: '80' } }).settings.numberPaper).toBe('80');
  expect(desk.call('device.set-settings', { counterId: null }).counterId).toBeNull();
});
