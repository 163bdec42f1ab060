import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/domain/language.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { officeContract } from '#shared/contract/office.ts';
import {
  codeFromName,
  emptyDraft,
  faultsOf,
  firstFaultyStep,
  freeLetter,
  nextKey,
  SAFETY_STEP,
  setUpInput,
  STEPS,
  withoutSeries,
  type OfficeDraft,
} from '#renderer/first-run/draft.ts';

const start = emptyDraft({ counter: (place) => `Quầy ${place}`, series: 'Tiếp dân' });
const filled: OfficeDraft = {
  ...start,
  name: 'Công an phường Bình Minh',
  receivingLevel: 'Phòng Cảnh sát QLHC về TTXH',
};
const shape = officeContract['office.set-up'].input;

describe('the guide', () => {
  test('has a name for each of its steps', () => {
    for (const language of LANGUAGES) expect(catalogue(language).firstRun.steps).toHaveLength(STEPS);
  });

  test('needs two names and an answer about encryption, everything else has a sensible start', () => {
    expect(faultsOf(start, 0)).toEqual([{ field: 'name' }, { field: 'receivingLevel' }]);
    expect(firstFaultyStep(start)).toBe(0);
    expect(firstFaultyStep(filled)).toBe(SAFETY_STEP);
    expect(faultsOf(filled, SAFETY_STEP)).toEqual([{ field: 'encrypt' }]);
    expect(firstFaultyStep({ ...filled, encrypt: false })).toBe(STEPS - 1);
  });

  test('hands the desk what its contract takes', () => {
    expect(shape.safeParse(setUpInput(filled)).error).toBeUndefined();
    expect(setUpInput(filled)).toMatchObject({
      code: 'CONG-AN-PHUONG-BINH-MINH',
      counters: ['Quầy 1', 'Quầy 2'],
      series: [{ letter: 'A', procedures: [] }],
      settings: { priorityRun: 2, printing: 'dialog' },
    });
  });

  test('a typed code goes before the suggested one', () => {
    expect(setUpInput({ ...filled, code: 'CAP-07' }).code).toBe('CAP-07');
  });

  test.each([
    ['Công an phường Bình Minh', 'CONG-AN-PHUONG-BINH-MINH'],
    ['  UBND xã Đắk R’Lấp ', 'UBND-XA-DAK-R-LAP'],
    ['Phường 7', 'PHUONG-7'],
    ['', ''],
    ['–', ''],
  ])('the code of %j is %j', (name, code) => {
    expect(codeFromName(name)).toBe(code);
  });

  test('a name of nothing but signs still gives a code the desk takes', () => {
    expect(shape.safeParse(setUpInput({ ...filled, name: '市公安' })).error).toBeUndefined();
  });

  test('a code is never longer than the desk allows', () => {
    expect(codeFromName('Bộ phận tiếp nhận và trả kết quả của phường '.repeat(4)).length).toBeLessThanOrEqual(
      40,
    );
  });
});

describe('counters', () => {
  const withCounters = (...names: string[]): OfficeDraft => ({
    ...filled,
    counters: names.map((name, key) => ({ key, name })),
  });

  test.each([
    [['Quầy 1', ' '], [{ field: 'counter', key: 1, fault: 'empty' }]],
    [['Quầy 1', 'quầy 1 '], [{ field: 'counter', key: 1, fault: 'twice' }]],
    [[], [{ field: 'counters' }]],
    [['Quầy 1', 'Quầy 2', 'Bàn 3'], []],
  ])('%j has the faults %j', (names, faults) => {
    expect(faultsOf(withCounters(...names), 1)).toEqual(faults);
  });

  test('the same name written with separate marks is the same name', () => {
    expect(faultsOf(withCounters('Quầy 1', 'Quầy 1'.normalize('NFD')), 1)).toHaveLength(1);
  });
});

describe('series', () => {
  const rest = start.series[0] ?? { key: 1, letter: 'A', name: 'Tiếp dân', takesRest: true, procedures: [] };
  const withSeries = (...series: OfficeDraft['series'][number][]): OfficeDraft => ({ ...filled, series });

  test('each has its own letter, a name, and something to do', () => {
    const second = { key: 2, letter: 'a', name: ' ', takesRest: false, procedures: [] };
    expect(faultsOf(withSeries(rest, second), 1)).toEqual([
      { field: 'letter', key: 2, fault: 'twice' },
      { field: 'seriesName', key: 2 },
      { field: 'seriesProcedures', key: 2 },
    ]);
  });

  test.each(['', 'Đ', '1', 'ê'])('%j is no letter of a series', (letter) => {
    expect(faultsOf(withSeries({ ...rest, letter }), 1)).toEqual([
      { field: 'letter', key: 1, fault: 'shape' },
    ]);
  });

  test('one of them takes what no other names', () => {
    expect(faultsOf(withSeries({ ...rest, takesRest: false, procedures: ['activate'] }), 1)).toEqual([
      { field: 'seriesRest' },
    ]);
  });

  test('a new one gets the first free letter, until there is none', () => {
    expect(freeLetter([rest])).toBe('B');
    expect(
      freeLetter([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, key) => ({ ...rest, key, letter }))),
    ).toBeNull();
  });

  test('the only one left takes every procedure', () => {
    const second = {
      key: 2,
      letter: 'K',
      name: 'Kích hoạt',
      takesRest: false,
      procedures: ['activate' as const],
    };
    expect(faultsOf(withSeries(...withoutSeries([rest, second], 1)), 1)).toEqual([]);
    expect(withoutSeries([rest, second], 2)).toEqual([rest]);
  });

  test('a small letter is sent as a capital', () => {
    expect(setUpInput(withSeries({ ...rest, letter: 'k' })).series?.[0]?.letter).toBe('K');
  });
});

test('a new row has a key that none of the others has, whatever their order', () => {
  expect(nextKey([])).toBe(1);
  expect(nextKey([{ key: 4 }, { key: 7 }, { key: 2 }])).toBe(8);
});
