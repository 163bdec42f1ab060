import { catalogue } from '#shared/text/catalogue.ts';
import { expect, test } from './desk-test.ts';
import { fitFaults, SIZES } from './fit-faults.ts';
import { Officer } from './officer.ts';
import { issue, openOffice } from './ready-office.ts';
import { callNext, goToCounter, nameField, startServing } from './screens.ts';

const LONG = 'Nguyễn Hoàng Phương Uyên Thảo Nguyên Công Tằng Tôn Nữ';

test('reception and a counter fit six sizes in both languages: nothing cut, nothing over another', async ({
  host,
  openWindow,
}) => {
  await openOffice(host);
  for (let person = 0; person < 8; person += 1) await issue(host, LONG, { priority: person % 2 === 0 });
  const page = await openWindow();
  const officer = new Officer(page);
  await expect(nameField(page)).toBeFocused();
  for (const language of ['vi', 'en'] as const) {
    const words = catalogue(language);
    if (language === 'en') await officer.command('english', 'English');
    for (const place of ['reception', 'counter'] as const) {
      if (place === 'reception') {
        await officer.press('F2');
        await expect(nameField(page, words)).toBeFocused();
      } else {
        await goToCounter(officer, 'Quầy 1', words);
        if (language === 'vi') {
          await callNext(officer, words);
          await startServing(officer, words);
        }
      }
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await expect
          .soft(async () => expect(await fitFaults(page), `${place}, ${language}, ${size.width}`).toEqual([]))
          .toPass({ timeout: 3_000 });
      }
    }
  }
});
