import type { Office } from '#shared/contract/office.ts';
import { problemText } from '#shared/text/problem-text.ts';
import type { ComponentType } from 'react';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { Note } from '#renderer/ui/note.tsx';
import { CountersSection } from './counters-section.tsx';
import { DataSection } from './data-section.tsx';
import { FilesSection } from './files-section.tsx';
import { LookSection } from './look-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { PaperSection } from './paper-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { QueueSection } from './queue-section.tsx';
import { ReportSection } from './report-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { useSection, type Section } from '../frame/settings-sections.ts';
import { SeriesSection } from './series-section.tsx';
import { SettingsNav } from './settings-nav.tsx';
import styles from '../frame/settings.module.css';
import { SlipDesignerSection } from './slip-designer-section.tsx';
import { SlipOpenPoints } from './slip-open-points.tsx';
import { TargetsSection } from './targets-section.tsx';
import { WallSection } from './wall-section.tsx';

const pages: Record<Section, ComponentType<{ readonly office: Office }>> = {
  office: OfficeSection,
  counters: CountersSection,
  series: SeriesSection,
  queue: QueueSection,
  paper: PaperSection,
  printers: PrinterSection,
  slip: SlipDesignerSection,
  open: SlipOpenPoints,
  places: PlacesSection,
  rules: RulesSection,
  report: ReportSection,
  targets: TargetsSection,
  files: FilesSection,
  wall: WallSection,
  look: LookSection,
  data: DataSection,
};

/** Everything an office decides for itself; each change is saved where it is made. */
export function SettingsScreen() {
  const text = useText();
  const office = useDeskQuery('office.show', {});
  const section = useSection((state) => state.section);
  if (office.problem !== undefined) {
    return (
      <Note tone="bad" announce>
        {problemText(office.problem, text)}
      </Note>
    );
  }
  if (!office.value) return null;
  const Shown = pages[section];
  return (
    <div className={styles['settings']}>
      <SettingsNav />
      <Shown key={section} office={office.value} />
    </div>
  );
}
