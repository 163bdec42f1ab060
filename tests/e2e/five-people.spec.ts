import type { CardState, Outcome, Procedure, Subject } from '#shared/domain/procedure/vocabulary.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { type InventedPerson, qrCanCuoc, qrCccd, seededRandom } from '#tests/support/invented-cards.ts';
import { wantsAll } from '#tests/support/sizes.ts';
import { expect, printedSheets, test } from './desk-test.ts';
import { Officer } from './officer.ts';
import { openOffice } from './ready-office.ts';
import {
  callNext,
  goToCounter,
  nameField,
  paperRows,
  saveNumber,
  startServing,
  ticketPane,
} from './screens.ts';

const thisYear = new Date().getFullYear();
const holder: InventedPerson = {
  idNumber: '001185004321',
  fullName: 'Đặng Thị Thẻ Còn',
  birthDate: '1985-03-09',
  sex: 'female',
  address: 'Thôn Ví Dụ, Xã Thử, Huyện Mẫu, Tỉnh Ví Dụ',
  // Within the two years before forty: good to the next age.
  issuedOn: '2024-05-04',
};
const parent: InventedPerson = {
  ...holder,
  idNumber: '001090112233',
  fullName: 'Vũ Văn Phụ Huynh',
  birthDate: '1990-01-02',
  sex: 'male',
};
const head: InventedPerson = {
  ...holder,
  idNumber: '001079556677',
  fullName: 'Ngô Văn Đại Diện',
  birthDate: '1979-11-30',
  sex: 'male',
};
const PASSPORT = `P<UTOEXEMPLE<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<\nX12345678<UTO9001014F3001012<<<<<<<<<<<<<<06`;
const PROVINCE = 'Phòng cấp thẻ tỉnh Ví Dụ';
const IMMIGRATION = 'Phòng xuất nhập cảnh tỉnh Ví Dụ';

type Visit = {
  readonly who: string;
  readonly name: string;
  readonly scan: string;
  /** Typed after a scan that told no name. */
  readonly typed?: { readonly name: string; readonly birth: string };
  readonly subject?: Subject;
  readonly ward?: { readonly name: string; readonly birth: string };
  readonly card?: CardState;
  readonly residesHere?: 'no';
  readonly procedure: Procedure;
  /** The office this person is sent to; absent when it is done here. */
  readonly sentTo?: string;
  readonly outcome: Outcome;
};

const visits: readonly Visit[] = [
  {
    who: 'a valid card',
    name: holder.fullName,
    scan: qrCccd(holder),
    procedure: 'level-2',
    outcome: 'taken',
  },
  {
    who: 'a lost card, from elsewhere',
    name: 'Hoàng Văn Mất',
    scan: '001092123456',
    typed: { name: 'Hoàng Văn Mất', birth: '15071992' },
    card: 'lost',
    residesHere: 'no',
    procedure: 'level-2-with-card',
    sentTo: PROVINCE,
    outcome: 'referred',
  },
  {
    who: 'a child of eight',
    name: 'Vũ Minh Bé',
    scan: qrCanCuoc(parent, seededRandom(3)),
    subject: 'guarded',
    ward: { name: 'Vũ Minh Bé', birth: `0101${thisYear - 8}` },
    card: 'none',
    procedure: 'level-2-with-card',
    outcome: 'taken',
  },
  {
    who: 'a foreigner',
    name: 'Marie Exemple',
    scan: PASSPORT,
    typed: { name: 'Marie Exemple', birth: '01011990' },
    subject: 'foreigner',
    procedure: 'level-2',
    sentTo: IMMIGRATION,
    outcome: 'referred',
  },
  {
    who: 'an organisation',
    name: head.fullName,
    scan: qrCccd(head),
    subject: 'organisation',
    procedure: 'organisation',
    outcome: 'taken',
  },
];

