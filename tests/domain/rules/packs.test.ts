import { describe, expect, test } from 'vitest';
import { packShape, type RulePack } from '#shared/rules/pack-schema.ts';
import {
  SHIPPED_PACKS,
  applyOverrides,
  comparePacks,
  exportPack,
  packFor,
  readPack,
  sourcedValues,
} from '#shared/rules/packs.ts';

const copy = (pack: RulePack): Record<string, never> => JSON.parse(exportPack(pack));
const who = { by: 'leader-1', at: '2026-11-20T01:00:00Z', why: 'Thông báo của tỉnh' };

/** A shipped pack with one place changed; the path names tables by key. */
function broken(path: string, value: unknown, pack: RulePack = packFor('2026-11-20')): unknown {
  const draft = copy(pack);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const table = keys.reduce<Record<string, never>>((node, key) => node[key] ?? {}, draft) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete table[last];
  else table[last] = value;
  return draft;
}

describe('the pack of a business day', () => {
  test.each([
    ['2022-10-20', 'nd-59-2022'],
    ['2023-06-15', 'nd-59-2022'],
    ['2024-06-30', 'nd-59-2022'],
    ['2024-07-01', 'nd-69-2024'],
    ['2026-09-27', 'nd-69-2024'],
    ['2026-09-28', 'nd-320-2026'],
    ['2026-11-20', 'nd-320-2026'],
    ['2031-01-02', 'nd-320-2026'],
    ['2020-01-02', 'nd-59-2022'],
  ])('%s: %s', (day, id) => {
    expect(packFor(day).id).toBe(id);
  });

  test.each([
    [1, 2],
    [2, 1],
  ])(
    'of packs in force from the same day the higher version wins, in whichever order they come',
    (...order) => {
      const shipped = packFor('2026-11-20');
      const packs = order.map((step) => ({ ...shipped, id: `v${step}`, version: shipped.version + step }));
      expect(packFor('2026-11-20', null, packs).id).toBe('v2');
    },
  );

  test('of two packs in force the later one wins, were its version lower', () => {
    const [later, earlier] = [packFor('2026-11-20'), packFor('2023-06-15')];
    const packs = [
      { ...later, version: 1 },
      { ...earlier, version: 9, validTo: null },
    ];
    expect(packFor('2026-11-20', null, packs).id).toBe(later.id);
  });

  test('the last day of a pack is still its own', () => {
    const first = packFor('2023-06-15');
    const until = first.validTo?.value ?? '';
    expect(packFor(until).id).toBe(first.id);
  });

  test('a pin wins over the day; a pin to nothing is refused', () => {
    expect(packFor('2026-11-20', 'nd-59-2022').id).toBe('nd-59-2022');
    expect(packFor('2026-11-20', null).id).toBe('nd-320-2026');
    expect(() => packFor('2026-11-20', 'nd-99')).toThrow('nd-99');
  });
});

describe.each(SHIPPED_PACKS.map((pack) => [pack.id, pack] as const))('%s', (_id, pack) => {
  test('is read as it is, and from its export', () => {
    expect(readPack(pack)).toStrictEqual({ ok: true, pack });
    expect([...sourcedValues(packShape.parse(pack)).keys()]).toEqual([...sourcedValues(pack).keys()]);
    expect(readPack(JSON.parse(exportPack(pack)))).toStrictEqual({ ok: true, pack });
  });

  test('every value has a document of the pack, a place in it and a certainty', () => {
    const values = sourcedValues(pack);
    expect(values.size).toBeGreaterThan(80);
    for (const [path, node] of values) {
      const source = node['source'] as { document: string; article?: string; section?: string };
      expect(pack.documents[source.document], path).toBeDefined();
      expect(source.article ?? source.section, path).toBeTruthy();
      expect(node['certainty'], path).toMatch(/^(confirmed|second-hand|unconfirmed)$/);
    }
  });

  test('holds no telephone number but the hotline, and names no officer', () => {
    const text = exportPack(pack);
    expect(text.match(/\b0\d{2,3}[. ]?\d{3}[. ]?\d{3,4}\b/g)).toBeNull();
    expect(text).not.toMatch(/Trung tá|Thượng tá|Thiếu tướng|đồng chí/i);
  });
});

