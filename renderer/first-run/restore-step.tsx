import { IconArrowLeft } from '@tabler/icons-react';
import { useText } from '#renderer/desk/language.ts';
import { CopyList } from '#renderer/safety/copy-list.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import { useEffect, useRef } from 'react';
import styles from './first-run.module.css';
import own from './restore-step.module.css';

/** An office comes to a new PC: its copy is chosen instead of setting it up. */
export function RestoreStep({ onBack }: { readonly onBack: () => void }) {
  const words = useText().firstRun.restore;
  const part = useRef<HTMLElement>(null);
  useKeys({ Escape: onBack });
  useEffect(() => part.current?.querySelector<HTMLElement>('[data-look-in]')?.focus(), []);
  return (
    <main ref={part} className={own['restore']}>
      <div className={styles['form']}>
        <div className={styles['body']}>
          <h1>{words.title}</h1>
          <p className={own['lead']}>{words.what}</p>
          <CopyList onNewPc />
          <Note className={styles['problem']}>{words.oldPc}</Note>
        </div>
        <div className={styles['nav']}>
          <Button size="big" icon={<IconArrowLeft aria-hidden="true" />} keyHint="Esc" onClick={onBack}>
            {words.back}
          </Button>
        </div>
      </div>
    </main>
  );
}
