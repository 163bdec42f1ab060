import type { Output } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import { isRoll } from '#shared/domain/printing/sheet-format.ts';
import type { PrinterKind } from '#shared/domain/printing/route.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { Catalogue } from '#shared/text/vi.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import type { PrintResult } from '#renderer/paper/print-job.ts';
import { troubleText } from '#renderer/paper/print-text.ts';
import { usePrint } from '#renderer/paper/use-print.ts';
import { useTestPicture } from '#renderer/paper/use-test-picture.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note, type Tone } from '#renderer/ui/note.tsx';
import { formatOf } from './printer-format.ts';
import { Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';

type TestProps = { readonly office: Office; readonly kind: PrinterKind; readonly profile: PrinterProfile };
type Found = { readonly tone: Tone; readonly says: string };

/** Asks the printer how it is and prints the test page: a ruler, every letter, lines and codes. */
export function PrinterTest({ office, kind, profile }: TestProps) {
  const text = useText();
  const words = text.printing.settings;
  const language = useLanguage();
  const test = useDeskCommand('printer.test');
  const print = usePrint();
  const testPicture = useTestPicture();
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => setFound(null), [profile]);
  const format = formatOf(office, kind);

  const ask = async (): Promise<Found> => {
    const isNetwork = profile.route === 'network-thermal' && isRoll(format);
    const picture = isNetwork ? await testPicture(format, profile) : undefined;
    const reply = await test.run({ sheet: kind, ...(picture === undefined ? {} : { picture }) });
    if (!reply.ok) return { tone: 'bad', says: problemText(reply.problem, text) };
    if (reply.value.trouble !== null || isNetwork) return told(reply.value, text);
    const testPage = isRoll(format) ? format : 'a4';
    return became(await print.form({ form: `test-page.${language}`, sheet: kind, format: testPage }), text);
  };
  const run = async (): Promise<void> => {
    setBusy(true);
    setFound(null);
    setFound(await ask());
    setBusy(false);
  };
  return (
    <Row title={words.test} hint={words.testHint}>
      <Button
        icon={<IconPrinter size={16} aria-hidden="true" />}
        isPending={isBusy}
        onClick={() => void run()}
      >
        {words.testNow}
      </Button>
      {found === null ? null : (
        <Note tone={found.tone} announce className={styles['note']}>
          {found.says}
        </Note>
      )}
    </Row>
  );
}

/** What the printer itself said. */
function told({ trouble, answered, paperLow }: Output<'printer.test'>, text: Catalogue): Found {
  const words = text.printing.settings;
  if (trouble !== null) return { tone: 'bad', says: text.printing.trouble[trouble] };
  if (paperLow) return { tone: 'warn', says: words.paperLow };
  return answered ? { tone: 'good', says: words.well } : { tone: 'plain', says: words.silent };
}

/** What became of the test page. */
function became(result: PrintResult, text: Catalogue): Found {
  const words = text.printing.settings;
  switch (result.kind) {
    case 'sent':
      return { tone: 'good', says: words.pageSent };
    case 'printing-off':
      return { tone: 'warn', says: text.printing.job.off };
    case 'failed':
      return { tone: 'bad', says: troubleText(result.job, text) };
    case 'refused':
      return { tone: 'bad', says: problemText(result.problem, text) };
  }
}
