import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';
import { useFocusBack } from './use-focus-back.ts';

type DialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the next right step last. */
  readonly footer?: ReactNode;
  readonly width?: number;
  readonly closeLabel: string;
};

/** Keeps the focus inside while it is open and gives it back afterwards; Escape closes. */
export function Dialog(props: DialogProps) {
  return props.opened ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, children, footer, width = 480, closeLabel }: DialogProps) {
  useFocusBack();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={width}
      radius={8}
      padding={0}
      centered
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles['content'] ?? '', overlay: styles['overlay'] ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={styles['header']}>
          <Modal.Title className={styles['title'] ?? ''}>{title}</Modal.Title>
          <button type="button" className={styles['close']} aria-label={closeLabel} onClick={onClose}>
            <IconX size={18} stroke={1.75} aria-hidden="true" />
          </button>
        </div>
        <div className={styles['body']}>
          {children}
          {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
        </div>
        <FocusAtOnce />
      </Modal.Content>
    </Modal.Root>
  );
}

/** The focus trap comes a moment later: until then a key would still act on the list behind. Last, so that a field of its own has it first. */
function FocusAtOnce() {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const dialog = place.current?.closest<HTMLElement>('[role="dialog"]');
    if (dialog == null || dialog.contains(document.activeElement)) return;
    (dialog.querySelector<HTMLElement>('[data-autofocus]') ?? dialog).focus({ preventScroll: true });
  }, []);
  return <span ref={place} hidden />;
}
