import { useLanguage } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ColumnHead, SectionHead } from '#renderer/ui/heads.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { NumberText } from '#renderer/ui/number-text.tsx';
import type { LevelOffice } from '#shared/contract/level-shapes.ts';
import { localDay } from '#shared/domain/calendar/business-date.ts';
import { formatDay } from '#shared/text/format.ts';
import { IconKey, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelWords } from '../client/words.ts';
import { Fingerprint } from '../frame/fingerprint.tsx';
import { AcceptKey } from './accept-key.tsx';
import { ChangeFacts } from './change-facts.tsx';
import { CloseOffice } from './close-office.tsx';
import { LineToken } from './line-token.tsx';
import styles from './office.module.css';
import { OfficeTargets } from './office-targets.tsx';

/** The right column: who the office is, its key, its targets, and what ends it. */
export function OfficeSide({ office }: { readonly office: LevelOffice }) {
  const { level, levelOffice: words, levelOffices } = useLevelWords();
  const language = useLanguage();
  const [dialog, setDialog] = useState<'facts' | 'key' | null>(null);
  const close = () => setDialog(null);
  const { code, name, group, telephone, registeredOn, weekdays, closed, keyId, newKey } = office;
  const facts = [
    [words.facts.code, code],
    [words.facts.group, group === '' ? level.noGroup : group],
    [words.facts.telephone, telephone === '' ? level.missingSheet.noTelephone : telephone],
    [words.facts.weekdays, weekdays.map((day) => levelOffices.register.weekday[day - 1]).join(', ')],
    [words.facts.since, formatDay(registeredOn, language)],
  ] as const;
  return (
    <section className={styles['side']} aria-label={name}>
      <ColumnHead title={name} />
      <div className={styles['sideBody']}>
        {closed === null ? null : (
          <Note className={styles['sideNote']}>
            {words.facts.closed(formatDay(closed.on, language), closed.reason)}
          </Note>
        )}
        <dl className={styles['facts']}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <NumberText>{value}</NumberText>
              </dd>
            </div>
          ))}
        </dl>
        <div className={styles['buttons']}>
          <Button size="small" icon={<IconPencil aria-hidden="true" />} onClick={() => setDialog('facts')}>
            {words.facts.change}
          </Button>
        </div>
        <SectionHead title={words.key.title} />
        <div className={styles['keyPart']}>
          {newKey === null ? null : (
            <Note tone="warn" title={words.key.waiting(formatDay(localDay(newKey.since), language))}>
              {words.key.waitingHelp}
            </Note>
          )}
          <Fingerprint keyId={keyId} label={words.key.fingerprint} />
          <Button
            size="small"
            variant={newKey === null ? 'plain' : 'primary'}
            icon={<IconKey aria-hidden="true" />}
            onClick={() => setDialog('key')}
          >
            {newKey === null ? words.key.change : words.key.accept}
          </Button>
        </div>
        <OfficeTargets office={office} />
        <LineToken office={office} />
        <CloseOffice office={office} />
      </div>
      {dialog === 'facts' ? <ChangeFacts office={office} onClose={close} /> : null}
      {dialog === 'key' ? <AcceptKey office={office} onClose={close} /> : null}
    </section>
  );
}
