import { IconPackage } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useSettingsPage } from '#renderer/settings/shown-page.ts';
import { Button } from '#renderer/ui/button.tsx';
import styles from './reminders-band.module.css';

/** No event tells that a stick was plugged in. */
const ASK_MS = 60_000;

/** To a leader: a newer version lies in the watched folder, or how the update ended that was started here. */
export function UpdateBand() {
  const words = useText().settings.update;
  const isLeader = useDeskQuery('session.show', {}).value?.role === 'leader';
  const state = useDeskQuery('update.state', {}, { enabled: isLeader, everyMs: ASK_MS }).value;
  const showPage = useSettingsPage();
  if (!isLeader || state === undefined) return null;
  const { last, found, version } = state;
  const says =
    last?.outcome === 'installed'
      ? words.installed(last.from, last.to)
      : last?.outcome === 'failed'
        ? words.failed(last.to, version)
        : found !== null && words.newer(found.version);
  if (says === false) return null;
  return (
    <div className={styles['band']} role="status">
      <IconPackage size={18} stroke={1.75} aria-hidden="true" />
      <p>{says}</p>
      <Button size="small" onClick={() => showPage('update')}>
        {words.toPage}
      </Button>
    </div>
  );
}