// The screens in the other language are of language.spec.ts.
for (const language of wantsAll('VISITS') ? LANGUAGES : (['vi'] as const)) {
  test(
    `people of all kinds from scan to outcome (${language})`,
    { tag: '@slow' },
    async ({ host, openWindow }) => {
      await openOffice(host, {
        directory: [
          {
            officeId: 'tinh',
            name: PROVINCE,
            kind: 'province-office',
            procedures: ['level-2-with-card'],
            open: true,
            coversHere: true,
          },
          {
            officeId: 'xnc',
            name: IMMIGRATION,
            kind: 'immigration',
            procedures: ['level-1', 'level-2'],
            open: true,
          },
        ],
      });
      const page = await openWindow();
      const words = catalogue(language);
      const text = words.reception;
      const officer = new Officer(page);
      await expect(nameField(page)).toBeFocused();
      if (language === 'en') await officer.command('english', 'English');
      await expect(nameField(page, words)).toBeFocused();

      for (const [place, visit] of visits.entries()) {
        await test.step(`reception: ${visit.who}`, async () => {
          await officer.scan(visit.scan);
          if (visit.scan === PASSPORT)
            await expect(page.getByText(text.reading.reason.passport)).toBeVisible();
          if (visit.typed === undefined) await expect(nameField(page, words)).not.toHaveValue('');
          else {
            await officer.type(visit.typed.name);
            await officer.press('Enter', 'Enter');
            await expect(page.getByRole('textbox', { name: text.birthDate })).toBeFocused();
            await officer.type(visit.typed.birth);
          }
          if (visit.subject !== undefined) await officer.choose(text.whom, text.subject[visit.subject]);
          if (visit.ward !== undefined) {
            await officer.tabTo(page.getByRole('textbox', { name: text.otherName.guarded }));
            await officer.type(visit.ward.name);
            await officer.press('Tab');
            await officer.type(visit.ward.birth);
          }
          if (visit.card !== undefined) await officer.choose(text.card, text.cards[visit.card]);
          if (visit.residesHere !== undefined)
            await officer.choose(text.residence, text.residesHere[visit.residesHere]);
          const procedure = words.common.procedure[visit.procedure];
          await expect(
            page.getByText(
              visit.sentTo === undefined ? text.verdict.here(procedure) : text.verdict.elsewhere(procedure),
            ),
          ).toBeVisible();
          if (visit.sentTo !== undefined)
            await expect(page.getByText(`${text.where}: ${visit.sentTo}`)).toBeVisible();
          expect(await saveNumber(officer, 'F8', words)).toBe(`A00${place + 1}`);
        });
      }

      await goToCounter(officer, 'Quầy 1', words);
      for (const [place, visit] of visits.entries()) {
        await test.step(`counter: ${visit.who}`, async () => {
          expect(await callNext(officer, words)).toBe(`A00${place + 1}`);
          await expect(ticketPane(page, words)).toContainText(visit.name);
          await startServing(officer, words);
          await expect(page.getByRole('tab')).toContainText([words.common.procedure[visit.procedure]]);
          const rows = paperRows(page, words);
          await expect(rows.and(page.locator(':focus'))).toHaveCount(1);
          const first = await rows.evaluateAll((all) =>
            all.findIndex((row) => row === document.activeElement),
          );
          for (const [at, row] of (await rows.allInnerTexts()).entries()) {
            if (at < first) continue;
            await expect(rows.nth(at)).toBeFocused();
            await officer.press(row.includes(words.common.required) ? '1' : '4');
          }
          if (visit.outcome !== 'taken')
            await officer.choose(words.counter.outcome, words.common.outcome[visit.outcome]);
          await expect(page.getByRole('radio', { name: words.common.outcome[visit.outcome] })).toBeChecked();
          const before = (await printedSheets(page)).length;
          await officer.press('F8');
          await expect(ticketPane(page, words)).toContainText(
            words.common.outcome[visit.outcome].toLowerCase(),
          );
          await expect.poll(async () => (await printedSheets(page)).length).toBe(before + 1);
          const slip = (await printedSheets(page)).at(-1) ?? '';
          expect(slip).toContain('PHIẾU HƯỚNG DẪN');
          expect(slip).toContain(visit.name);
          if (visit.sentTo !== undefined) expect(slip).toContain(visit.sentTo);
        });
      }
    },
  );
}
