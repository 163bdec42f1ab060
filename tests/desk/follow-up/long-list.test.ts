import { expect, test } from 'vitest';
import { listFollowed } from '#electron/desk/account/follow-up-list.ts';
import { officeId } from '#electron/desk/store/rows/office-row.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { FRIDAY, taken } from './follow-up-desk.ts';

test('a list longer than what is sorted at once shows everybody once: the first of it by name, the others behind them', () => {
  const desk = openTestDesk();
  for (const [index, name] of ['Dung', 'Bé', 'Yến', 'Ân', 'Đức'].entries())
    taken(desk, { person: `Vũ Thị ${name}`, idNumber: `00119000001${index}` });
  const shown = ['Vũ Thị Ân', 'Vũ Thị Đức', 'Vũ Thị Yến', 'Vũ Thị Bé', 'Vũ Thị Dung'];
  const page = (offset: number, limit: number) =>
    listFollowed(
      desk.store,
      officeId(desk.store),
      { list: 'all', today: FRIDAY, search: '', order: 'name', limit, offset },
      3,
    ).map(({ full_name }) => full_name);
  for (let offset = 0; offset <= shown.length; offset += 1) {
    for (let limit = 1; limit <= shown.length; limit += 1)
      expect(page(offset, limit), `${offset} ${limit}`).toEqual(shown.slice(offset, offset + limit));
  }
});
