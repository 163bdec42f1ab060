import {
  IconAdjustments,
  IconBuilding,
  IconCopy,
  IconDatabase,
  IconDeviceTv,
  IconPackage,
  IconDevices,
  IconFileExport,
  IconFileText,
  IconGavel,
  IconHash,
  IconHelpCircle,
  IconListNumbers,
  IconMapPin,
  IconPrinter,
  IconReceipt,
  IconShieldLock,
  IconTargetArrow,
  IconTemplate,
  IconUserCheck,
  IconUserShield,
  IconUsers,
  IconVolume,
} from '@tabler/icons-react';
import { FilesPage } from '#renderer/exports/files-page.tsx';
import { TargetsPage } from '#renderer/figures/campaign/targets-page.tsx';
import { ProblemNote } from '#renderer/desk/problem-note.tsx';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { DevicesPage } from '#renderer/devices/devices-page.tsx';
import { CopiesPage } from '#renderer/office/copies-page.tsx';
import { DataPage } from '#renderer/office/data-page.tsx';
import { LookPage } from '#renderer/office/look-page.tsx';
import { OfficersPage } from '#renderer/office/officers-page.tsx';
import { OfficePage } from '#renderer/office/office-page.tsx';
import { SafetyPage } from '#renderer/office/safety-page.tsx';
import { UpdatePage } from '#renderer/office/update-page.tsx';
import { PlacesPage } from '#renderer/office/places-page.tsx';
import { PersonalDataPage } from '#renderer/person/personal-data-page.tsx';
import { PrintersPage } from '#renderer/paper/printers/printers-page.tsx';
import { ReportPage } from '#renderer/paper/report/report-page.tsx';
import { DesignPage } from '#renderer/paper/slip/designer/design-page.tsx';
import { FormatPage } from '#renderer/paper/slip/designer/format-page.tsx';
import { OpenPointsPage } from '#renderer/paper/slip/designer/open-points-page.tsx';
import { CallOrderPage } from '#renderer/queue/call-order-page.tsx';
import { CountersPage } from '#renderer/queue/counters-page.tsx';
import { SeriesPage } from '#renderer/queue/series-page.tsx';
import { PackPage } from '#renderer/rules/pack-page.tsx';
import { SettingsNav } from '#renderer/settings/settings-nav.tsx';
import styles from '#renderer/settings/settings.module.css';
import { useShownPage, type SettingsPage } from '#renderer/settings/shown-page.ts';
import { VoicePage } from '#renderer/voice/voice-page.tsx';
import { WallPage } from '#renderer/wall/wall-page.tsx';

/** Every page of the settings, in the order of the list at the left. */
const pages: readonly SettingsPage[] = [
  { id: 'office', group: 'office', icon: IconBuilding, Page: OfficePage },
  { id: 'places', group: 'office', icon: IconMapPin, Page: PlacesPage },
  { id: 'officers', group: 'office', icon: IconUserCheck, Page: OfficersPage },
  { id: 'devices', group: 'office', icon: IconDevices, Page: DevicesPage },
  { id: 'rules', group: 'office', icon: IconGavel, Page: PackPage },
  { id: 'counters', group: 'queue', icon: IconUsers, Page: CountersPage },
  { id: 'series', group: 'queue', icon: IconHash, Page: SeriesPage },
  { id: 'queue', group: 'queue', icon: IconListNumbers, Page: CallOrderPage },
  { id: 'wall', group: 'queue', icon: IconDeviceTv, Page: WallPage },
  { id: 'voice', group: 'queue', icon: IconVolume, Page: VoicePage },
  { id: 'formats', group: 'printing', icon: IconReceipt, Page: FormatPage },
  { id: 'printers', group: 'printing', icon: IconPrinter, Page: PrintersPage },
  { id: 'slip', group: 'printing', icon: IconTemplate, Page: DesignPage },
  { id: 'open', group: 'printing', icon: IconHelpCircle, Page: OpenPointsPage },
  { id: 'report', group: 'figures', icon: IconFileText, Page: ReportPage },
  { id: 'targets', group: 'figures', icon: IconTargetArrow, Page: TargetsPage },
  { id: 'files', group: 'figures', icon: IconFileExport, Page: FilesPage },
  { id: 'look', group: 'device', icon: IconAdjustments, Page: LookPage },
  { id: 'safety', group: 'device', icon: IconShieldLock, Page: SafetyPage },
  { id: 'personal', group: 'device', icon: IconUserShield, Page: PersonalDataPage },
  { id: 'copies', group: 'device', icon: IconCopy, Page: CopiesPage },
  { id: 'update', group: 'device', icon: IconPackage, Page: UpdatePage },
  { id: 'data', group: 'device', icon: IconDatabase, Page: DataPage },
];

/** Everything an office decides for itself; each change is saved where it is made. */
export function Settings() {
  const office = useDeskQuery('office.show', {});
  const shown = useShownPage((state) => state.page);
  if (office.problem !== undefined) return <ProblemNote problem={office.problem} />;
  const page = pages.find(({ id }) => id === shown);
  if (!office.value || page === undefined) return null;
  return (
    <div className={styles['settings']}>
      <SettingsNav pages={pages} />
      <page.Page key={shown} office={office.value} />
    </div>
  );
}
