import paperStyles from '#renderer/paper/sheet.module.css';
import { join } from '#renderer/ui/join.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { QrCode } from '#renderer/paper/slip/qr-code.tsx';
import { Sheet } from '#renderer/paper/sheet.tsx';
import { StepList } from './blocks.tsx';
import { hasStoreCodes, Line, SmallPrint, StoreCodes, VNEID, type HandoutProps } from './handout-sheet.tsx';
import styles from './handout.module.css';
import { formCode } from './sheets.ts';

/** Read from two metres away: a large code, what it is for, where to go, and room to write a visit by hand. */
export function PosterSheet(handout: HandoutProps) {
  const { sheet, format, language, facts, words } = handout;
  const { handout: text } = catalogue(language);
  const { office } = facts;
  const { hotline } = facts.words;
  const stores = hasStoreCodes(facts);
  const form = [text.form(formCode(sheet)), ...(words.own > 0 ? [text.ownWords] : [])].join(', ');
  return (
    <Sheet
      format={format}
      foot={
        <div className={styles['bottom']}>
          <div>
            <p className={styles['ask']}>{hotline === undefined ? text.ask : text.stuck}</p>
            {hotline === undefined ? null : <p className={styles['posterTelephone']}>{hotline}</p>}
            <SmallPrint {...{ form, language, facts }} />
          </div>
          <div className={styles['codes']}>
            {stores ? (
              <div className={styles['code']}>
                <QrCode content={VNEID} dots={format === 'a4' ? 9 : 6} label={`${text.site} vneid.gov.vn`} />
                <p>vneid.gov.vn</p>
              </div>
            ) : null}
          </div>
        </div>
      }
    >
      <div className={styles['poster']}>
        <div className={styles['posterOffice']}>
          {office.settings.superior === '' ? null : <p>{office.settings.superior}</p>}
          <p>
            <b>{office.name}</b>
          </p>
        </div>
        <p className={styles['posterTitle']}>{words.title}</p>
        <Line className={styles['posterLead']}>{words.say('lead')}</Line>
        <div className={styles['posterGo']}>
          {stores ? (
            <div className={join(styles['codes'], styles['large'])}>
              <StoreCodes facts={facts} language={language} dots={format === 'a4' ? 12 : 8} />
            </div>
          ) : (
            <div>
              <QrCode content={VNEID} dots={format === 'a4' ? 27 : 18} label={`${text.site} vneid.gov.vn`} />
              <p className={styles['site']}>vneid.gov.vn</p>
            </div>
          )}
          <StepList words={words} stem="step" count={5} />
        </div>
        <Line className={styles['strong']}>{words.say('check')}</Line>
      </div>
      <div className={join(styles['part'], paperStyles['half'])}>
        <Line className={styles['partTitle']}>{words.say('whereTitle')}</Line>
        <p>
          <b>{office.name}</b>
        </p>
        {office.settings.address === '' ? null : <p>{office.settings.address}</p>}
        {office.settings.openingHours === '' ? null : (
          <p>
            <b>{office.settings.openingHours}</b>
          </p>
        )}
        {office.settings.phone === '' ? null : (
          <p>
            <b>{text.phone(office.settings.phone)}</b>
          </p>
        )}
      </div>
      <div className={join(styles['part'], paperStyles['half'])}>
        <Line className={styles['partTitle']}>{words.say('visitTitle')}</Line>
        {['visitAt', 'visitOn'].map((name) =>
          words.say(name) === null ? null : (
            <p key={name} className={styles['write']}>
              <span>{words.say(name)}</span>
              <i />
            </p>
          ),
        )}
        <Line>{words.say('bring')}</Line>
      </div>
    </Sheet>
  );
}