describe('the pack from 28/9/2026', () => {
  const [, before, now] = SHIPPED_PACKS as [RulePack, RulePack, RulePack];

  test('packs end where the next begins', () => {
    const [first] = SHIPPED_PACKS;
    expect([first?.validTo?.value, before.validTo?.value, now.validTo]).toEqual([
      '2024-06-30',
      '2026-09-27',
      null,
    ]);
  });

  test('dates a document that it adds by its day, or not at all: a month would be a guess', () => {
    const added = Object.entries(now.documents).filter(([id]) => before.documents[id] === undefined);
    expect(added.length).toBeGreaterThan(5);
    for (const [id, { date = '2026-01-01' }] of added) expect(date, id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('is sure of nothing but the rules of the program: nobody here read the signed text', () => {
    for (const [path, node] of sourcedValues(now)) {
      const { document, seen } = node['source'] as { document: string; seen?: string };
      if (document !== 'program') expect(node['certainty'], path).not.toBe('confirmed');
      if (document === 'nd-320') expect(seen, path).toBe('2026-11-29');
    }
  });

  test.each([before, now])('no letter of 2022–2023 confirms anything of $id (L15)', (pack) => {
    for (const [path, node] of sourcedValues(pack)) {
      const { document } = node['source'] as { document: string };
      if (pack.documents[document]?.letter !== undefined)
        expect(node['certainty'], path).not.toBe('confirmed');
    }
  });
});

describe('a broken pack is refused with the path of the fault', () => {
  test.each<[string, unknown, string]>([
    ['hotline', undefined, 'hotline'],
    ['limits.level-2.value', { value: 'ba', unit: 'working-day' }, 'limits.level-2.value.value'],
    ['limits.level-2.certainty', 'sure', 'limits.level-2.certainty'],
    ['limits.level-2.source', { document: 'nd-69' }, 'limits.level-2.source'],
    ['limits.level-2.source', { document: 'nd-99', article: 'Điều 1' }, 'limits.level-2.source.document'],
    ['validFrom.value', '2024-02-30', 'validFrom.value'],
    ['reasons.limit-level-2', undefined, 'routes.level-2-with-valid-card.then.reasons.3'],
    ['notes.residence-unknown', undefined, 'notes.residence-unknown'],
    ['papers.id-card', undefined, 'paperRules.card-in-hand.value.0'],
    ['limits.level-2', undefined, 'routes.level-2-with-valid-card.then.limit'],
    ['routes.unlock', undefined, 'routes'],
    ['routes.guidance.then.eligible', false, 'routes.guidance.then.procedure'],
    ['routes.organisation-account.then.procedure', undefined, 'routes.organisation-account.then'],
    ['places.foreigner-immigration', undefined, 'routes.foreigner-level-2'],
    ['bands.citizen-under-6', undefined, 'bands'],
    ['notes.never-told', { vi: 'a', en: 'b' }, 'notes.never-told'],
    ['bands.citizen-14.assumed', undefined, 'bands'],
    ['procedures.activate', undefined, 'procedures.activate'],
    ['surprise', true, ''],
  ])('%s = %j', (path, value, fault) => {
    const reading = readPack(broken(path, value));
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.faults.map((entry) => entry.path)).toContain(fault);
  });

  test('a combination no route decides is named', () => {
    const reading = readPack(broken('routes.unlock', undefined));
    if (reading.ok) throw new Error('the pack was taken');
    expect(reading.faults.map((fault) => fault.message)).toContain(
      'no route decides citizen-14 × unlock × valid',
    );
  });

  test('a route that can never decide is refused', () => {
    const pack = packFor('2026-11-20');
    const guidance = pack.routes['guidance'];
    const reading = readPack(broken('routes.guidance-again', guidance));
    if (reading.ok) throw new Error('the pack was taken');
    expect(reading.faults.map((fault) => fault.path)).toContain('routes.guidance-again');
  });

  test.each([[null], [42], ['{}'], [[]], [{}]])('%j is no pack', (value) => {
    expect(readPack(value).ok).toBe(false);
  });
});

describe("an office's own values", () => {
  const pack = packFor('2026-11-20');

  test('stand over the original with who, when and why', () => {
    const changed = applyOverrides(pack, [{ path: 'hotline', value: '1900 0000', ...who }]);
    if (!changed.ok) throw new Error('refused');
    expect(changed.pack.hotline).toMatchObject({
      value: '1900 0000',
      certainty: 'confirmed',
      overridden: { original: pack.hotline.value, certainty: 'second-hand', ...who },
    });
    expect(pack.hotline.overridden).toBeUndefined();
  });

  test('changed twice, the shipped value stays the original', () => {
    const changed = applyOverrides(pack, [
      { path: 'hotline', value: '1900 0000', ...who },
      { path: 'hotline', value: '1900 0001', ...who },
    ]);
    if (!changed.ok) throw new Error('refused');
    expect(changed.pack.hotline.overridden?.original).toBe(pack.hotline.value);
  });

  test.each<[string, unknown]>([
    ['hotline', ''],
    ['limits.level-2', { value: -1, unit: 'working-day' }],
    ['limits.no-such', { value: 1, unit: 'working-day' }],
    ['limits', {}],
    ['id', 'other'],
    ['__proto__.polluted', true],
  ])('%s = %j is refused', (path, value) => {
    expect(applyOverrides(pack, [{ path, value, ...who }]).ok).toBe(false);
  });
});

describe('comparing packs', () => {
  const [older, newer] = SHIPPED_PACKS as [RulePack, RulePack];

  test('a pack against itself has no differences', () => {
    expect(comparePacks(newer, newer)).toEqual([]);
  });

  test('tells what was added, removed and changed', () => {
    const differences = comparePacks(older, newer);
    const at = (path: string) => differences.find((difference) => difference.path === path);
    expect(at('contact.needs')).toMatchObject({
      kind: 'changed',
      before: 'phone-or-email',
      after: 'own-phone',
    });
    expect(at('bands.citizen-6-14.from')).toMatchObject({ kind: 'added', after: 6 });
    expect(at('notes.phone-or-email')).toMatchObject({ kind: 'removed' });
    expect(at('limits.level-2')).toBeUndefined();
  });
});
