import type { ComponentPropsWithRef } from 'react';
import styles from './number-text.module.css';
import { join } from './join.ts';

/** Figures of one width, for columns, queue numbers and numbers of documents. */
export function NumberText({ className, ...rest }: ComponentPropsWithRef<'span'>) {
  return <span {...rest} className={join(styles['figures'], className)} />;
}
