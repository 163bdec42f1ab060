import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { HandoutPages } from './handout-printing.ts';
import { papersOf, SHEETS } from '#renderer/handouts/sheets.ts';
test('look', async () => {
  const desk = openTestDesk({
    settings: {
      superior: 'Công an tỉnh Lam Giang',
      address: 'Số 12 đường Hoa Gạo, phường Bình Minh',
      openingHours: '07:30–11:30, 13:30–17:00',
      directory: [
        {
          officeId: 'x',
          name: 'Điểm cấp thẻ Công an tỉnh',
          kind: 'province-office',
          procedures: ['level-2-with-card'],
          open: true,
          address: 'Số 1 đường Lá',
          hours: '8–17',
        },
      ],
    } as never,
  });
  for (let i = 0; i < 40; i++)
    desk.issue({ name: ['Nguyễn Thị Bưởi', 'Đặng Văn Ổn', 'Trần Thị Nữ'][i % 3]!, priority: i % 7 === 0 });
  for (let i = 0; i < 5; i++) desk.finish(desk.serveNext(), i < 3 ? 'referred' : 'taken');
  const pages = await HandoutPages.start(desk);
  mkdirSync('/tmp/hd/out', { recursive: true });
  for (const sheet of SHEETS)
    for (const paper of papersOf(sheet))
      for (const lang of ['vi', 'en']) {
        if (sheet === 'call-rule') continue;
        await pages.open(desk, sheet, paper, lang);
        writeFileSync(`/tmp/hd/out/${sheet}-${paper}-${lang}.pdf`, await pages.pdf());
      }
  await pages.stop();
}, 120000);
