import type { SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import type { Language } from '#shared/domain/language.ts';
import { QrCode } from '#renderer/paper/slip/qr-code.tsx';
import { Sheet } from '#renderer/paper/sheet.tsx';
import type { ReactNode } from 'react';
import type { HandoutFacts } from './facts.ts';
import styles from './handout.module.css';
import { formCode, HANDOUTS, type HandoutId } from './sheets.ts';
import type { SheetWords } from './sheet-words.tsx';

export const VNEID = 'https://vneid.gov.vn';

export type HandoutProps = {
  readonly sheet: HandoutId;
  readonly format: SheetFormat;
  readonly language: Language;
  readonly facts: HandoutFacts;
  readonly words: SheetWords;
};

/** What every handout has: which one it is, its title, whom to ask, the code of VNeID, and the rules it follows. */
export function HandoutSheet({ children, ...handout }: HandoutProps & { readonly children: ReactNode }) {
  const { sheet, format, language, words } = handout;
  const { handout: text } = catalogue(language);
  return (
    <Sheet format={format} foot={<Bottom {...handout} />}>
      <div className={styles['head']}>
        <p className={styles['kicker']}>
          <span>{text.number(HANDOUTS.findIndex((one) => one === sheet) + 1)}</span>
          <span>{text.sheetName[sheet]}</span>
        </p>
        <p className={styles['title']}>{words.title}</p>
        {['lead', 'lead2'].map((name) => (
          <Line key={name} className={styles['lead']}>
            {words.say(name)}
          </Line>
        ))}
      </div>
      {children}
    </Sheet>
  );
}

/** A paragraph, or nothing where the words are left out. */
export function Line({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return children === null ? null : <p className={className}>{children}</p>;
}

function Bottom({ sheet, format, language, facts, words }: HandoutProps) {
  const { handout: text } = catalogue(language);
  const { hotline } = facts.words;
  const { name, settings } = facts.office;
  const form = [text.form(formCode(sheet)), ...(words.own > 0 ? [text.ownWords] : [])].join(', ');
  return (
    <div className={styles['bottom']}>
      <div>
        <p className={styles['ask']}>{hotline === undefined ? text.ask : text.stuck}</p>
        {hotline === undefined ? null : <p className={styles['telephone']}>{hotline}</p>}
        <p>
          <b>{name}</b>
          {settings.address === '' ? null : `, ${settings.address}`}
          {settings.phone === '' ? null : `, ${text.phone(settings.phone)}`}
        </p>
        <SmallPrint {...{ form, language, facts }} />
      </div>
      <div className={styles['codes']}>
        {sheet === 'install' ? (
          <StoreCodes facts={facts} language={language} dots={format === 'a4' ? 6 : 4} />
        ) : null}
        <div className={styles['code']}>
          <QrCode content={VNEID} dots={format === 'a4' ? 9 : 6} label={`${text.site} vneid.gov.vn`} />
          <p>vneid.gov.vn</p>
        </div>
      </div>
    </div>
  );
}

/** The rules it follows, the form it is, and that it is not the law. */
export function SmallPrint({
  form,
  language,
  facts,
}: Pick<HandoutProps, 'language' | 'facts'> & { readonly form: string }) {
  const { handout: text } = catalogue(language);
  return (
    <>
      <p className={styles['small']}>{text.basis(facts.packTitle)}</p>
      <p className={styles['small']}>
        {form}. {text.notLaw}
      </p>
    </>
  );
}

type StoreCodesProps = Pick<HandoutProps, 'facts' | 'language'> & {
  /** Dots a square of the code. */
  readonly dots: number;
};

export function hasStoreCodes({ office }: HandoutProps['facts']): boolean {
  return Object.values(office.settings.storeAddresses).some((address) => address !== '');
}

/** Codes of the app stores, only where the office has given their addresses. */
export function StoreCodes({ facts, language, dots }: StoreCodesProps) {
  const { handout: text } = catalogue(language);
  const { storeAddresses } = facts.office.settings;
  return (['appStore', 'googlePlay'] as const).map((store) =>
    storeAddresses[store] === '' ? null : (
      <div key={store} className={styles['code']}>
        <QrCode content={storeAddresses[store]} dots={dots} label={`QR ${text.store[store]}`} />
        <p>{text.store[store]}</p>
      </div>
    ),
  );
}
