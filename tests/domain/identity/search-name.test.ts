import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compareNames } from '#shared/domain/identity/compare-names.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { matchesName, nameQuery } from '#shared/domain/identity/search-name.ts';
import { fc } from '#tests/support/property.ts';
import { people } from './sample-card.ts';
import { size } from '#tests/support/sizes.ts';

const runs = size('PROPERTY_RUNS', 100, 2000);

/** Whether the store's full text finds a name, as the table of people keeps it. */
function asStored(): (search: string, name: string) => boolean {
  const store = new Database(':memory:');
  onTestFinished(() => void store.close());
  store.exec(
    "CREATE VIRTUAL TABLE person_name USING fts5 (folded_name, prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 0')",
  );
  return (search, name) => {
    store.exec('DELETE FROM person_name');
    store.prepare('INSERT INTO person_name (folded_name) VALUES (?)').run(foldName(name));
    const query = nameQuery(search);
    return (
      query !== null &&
      store.prepare('SELECT 1 FROM person_name WHERE person_name MATCH ?').get(query) !== undefined
    );
  };
}

describe('one folding for every search', () => {
  test.each([
    ["H'Bia Niê", ['hbia', 'h bia', "h'bia", 'h’bia', 'bia', 'nie hbia', 'hbianie', 'H BIA NIE']],
    ['HBia Niê', ['hbia', 'h bia', "h'bia"]],
    ["O'Brien Liam", ['obrien', "o'brien", 'o brien', 'liam obrien']],
    ["Ksor H'Lan", ['hlan', 'ksor hlan', 'ksorh']],
    ['Kim Ji-sung', ['jisung', 'ji sung', 'ji-sung', 'kimjisung']],
    ['Y-Thông Kbuôr', ['y thong', 'ythong', 'thong']],
    ['Nguyễn Thị An', ['nguyen an', 'NGUYỄN', 'thi', 'nguyenthian', 'ng']],
  ])('%s', (name, searches) => {
    const stored = asStored();
    for (const search of searches) {
      expect([search, matchesName(search, name)]).toEqual([search, true]);
      expect([search, stored(search, name)]).toEqual([search, true]);
    }
    for (const search of ['zung', `${searches[0]} zung`, 'ia'])
      expect([search, matchesName(search, name), stored(search, name)]).toEqual([search, false, false]);
  });

  test('memory and store agree, and every name is found by its words in any order, joined or apart', () => {
    const stored = asStored();
    const names = people(41).map(({ fullName }) => fullName);
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), fc.nat(), (name, other, at) => {
        const words = foldName(name)
          .split(/[^a-z]+/)
          .filter(Boolean);
        for (const search of [
          name,
          words.toReversed().join(' '),
          words
            .slice(at % words.length)
            .slice(0, 2)
            .join(''),
        ])
          expect([search, matchesName(search, name), stored(search, name)]).toEqual([search, true, true]);
        const [word = ''] = foldName(other).split(' ');
        expect([word, name, stored(word, name)]).toEqual([word, name, matchesName(word, name)]);
      }),
      { numRuns: runs },
    );
  });
});

describe('the order of names', () => {
  test('given name first, then family and middle names, by the Vietnamese alphabet', () => {
    const sorted = [
      'Trần Văn An',
      'Lê Thị Ân',
      'Lê Văn Bình',
      'Nguyễn Thị Dung',
      'Nguyễn Văn Dũng',
      'Phạm Đạt',
      'Đặng Thị Hà',
      'Nguyễn Thị Hà',
      'Nguyễn Thị Hạ',
      'Trần Ước',
    ];
    expect(sorted.toReversed().toSorted(compareNames)).toEqual(sorted);
  });
});
