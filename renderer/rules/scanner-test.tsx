import { judgeScannerTest, SCANNER_TEST_TEXT } from '#shared/domain/identity/scanner-test.ts';
import { useRef, useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Readers } from '#renderer/scan/readers.tsx';
import { useScanTaker } from '#renderer/scan/scan-takers.ts';
import { QrCode } from '#renderer/paper/slip/qr-code.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import styles from './scanner.module.css';

/** Shows a code with known Vietnamese text, takes the scan of it, and names what is wrong with the set-up. */
export function ScannerTest() {
  const words = useText().rules;
  const [scanned, setScanned] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useScanTaker('test', {
    onText: (heard) => {
      if (field.current) field.current.value = heard;
      setScanned(heard);
    },
  });
  const judged = scanned === '' ? null : judgeScannerTest(scanned);
  return (
    <section className={styles['scanner']} aria-label={words.scanner}>
      <h2>{words.scanner}</h2>
      <p>{words.scannerWhat}</p>
      <div className={styles['code']}>
        <QrCode content={SCANNER_TEST_TEXT} dots={6} label={words.scannerQr} />
      </div>
      <Readers />
      <label className={styles['label']}>
        {words.scannerField}
        <textarea
          ref={field}
          className={styles['field']}
          rows={3}
          spellCheck={false}
          data-scan-target="test"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            setScanned(event.currentTarget.value);
          }}
          onBlur={(event) => setScanned(event.currentTarget.value)}
        />
      </label>
      {judged !== null &&
        (judged.ok ? (
          <Note tone="good" announce>
            {words.scannerOk}
          </Note>
        ) : (
          <Note tone="warn" title={words.scannerBad} announce>
            <ul>
              {judged.advice.map((advice) => (
                <li key={advice}>{words.advice[advice]}</li>
              ))}
            </ul>
          </Note>
        ))}
      <Button
        onClick={() => {
          setScanned('');
          if (field.current) {
            field.current.value = '';
            field.current.focus();
          }
        }}
      >
        {words.scannerClear}
      </Button>
    </section>
  );
}
