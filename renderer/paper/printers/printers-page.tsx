import type { Office } from '#shared/contract/office.ts';
import { PRINTER_KINDS, type PrinterKind } from '#shared/domain/printing/route.ts';
import { useState } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { Note } from '#renderer/ui/note.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Group, Page } from '#renderer/settings/page.tsx';
import type { ProfileProps } from './printer-format.ts';
import { PrinterPlacing } from './printer-placing.tsx';
import { PrinterRoute } from './printer-route.tsx';
import { PrinterTest } from './printer-test.tsx';
import { Row } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { useOfficeSetting } from '#renderer/desk/use-saving.ts';

const MODES = ['dialog', 'none'] as const;

/** Which printer each kind of sheet goes to, how it gets there, and where on the paper it stands. */
export function PrintersPage({ office }: { readonly office: Office }) {
  const text = useText();
  const words = text.printing.settings;
  const mode = useOfficeSetting(office, 'printing');
  const printers = useOfficeSetting(office, 'printers');
  const [kind, setKind] = useState<PrinterKind>('number');
  const profile = printers.value[kind];
  const form: ProfileProps = {
    kind,
    profile,
    saving: printers.saving,
    onChange: (change) => printers.save({ ...printers.value, [kind]: { ...profile, ...change } }),
  };
  return (
    <Page id="printers" what={words.what}>
      <Row title={words.mode} hint={words.modeHint[mode.value]} saving={mode.saving}>
        <Segmented
          label={words.mode}
          options={MODES.map((value) => ({ value, label: words.modes[value] }))}
          value={mode.value}
          onChange={mode.save}
        />
      </Row>
      {mode.value === 'none' ? (
        <Note className={styles['note']}>{words.noPrinter}</Note>
      ) : (
        <>
          <Group>{words.whichSheet}</Group>
          <Segmented
            label={words.whichSheet}
            options={PRINTER_KINDS.map((value) => ({ value, label: text.printing.sheet[value] }))}
            value={kind}
            onChange={setKind}
          />
          <div key={kind}>
            <PrinterRoute {...form} office={office} />
            {profile.route === 'none' ? null : (
              <>
                <PrinterTest office={office} kind={kind} profile={profile} />
                <Group>{words.placing}</Group>
                <PrinterPlacing {...form} />
              </>
            )}
          </div>
        </>
      )}
    </Page>
  );
}
