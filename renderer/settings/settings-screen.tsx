import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Keycap } from '#renderer/ui/keycap.tsx';
import { useKeys } from '#renderer/ui/use-keys.ts';
import type { Office } from '#shared/contract/office.ts';
import { useState, type ReactNode } from 'react';
import { CallingSection } from './calling-section.tsx';
import { CountersSection } from './counters-section.tsx';
import { MachineSection } from './machine-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { PrintingSection } from './printing-section.tsx';
import { SeriesSection } from './series-section.tsx';
import { CalendarSection, ExportSection, LookSection, WallSection } from './small-sections.tsx';
import styles from './settings.module.css';

const SECTIONS = [
  'office',
  'counters',
  'series',
  'calling',
  'printing',
  'exporting',
  'places',
  'calendar',
  'wall',
  'look',
  'machine',
] as const;
type SectionName = (typeof SECTIONS)[number];

const drawn: Record<SectionName, (office: Office) => ReactNode> = {
  office: (office) => <OfficeSection office={office} />,
  counters: (office) => <CountersSection office={office} />,
  series: (office) => <SeriesSection office={office} />,
  calling: (office) => <CallingSection office={office} />,
  printing: (office) => <PrintingSection office={office} />,
  exporting: (office) => <ExportSection office={office} />,
  places: (office) => <PlacesSection office={office} />,
  calendar: (office) => <CalendarSection office={office} />,
  wall: () => <WallSection />,
  look: () => <LookSection />,
  machine: () => <MachineSection />,
};

/** What the office decides for itself, one part at a time; every change is saved at once and says so. */
export function SettingsScreen() {
  const text = useText().settings;
  const office = useDeskQuery('office.show', {}).value;
  const [shown, setShown] = useState<SectionName>('office');
  const keys = Object.fromEntries(SECTIONS.slice(0, 9).map((name, index) => [`Alt+${index + 1}`, () => setShown(name)]));
  useKeys(keys);
  if (office === undefined || office === null) return null;
  return (
    <div className={styles['screen']}>
      <nav className={styles['nav']} aria-label={text.sections}>
        <ul>
          {SECTIONS.map((name, index) => (
            <li key={name}>
              <button type="button" aria-current={name === shown ? 'page' : undefined} onClick={() => setShown(name)}>
                <span>{text[name]}</span>
                {index < 9 ? <Keycap>{`Alt+${index + 1}`}</Keycap> : null}
              </button>
            </li>
          ))}
        </ul>
        <p className={styles['promise']}>{text.savedAtOnce}</p>
      </nav>
      <div key={shown} className={styles['content']} tabIndex={0} role="group" aria-label={text[shown]}>
        {drawn[shown](office)}
      </div>
    </div>
  );
}
