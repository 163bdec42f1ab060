import { useLanguage, useText } from '#renderer/desk/language.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { join } from '#renderer/ui/join.ts';
import { NumberText } from '#renderer/ui/number-text.tsx';
import shared from '#renderer/ui/shared.module.css';
import type { LevelDay } from '#shared/contract/level-shapes.ts';
import { formatDay, formatDayOfYear, formatNumber } from '#shared/text/format.ts';
import { IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useLevelQuery } from '../client/level-client.ts';
import { useExport } from '../client/use-export.ts';
import { useLevelWords } from '../client/words.ts';
import { CallNoteLine } from '../frame/call-note-line.tsx';
import styles from './board.module.css';
import { printMissing } from './missing-sheet.tsx';

/** Who has not sent: to be read at the telephone, printed, or taken along as a file. */
export function MissingList({ day, onClose }: { readonly day: LevelDay; readonly onClose: () => void }) {
  const text = useText();
  const words = useLevelWords().level.missingSheet;
  const language = useLanguage();
  const { run, isPending } = useExport();
  const own = useLevelQuery('level.state', {}).value?.own ?? null;
  const { businessDay, missing, expected } = day;
  const save = (format: 'missing-xlsx' | 'missing-pdf') =>
    void run({ from: businessDay, to: businessDay, format, language });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(formatDay(businessDay, language))}
      width={1000}
      closeLabel={text.common.close}
      footer={
        <>
          <Button
            isPending={isPending}
            icon={<IconFileSpreadsheet aria-hidden="true" />}
            onClick={() => save('missing-xlsx')}
          >
            XLSX
          </Button>
          <Button
            isPending={isPending}
            icon={<IconFileTypePdf aria-hidden="true" />}
            onClick={() => save('missing-pdf')}
          >
            PDF
          </Button>
          <Button
            variant="primary"
            data-autofocus
            icon={<IconPrinter aria-hidden="true" />}
            onClick={() => void printMissing({ day, levelName: own?.name ?? '', language })}
          >
            {words.print}
          </Button>
        </>
      }
    >
      <p className={styles['missingCount']}>
        {words.count(formatNumber(missing.length, language), formatNumber(expected, language))}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={join(shared['tableLines'], styles['missingLines'])} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {[words.place, words.office, words.group, words.telephone, words.since, words.note].map(
                (head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {missing.map(({ code, name, group, telephone, since, state, note }, index) => (
              <tr key={code}>
                <td>
                  <NumberText>{formatNumber(index + 1, language)}</NumberText>
                </td>
                <th scope="row">
                  {name}
                  {state === 'refused' ? <em> ({words.refused})</em> : null}
                </th>
                <td>{group}</td>
                <td>
                  <NumberText>{telephone === '' ? words.noTelephone : telephone}</NumberText>
                </td>
                <td>
                  <NumberText>{formatDayOfYear(since, language)}</NumberText>
                </td>
                <td>
                  <CallNoteLine officeCode={code} name={name} businessDay={businessDay} note={note} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}
