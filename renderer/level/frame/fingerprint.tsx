import { NumberText } from '#renderer/ui/number-text.tsx';
import { inFours } from './office-key.ts';
import styles from './fingerprint.module.css';

/** A fingerprint as it is compared over the telephone: groups of four, four in a line. */
export function Fingerprint({ keyId, label }: { readonly keyId: string; readonly label: string }) {
  return (
    <figure className={styles['print']}>
      <figcaption>{label}</figcaption>
      <NumberText className={styles['groups']}>
        {inFours(keyId).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </NumberText>
    </figure>
  );
}
