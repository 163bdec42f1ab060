import type { DayStatus } from '#shared/contract/day.ts';
import type { Office } from '#shared/contract/office.ts';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconCircleCheckFilled,
  IconExternalLink,
} from '@tabler/icons-react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useLive } from '#renderer/desk/live.ts';
import { useOpenWall } from '#renderer/desk/use-open-wall.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSettingsPage, type PageId } from '#renderer/settings/shown-page.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chip } from '#renderer/ui/chip.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { TryVoice } from '#renderer/voice/try-voice.tsx';
import { isQuiet, morningChecks } from './morning-facts.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import styles from './morning.module.css';

export function MorningChecks({
  status,
  office,
}: {
  readonly status: DayStatus | undefined;
  readonly office: Office | undefined;
}) {
  const text = useText();
  const openWall = useOpenWall();
  const language = useLanguage();
  const health = useDeskQuery('system.health', {}, { everyMs: 5_000 }).value;
  const copies = useDeskQuery('backup.status', {}).value;
  const data = useDeskQuery('data.status', {}).value;
  const connection = useLive((live) => live.connection);
  const now = useNow(60_000);
  const words = text.morning;
  if (
    status === undefined ||
    office === undefined ||
    health === undefined ||
    copies === undefined ||
    data === undefined
  ) {
    return (
      <section className={styles['health']} aria-busy="true">
        <p className={styles['greeting']}>{words.loading}</p>
      </section>
    );
  }
  const checks = morningChecks(
    { status, health, office, copies, data, connection, now: new Date(now).toISOString() },
    text,
    language,
  );
  const quiet = checks.filter(isQuiet);
  const toDo = checks.filter((check) => !isQuiet(check));
  const good = quiet.filter((check) => check.tone === 'good');
  return (
    <section className={styles['health']} aria-labelledby="morning-checks">
      <div className={styles['healthHead']}>
        <h2 id="morning-checks">{words.checks}</h2>
        <span className={styles['counts']}>
          {toDo.length > 0 && (
            <Chip tone="warn" icon={<IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />}>
              {words.toDo(toDo.length)}
            </Chip>
          )}
          <Chip tone="good" icon={<IconCheck size={16} stroke={1.75} aria-hidden="true" />}>
            {words.good(good.length)}
          </Chip>
        </span>
      </div>
      {toDo.length > 0 && (
        <div className={styles['toDo']}>
          {toDo.map((check) => (
            <Note
              key={check.key}
              tone={check.tone}
              title={words.check[check.key]}
              announce={check.tone === 'bad'}
              action={check.page !== undefined && <OpenPage page={check.page} />}
            >
              {check.says}
            </Note>
          ))}
        </div>
      )}
      <ul className={styles['checks']}>
        {quiet.map((check) => (
          <li key={check.key}>
            {check.tone === 'good' ? (
              <IconCircleCheckFilled size={18} className={styles['tick']} aria-hidden="true" />
            ) : (
              <IconCircle size={18} stroke={1.75} className={styles['untold']} aria-hidden="true" />
            )}
            <span className={styles['name']}>{words.check[check.key]}</span>
            <span className={styles['value']}>{check.says}</span>
            {check.key === 'wall' && (
              <Button
                size="small"
                variant="quiet"
                icon={<IconExternalLink size={14} stroke={1.75} aria-hidden="true" />}
                onClick={openWall}
              >
                {words.wallOpen}
              </Button>
            )}
            {check.key === 'voice' && office.settings.voice.on && (
              <TryVoice settings={office.settings.voice} counter={office.counters[0]?.name ?? ''} />
            )}
          </li>
        ))}
      </ul>
      <p className={styles['folder']}>
        {words.folder}: <span>{health.dataFolder}</span>
      </p>
    </section>
  );
}

function OpenPage({ page }: { readonly page: PageId }) {
  const words = useText().settings;
  const show = useSettingsPage();
  return (
    <Button size="small" onClick={() => show(page)}>
      {words.openPage(words.pages[page].name)}
    </Button>
  );
}
