import type { LevelMaterial } from '#electron/books/level-book.ts';
import { LEVEL_FIGURES, type LevelFigures } from '#shared/domain/level/figures.ts';

const own = { name: 'Công an tỉnh Lam Giang', code: 'LG', receivingLevel: 'Cục nghiệp vụ' };

function figuresOf(seed: number): LevelFigures {
  const [level2, level2WithCard, first] = [20 + seed, seed % 7, seed % 3];
  const taken = level2 + level2WithCard + first;
  return {
    issued: taken + 9,
    requests: taken + 12,
    taken,
    activated: seed,
    activatedLevel1: seed % 2,
    referred: seed % 4,
    papersMissing: seed % 5,
    level1: first + 2,
    level2,
    level2WithCard,
    staffTaken: 1,
    staffActivated: seed === 0 ? 0 : 1,
  };
}

function sum(all: readonly LevelFigures[]): LevelFigures {
  return Object.fromEntries(
    LEVEL_FIGURES.map((figure) => [figure, all.reduce((whole, one) => whole + one[figure], 0)]),
  ) as LevelFigures;
}

/** A month of offices in two groups, some of them missing days, for the books of a level. */
export function levelMaterial(offices = 12): LevelMaterial {
  const rows = Array.from({ length: offices }, (_, index) => ({
    code: `LG-${String(index + 1).padStart(3, '0')}`,
    name: index === 3 ? '=Công an xã Ea Mơ' : `Công an xã Mẫu số ${index + 1}`,
    group: index % 2 === 0 ? 'Trung tâm' : 'Miền núi',
    telephone: '0200 000 600',
    days: index % 5 === 0 ? 20 : 21,
    expected: 21,
    unsigned: index === 1 ? 2 : 0,
    missing: index % 5 === 0 ? ['2026-11-12'] : [],
    figures: figuresOf(index),
  }));
  const one = { office: 'LG-002', name: 'Công an xã Mẫu số 2' };
  return {
    own,
    signer: { title: 'Trưởng phòng', name: 'Nguyễn Văn Mẫu' },
    group: undefined,
    parts: null,
    period: {
      from: '2026-11-01',
      to: '2026-11-30',
      offices: rows,
      groups: ['Trung tâm', 'Miền núi'].map((group) => {
        const inGroup = rows.filter((row) => row.group === group);
        return { group, offices: inGroup.length, figures: sum(inGroup.map(({ figures }) => figures)) };
      }),
      total: sum(rows.map(({ figures }) => figures)),
      line: [{ at: '2026-11-12', figures: sum(rows.map(({ figures }) => figures)) }],
    },
    causes: {
      inactive: [{ reason: 'no-device', ...one, count: 4 }],
      referrals: [{ place: 'Công an tỉnh', reason: 'card-needed', ...one, count: 2 }],
      notes: [{ kind: 'difficulties', businessDay: '2026-11-12', ...one, text: 'Mất điện từ 9 giờ' }],
      doubts: [{ code: 'parts-differ', businessDay: '2026-11-12', ...one, parts: [119, 1068], stated: 2352 }],
    },
    targets: [
      {
        officeCode: 'LG-002',
        name: one.name,
        group: 'Miền núi',
        level: 'level-2',
        from: '2026-01-01',
        dueOn: '2026-12-31',
        target: 2150,
        before: 100,
        activated: 1323,
        remaining: 827,
        percent: 6153,
        pace: 38,
        late: true,
      },
    ],
  };
}
