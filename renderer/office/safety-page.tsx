import { IconAlertTriangle, IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { EncryptDialog } from '#renderer/safety/encrypt-dialog.tsx';
import { PassphraseDialog, RenewDialog } from '#renderer/safety/passphrase-dialogs.tsx';
import { Page } from '#renderer/settings/page.tsx';
import { useShownPage } from '#renderer/settings/shown-page.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { join } from '#renderer/ui/join.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { safetyFacts, type SafetyFact } from './safety-facts.ts';
import styles from './safety-page.module.css';

type Act = SafetyFact['acts'][number];

const icons = { good: IconCircleCheckFilled, plain: IconCircle, warn: IconAlertTriangle };

/** One line for each thing that is kept safe, the answer first; only what needs a hand is tinted. */
export function SafetyPage() {
  const text = useText();
  const words = text.safety.page;
  const language = useLanguage();
  const data = useDeskQuery('data.status', {}).value;
  const copies = useDeskQuery('backup.status', {}).value;
  const health = useDeskQuery('system.health', {}, { everyMs: 5_000 }).value;
  const isDayOpen = useDeskQuery('day.status', {}).value?.open != null;
  const showPage = useShownPage((state) => state.show);
  const now = useNow(60_000);
  const [dialog, setDialog] = useState<Act | null>(null);
  if (data === undefined || copies === undefined || health === undefined) return null;
  const facts = safetyFacts({ data, copies, health, now: new Date(now).toISOString() }, text, language);
  const toDo = facts.filter(({ tone }) => tone === 'warn').length;
  const close = () => setDialog(null);
  const act = (which: Act) =>
    which === 'copies' || which === 'personal' || which === 'data' ? showPage(which) : setDialog(which);
  const actWord = (which: Act) =>
    which === 'encrypt'
      ? words.encrypt
      : which === 'passphrase'
        ? words.changePassphrase
        : which === 'renew'
          ? words.renew
          : words.see;
  return (
    <Page id="safety" what={words.what}>
      <p className={styles['counts']}>
        {toDo > 0 && (
          <Chip tone="warn" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />}>
            {words.toDo(toDo)}
          </Chip>
        )}
        <Chip tone="good">{words.good(facts.filter(({ tone }) => tone === 'good').length)}</Chip>
      </p>
      <ul className={styles['facts']}>
        {facts.map(({ key, tone, is, says, acts }) => {
          const Icon = icons[tone];
          return (
            <li key={key} className={join(styles['fact'], styles[tone])}>
              <Icon size={20} stroke={1.75} aria-hidden="true" className={styles['icon']} />
              <span className={styles['name']}>{words[key]}</span>
              <span className={styles['body']}>
                <strong>{is}</strong> {says}
              </span>
              <span className={styles['acts']}>
                {acts.map((which) => (
                  <Button
                    key={which}
                    size="small"
                    aria-label={`${words[key]}: ${actWord(which)}`}
                    disabledReason={which === 'encrypt' && isDayOpen ? words.dayFirst : undefined}
                    onClick={() => act(which)}
                  >
                    {actWord(which)}
                  </Button>
                ))}
              </span>
              {acts.includes('encrypt') && isDayOpen && (
                <span className={styles['why']}>{words.dayFirst}</span>
              )}
            </li>
          );
        })}
      </ul>
      {dialog === 'encrypt' && <EncryptDialog opensItself={health.keepsKeys} onClose={close} />}
      {dialog === 'passphrase' && <PassphraseDialog onClose={close} />}
      {dialog === 'renew' && <RenewDialog isProven={data.recoveryProven} onClose={close} />}
    </Page>
  );
}
