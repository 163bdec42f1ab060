import { useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Component, type ReactNode } from 'react';
import styles from './opening.module.css';

type BrokenScreenState = { readonly broken: boolean };

/** A screen that fails leaves the frame, and what is saved, standing. */
export class BrokenScreen extends Component<{ readonly children: ReactNode }, BrokenScreenState> {
  override state: BrokenScreenState = { broken: false };

  static getDerivedStateFromError(): BrokenScreenState {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Apology /> : this.props.children;
  }
}

function Apology() {
  const text = useText();
  return (
    <div className={styles['page']}>
      <div className={styles['box']}>
        <h2 className={styles['title']}>{text.frame.brokenTitle}</h2>
        <Note tone="bad" announce>
          {text.frame.brokenHelp}
        </Note>
        <Button variant="primary" size="big" onClick={() => location.reload()} autoFocus>
          {text.frame.reload}
        </Button>
      </div>
    </div>
  );
}
