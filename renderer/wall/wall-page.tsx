import { IconExternalLink } from '@tabler/icons-react';
import { wallAddress } from '#renderer/desk/address.ts';
import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import styles from '#renderer/settings/settings.module.css';

/** The address of the wall with the token that may only look, where this window was told it. */
function viewOnlyAddress(): string | null {
  const known = new URLSearchParams(location.hash.slice(1)).has('display');
  return known ? new URL(wallAddress(location.hash), location.href).href : null;
}

/** A window of its own; in training it follows the training desk. */
function openWall(): void {
  window.open(wallAddress(location.hash), '_blank', 'noopener');
}

export function WallPage() {
  const text = useText();
  const words = text.settings.wall;
  const address = viewOnlyAddress();
  return (
    <Page id="wall" what={words.what}>
      <Group>{words.here}</Group>
      <p className={styles['says']}>{words.hereHint}</p>
      <div className={styles['actions']}>
        <Button variant="primary" icon={<IconExternalLink aria-hidden="true" />} onClick={openWall}>
          {words.open}
        </Button>
      </div>
      {address !== null && (
        <>
          <Group>{words.address}</Group>
          <p className={styles['says']}>{words.addressHint}</p>
          <div className={styles['actions']}>
            <span className={styles['path']}>{address}</span>
            <CopyButton value={address} label={words.copy} done={words.copied} />
          </div>
        </>
      )}
      <p className={styles['ending']}>{words.thisPcOnly}</p>
    </Page>
  );
}
