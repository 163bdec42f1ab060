import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { useOpenWall } from '#renderer/desk/use-open-wall.ts';
import { useSettingsPage } from '#renderer/settings/shown-page.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconVolumeOff } from '@tabler/icons-react';
import { useState } from 'react';
import styles from '../frame/frame.module.css';

/** No event tells that a window has gone silent; while one is missed, it is looked for more often. */
const ASK_MS = 30_000;
const ASK_AGAIN_MS = 5_000;

/** Calls should be read aloud and are heard from nowhere: at which PC, and what to do there. Goes by itself. */
export function SilentBand() {
  const text = useText();
  const words = text.frame.silentBand;
  const [everyMs, ask] = useState(ASK_MS);
  const silent = useDeskQuery('voice.silent', {}, { everyMs }).value ?? [];
  const wished = silent.length > 0 ? ASK_AGAIN_MS : ASK_MS;
  if (wished !== everyMs) ask(wished);
  const openWall = useOpenWall();
  const showPage = useSettingsPage();
  if (silent.length === 0) return null;
  const isWallClosed = silent.some(({ here, where, why }) => here && where === 'wall' && why === 'closed');
  return (
    <section className={styles['band']} aria-label={words.label}>
      <IconVolumeOff size={20} stroke={1.75} aria-hidden="true" />
      <div className={styles['bandText']} role="alert">
        <strong className={styles['bandTitle']}>{words.title}</strong>
        {silent.map(({ deviceId, here, name, where, why }) => (
          <span key={deviceId} className={styles['bandHelp']}>
            {`${here ? words.here : name === '' ? words.mainPc : name}: ${words.why[where][why]}`}{' '}
          </span>
        ))}
      </div>
      <div className={styles['bandActions']}>
        {isWallClosed && (
          <Button size="small" onClick={openWall}>
            {words.openWall}
          </Button>
        )}
        <Button size="small" onClick={() => showPage('voice')}>
          {words.settings}
        </Button>
      </div>
    </section>
  );
}
