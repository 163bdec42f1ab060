import {
  IconAdjustments,
  IconBuilding,
  IconDatabase,
  IconDeviceTv,
  IconFileExport,
  IconFileText,
  IconGavel,
  IconHash,
  IconHelpCircle,
  IconListNumbers,
  IconMapPin,
  IconPrinter,
  IconTargetArrow,
  IconReceipt,
  IconTemplate,
  IconUsers,
} from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { ColumnHead } from '#renderer/ui/heads.tsx';
import { rowAfter } from '#renderer/ui/list-keys.ts';
import { SECTIONS, useSection, type Section } from '../frame/settings-sections.ts';
import styles from '../frame/settings.module.css';

const icons: Record<Section, typeof IconBuilding> = {
  office: IconBuilding,
  counters: IconUsers,
  series: IconHash,
  queue: IconListNumbers,
  paper: IconReceipt,
  printers: IconPrinter,
  slip: IconTemplate,
  open: IconHelpCircle,
  places: IconMapPin,
  rules: IconGavel,
  report: IconFileText,
  targets: IconTargetArrow,
  files: IconFileExport,
  wall: IconDeviceTv,
  look: IconAdjustments,
  data: IconDatabase,
};

/** The list of pages: one stop for Tab, the arrows walk in it. */
export function SettingsNav() {
  const words = useText().settings;
  const { section, show } = useSection();
  const list = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent) => {
    const row = rowAfter(event.key, SECTIONS.indexOf(section), SECTIONS.length);
    const next = row === null ? undefined : SECTIONS[row];
    if (row === null || next === undefined) return;
    event.preventDefault();
    show(next);
    list.current?.querySelectorAll('button')[row]?.focus();
  };
  return (
    <nav className={styles['nav']} aria-label={words.title}>
      <ColumnHead title={words.title} />
      <ul ref={list}>
        {SECTIONS.map((name) => {
          const Icon = icons[name];
          const here = name === section;
          return (
            <li key={name}>
              <button
                type="button"
                className={styles['link']}
                aria-current={here ? 'page' : undefined}
                tabIndex={here ? 0 : -1}
                data-focus-home={here || undefined}
                onClick={() => show(name)}
                onKeyDown={walk}
              >
                <Icon size={18} stroke={1.75} aria-hidden="true" />
                {words.sections[name]}
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles['promise']}>{words.savedAtOnce}</p>
    </nav>
  );
}
