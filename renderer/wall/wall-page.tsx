import { IconExternalLink } from '@tabler/icons-react';
import { useDoors } from '#renderer/desk/desk-context.ts';
import type { Doors } from '#renderer/desk/doors.ts';
import { useText } from '#renderer/desk/language.ts';
import { useOpenWall } from '#renderer/desk/use-open-wall.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import styles from '#renderer/settings/settings.module.css';
import { OtherWalls } from './other-walls.tsx';

export function WallPage() {
  const words = useText().settings.wall;
  const doors: Doors | undefined = useDoors();
  const openWall = useOpenWall();
  return (
    <Page id="wall" what={words.what}>
      <Group>{words.here}</Group>
      <p className={styles['says']}>{words.hereHint}</p>
      <div className={styles['actions']}>
        <Button variant="primary" icon={<IconExternalLink aria-hidden="true" />} onClick={openWall}>
          {words.open}
        </Button>
      </div>
      {doors !== undefined && <OtherWalls doors={doors} />}
      <p className={styles['ending']}>{words.thisPcOnly}</p>
    </Page>
  );
}
