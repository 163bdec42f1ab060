import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useLanguage, useText } from '#renderer/desk/language.ts';
import { useDeskCommand } from '#renderer/desk/use-desk-command.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { usePlace } from '#renderer/frame/place.ts';
import { useScreenKeys } from '#renderer/frame/screen-keys.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { Output } from '#shared/contract/desk-contract.ts';
import { formatInstant, formatNumber } from '#shared/text/format.ts';
import { IconPackageExport } from '@tabler/icons-react';
import { useState } from 'react';
import { HomeHasIt } from './home-has-it.tsx';
import { saveMade, SaveAgain, type MadeFile } from './made-file.tsx';
import styles from './road.module.css';

type LaptopPageProps = { readonly team: NonNullable<Output<'team.here'>> };

/** On the laptop of a team: the day is closed, the pack is made, and when home has it the people go. */
export function LaptopPage({ team }: LaptopPageProps) {
  const text = useText();
  const words = text.team.laptop;
  const language = useLanguage();
  const go = usePlace((state) => state.go);
  const isDayOpen = useDeskQuery('day.status', {}).value?.open != null;
  const pack = useDeskCommand('team.pack');
  const [made, setMade] = useState<MadeFile | null>(null);
  const packOff = isDayOpen
    ? words.dayOpen
    : team.unpackedDays === 0 && team.pack === 0
      ? words.noDays
      : undefined;
  const make = async () => {
    if (pack.isPending) return;
    const reply = await pack.run({});
    if (!reply.ok) return;
    setMade(reply.value);
    saveMade(reply.value);
  };
  useScreenKeys([{ key: 'F9', label: words.make, run: () => void make(), disabledReason: packOff }]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={styles['laptop']} aria-label={words.title(team.name)} tabIndex={0}>
      <div>
        <h2>{words.title(team.name)}</h2>
        <p className={styles['lead']}>{words.says}</p>
        <ol className={styles['steps']}>
          <li>
            <h3>{words.close}</h3>
            <p>
              {isDayOpen
                ? words.dayOpen
                : team.unpackedDays > 0
                  ? words.unpacked(formatNumber(team.unpackedDays, language))
                  : team.pack === 0
                    ? words.noDays
                    : words.allPacked}
            </p>
            {isDayOpen && (
              <Button keyHint="Alt+C" onClick={() => go('day-end')}>
                {words.toDayEnd}
              </Button>
            )}
          </li>
          <li>
            <h3>{words.pack}</h3>
            <p>{words.packSays}</p>
            {team.packedAt === null ? null : (
              <p>{words.packed(formatNumber(team.pack, language), formatInstant(team.packedAt, language))}</p>
            )}
            <Button
              variant={team.unpackedDays > 0 ? 'primary' : 'plain'}
              icon={<IconPackageExport size={16} aria-hidden="true" />}
              keyHint="F9"
              data-focus-home
              isPending={pack.isPending}
              disabledReason={packOff}
              onClick={() => void make()}
            >
              {words.make}
            </Button>
            <ProblemNote problem={pack.problem} />
            {made === null ? null : (
              <Note tone="good" announce action={<SaveAgain file={made} />} className={styles['file']}>
                {words.made(made.fileName)}
              </Note>
            )}
          </li>
          <li>
            <h3>{words.confirm}</h3>
            <HomeHasIt team={team} />
          </li>
        </ol>
      </div>
    </section>
  );
}
