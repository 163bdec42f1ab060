import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { useFocusBack } from './use-focus-back.ts';

export type DialogProps = {
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
export function Dialog({ opened, onClose, title, children, footer, width = 480, closeLabel }: DialogProps) {
  useFocusBack();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      closeButtonProps={{ 'aria-label': closeLabel }}
      classNames={{
        content: styles['content'] ?? '',
        header: styles['header'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
        overlay: styles['overlay'] ?? '',
      }}
    >
      {children}
      {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
    </Modal>
  );
}
