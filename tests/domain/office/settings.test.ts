import { describe, expect, test } from 'vitest';
import { defaultSettings, isDeviceKey } from '#shared/domain/office/default-settings.ts';
import { deviceSettings, officeSettings } from '#shared/domain/office/settings.ts';
import { OFFICE_KINDS, PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';

const accepts = (change: object) => officeSettings.safeParse({ ...defaultSettings, ...change }).success;
const printer = (change: object) => ({
  printers: { ...defaultSettings.printers, number: { ...defaultSettings.printers.number, ...change } },
});
const report = (change: object) => ({ report: { ...defaultSettings.report, ...change } });
const place = {
  officeId: 'noi-khac',
  name: 'Nơi khác',
  kind: OFFICE_KINDS[0],
  procedures: [],
  open: true,
};
const places = (change: object) => ({ directory: [{ ...place, ...change }] });
const signs = (length: number) => 'a'.repeat(length);
const list = <T>(length: number, item: T): T[] => Array.from({ length }, () => item);

test('what an office starts with is within its own limits', () => {
  expect(officeSettings.parse(defaultSettings)).toEqual(defaultSettings);
});

test('a printer that nobody set up prints one sheet as its maker ships it, through the dialogue', () => {
  for (const profile of Object.values(defaultSettings.printers))
    expect(profile).toEqual({
      route: 'driver-dialog',
      device: '',
      host: '',
      port: 9100,
      folder: '',
      margins: null,
      offset: { x: 0, y: 0 },
      scale: 100,
      darkness: 56,
      density: 0,
      copies: 1,
      cut: true,
    });
});

test('who begins with the rule of the queue that is printed: two of priority in a row, three numbers later, twice', () => {
  const { priorityRun, notHereReturnsAfter, notHereMaxReturns, largePrintFrom } = defaultSettings;
  expect({ priorityRun, notHereReturnsAfter, notHereMaxReturns, largePrintFrom }).toEqual({
    priorityRun: 2,
    notHereReturnsAfter: 3,
    notHereMaxReturns: 2,
    largePrintFrom: 60,
  });
});

describe('a whole number reaches from its least to its most, and stays whole', () => {
  test.each<[string, (value: number) => object, number, number]>([
    ['priorityRun', (priorityRun) => ({ priorityRun }), 1, 9],
    ['notHereReturnsAfter', (notHereReturnsAfter) => ({ notHereReturnsAfter }), 1, 20],
    ['notHereMaxReturns', (notHereMaxReturns) => ({ notHereMaxReturns }), 0, 9],
    ['announcedYears', (year) => ({ announcedYears: [year] }), 2020, 2100],
    ['largePrintFrom', (largePrintFrom) => ({ largePrintFrom }), 0, 120],
    ['port', (port) => printer({ port }), 1, 65_535],
    ['scale', (scale) => printer({ scale }), 50, 150],
    ['darkness', (darkness) => printer({ darkness }), 1, 99],
    ['density', (density) => printer({ density }), -5, 5],
    ['copies', (copies) => printer({ copies }), 1, 5],
  ])('%s', (_, change, least, most) => {
    expect([least - 1, least, most, most + 1].map((value) => accepts(change(value)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(accepts(change(least + 0.5))).toBe(false);
  });
});

test.each(['top', 'right', 'bottom', 'left'])(
  'the %s margin reaches from 0 to 40 mm, in parts of one',
  (side) => {
    const margins = (value: number) =>
      printer({ margins: { top: 5, right: 5, bottom: 5, left: 5, [side]: value } });
    expect([-0.1, 0, 12.5, 40, 40.1].map((value) => accepts(margins(value)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  },
);

test.each(['x', 'y'])('a sheet is moved by at most 20 mm along %s', (axis) => {
  const offset = (value: number) => printer({ offset: { x: 0, y: 0, [axis]: value } });
  expect([-20.1, -20, 20, 20.1].map((value) => accepts(offset(value)))).toEqual([false, true, true, false]);
});

describe('a text has its longest length', () => {
  test.each<[string, (value: string) => object, number]>([
    ['superior', (superior) => ({ superior }), 120],
    ['address', (address) => ({ address }), 200],
    ['openingHours', (openingHours) => ({ openingHours }), 120],
    ['hotline', (hotline) => ({ hotline }), 40],
    ['priorityClasses', (name) => ({ priorityClasses: [name] }), 60],
    ['rulePack', (rulePack) => ({ rulePack }), 60],
    ['residences', (name) => ({ residences: [name] }), 80],
    ['exportFolders', (folder) => ({ exportFolders: [folder] }), 400],
    ['device', (device) => printer({ device }), 200],
    ['host', (host) => printer({ host }), 253],
    ['folder', (folder) => printer({ folder }), 400],
    ['placeName', (placeName) => report({ placeName }), 60],
    ['symbol', (symbol) => report({ symbol }), 40],
    ['sendTo', (sendTo) => report({ sendTo }), 200],
    ['recipients', (name) => report({ recipients: [name] }), 120],
    ['signerTitle', (signerTitle) => report({ signerTitle }), 80],
    ['signerName', (signerName) => report({ signerName }), 80],
    ['officeId', (officeId) => places({ officeId }), 40],
    ['name of a place', (name) => places({ name }), 120],
    ['note of a place', (note) => places({ note }), 200],
    ['address of a place', (address) => places({ address }), 200],
    ['hours of a place', (hours) => places({ hours }), 120],
    ['phone of a place', (phone) => places({ phone }), 60],
    ['title of a handout', (title) => ({ handoutTexts: { 'level-1.vi': { title } } }), 60],
    ['line of a handout', (line) => ({ handoutTexts: { 'level-1.vi': { lines: { step: line } } } }), 160],
    ['name of a line', (name) => ({ handoutTexts: { 'level-1.vi': { lines: { [name]: '' } } } }), 31],
  ])('%s', (_, change, most) => {
    expect([most, most + 1].map((length) => accepts(change(signs(length))))).toEqual([true, false]);
  });

  test.each(['appStore', 'googlePlay'])('the address at %s', (store) => {
    const addresses = (value: string) => ({
      storeAddresses: { appStore: '', googlePlay: '', [store]: value },
    });
    const link = (length: number) => `https://${signs(length - 8)}`;
    expect(
      [link(300), link(301), 'https://', 'http://vi.du', 'https://vi du', 'xhttps://vi.du'].map((value) =>
        accepts(addresses(value)),
      ),
    ).toEqual([true, false, false, false, false, false]);
  });

  test.each<[string, (value: string) => object]>([
    ['a class', (name) => ({ priorityClasses: [name] })],
    ['a hamlet', (name) => ({ residences: [name] })],
    ['a recipient', (name) => report({ recipients: [name] })],
    ['the name of a place', (name) => places({ name })],
    ['the key of a place', (officeId) => places({ officeId })],
  ])('%s is never empty', (_, change) => {
    expect(accepts(change(''))).toBe(false);
  });
});

describe('a list has its greatest length', () => {
  test.each<[string, (length: number) => object, number]>([
    ['priorityClasses', (length) => ({ priorityClasses: list(length, 'Có con nhỏ') }), 12],
    ['announcedYears', (length) => ({ announcedYears: list(length, 2026) }), 80],
    ['residences', (length) => ({ residences: list(length, 'Thôn Ví Dụ') }), 200],
    ['exportFolders', (length) => ({ exportFolders: list(length, '/thu-muc') }), 5],
    ['recipients', (length) => report({ recipients: list(length, 'Như trên') }), 8],
    ['directory', (length) => ({ directory: list(length, place) }), 50],
    ['activationWays', (length) => ({ activationWays: list(length, 'app') }), 2],
  ])('%s', (_, change, most) => {
    expect([most, most + 1].map((length) => accepts(change(length)))).toEqual([true, false]);
  });

  test('an account is activated somewhere', () => {
    expect(
      [[], ['app'], ['web'], ['app', 'web'], null, ['counter']].map((activationWays) =>
        accepts({ activationWays }),
      ),
    ).toEqual([false, true, true, true, true, false]);
  });
});

describe('a word is one of its own', () => {
  test.each<[string, (value: string) => object, readonly string[]]>([
    ['numberPaper', (numberPaper) => ({ numberPaper }), ['58', '80']],
    ['guidancePaper', (guidancePaper) => ({ guidancePaper }), ['80', 'a5', 'a4']],
    ['printing', (printing) => ({ printing }), ['dialog', 'none']],
    ['slipLanguage', (slipLanguage) => ({ slipLanguage }), ['vi', 'en', 'both']],
    ['kind', (kind) => ({ kind }), OFFICE_KINDS],
    ['kind of a place', (kind) => places({ kind }), OFFICE_KINDS],
    ['procedures', (procedure) => ({ procedures: [procedure] }), PROCEDURES],
    ['procedures of a place', (procedure) => places({ procedures: [procedure] }), PROCEDURES],
  ])('%s', (_, change, words) => {
    expect([...words, '', 'x'].map((word) => accepts(change(word)))).toEqual([
      ...words.map(() => true),
      false,
      false,
    ]);
  });

  test('a time to close is one of the 1,440 minutes of a day', () => {
    const times = ['00:00', '09:59', '19:30', '23:59', '24:00', '17:60', '7:00', '17:00:00', 'x17:00', ''];
    expect(times.filter((closingTime) => accepts({ closingTime }))).toEqual([
      '00:00',
      '09:59',
      '19:30',
      '23:59',
    ]);
  });

  test('a printer in the network has a name or an address, and nothing around it', () => {
    const hosts = ['', 'may-in.phuong', '192.0.2.7', 'fe80::1', 'may_in', 'a b', 'http://may', 'máy-in'];
    expect(hosts.filter((host) => accepts(printer({ host })))).toEqual(hosts.slice(0, 5));
  });

  test('a line of a handout has a name of letters and digits that begins with a letter', () => {
    const named = (name: string) => accepts({ handoutTexts: { 'level-1.vi': { lines: { [name]: '' } } } });
    expect(['step1', 'Step', '1step', 'a-b', 'a b'].filter(named)).toEqual(['step1', 'Step']);
  });
});

test('what belongs to a PC and what to the office', () => {
  expect(Object.keys(defaultSettings).filter(isDeviceKey)).toEqual([
    'numberPaper',
    'guidancePaper',
    'printing',
    'printers',
    'voice',
    'queueSound',
  ]);
  expect(isDeviceKey('toString')).toBe(false);
  expect(isDeviceKey('counterId')).toBe(false);
  expect(Object.keys(deviceSettings.shape)).toContain('counterId');
});
