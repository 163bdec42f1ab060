import type { Office } from '#shared/contract/office.ts';
import { PRINT_ROUTES, routeOf } from '#shared/domain/printing/route.ts';
import { useText } from '#renderer/desk/language.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { ChooseFolder, ShowInFolder } from '#renderer/frame/pc-folder.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { PaperChoice } from '../paper-choice.tsx';
import { NumberRow } from './number-row.tsx';
import { formatOf, type ProfileProps } from './printer-format.ts';
import { Row, SwitchRow } from '#renderer/settings/row.tsx';
import styles from '#renderer/settings/settings.module.css';
import { TextRow } from '#renderer/settings/text-row.tsx';

const HOST = /^[0-9A-Za-z._:-]*$/;

type RouteProps = ProfileProps & { readonly office: Office };

/** The way to the printer and what that way needs: a driver's name, an address, or a folder. */
export function PrinterRoute({ office, ...form }: RouteProps) {
  const text = useText();
  const words = text.printing.settings;
  const { kind, profile, saving, onChange } = form;
  const list = useDeskQuery('printer.list', {}).value;
  const real = routeOf(profile.route, formatOf(office, kind), {
    prints: true,
    hasDrivers: list?.known ?? true,
  });
  return (
    <>
      <Row title={words.route} hint={words.routeHint[profile.route]} saving={saving}>
        <SelectField
          label={words.route}
          showLabel={false}
          options={PRINT_ROUTES.map((value) => ({ value, label: text.printing.route[value] }))}
          value={profile.route}
          onChange={(route) => onChange({ route })}
        />
      </Row>
      {real === profile.route ? null : (
        <Note tone="warn" className={styles['note']}>
          {profile.route === 'network-thermal' ? words.onlyRolls : words.onlyDialogue}
        </Note>
      )}
      {profile.route === 'driver-silent' ? <Device {...form} /> : null}
      {profile.route === 'network-thermal' ? <Network {...form} /> : null}
      {profile.route === 'pdf-file' ? (
        <TextRow
          label={words.folder}
          value={profile.folder}
          max={400}
          hint={words.folderHint}
          saving={saving}
          onSave={(folder) => onChange({ folder })}
        >
          <ChooseFolder own from={profile.folder} onChosen={(folder) => onChange({ folder })} />
          <ShowInFolder own path={profile.folder} />
        </TextRow>
      ) : null}
      {profile.route === 'none' ? null : <Paper office={office} kind={kind} />}
    </>
  );
}

function Device({ profile, saving, onChange }: ProfileProps) {
  const words = useText().printing.settings;
  const list = useDeskQuery('printer.list', {}).value;
  const devices = list?.devices ?? [];
  const isGone = profile.device !== '' && !devices.some(({ name }) => name === profile.device);
  const options = [
    { value: '', label: words.usualDevice },
    ...(isGone ? [{ value: profile.device, label: words.goneDevice(profile.device) }] : []),
    ...devices.map(({ name, label }) => ({ value: name, label })),
  ];
  const hint = list?.known === false ? words.unknownDevices : isGone ? words.goneHint : words.deviceHint;
  return (
    <Row title={words.device} hint={hint} saving={saving}>
      <SelectField
        label={words.device}
        showLabel={false}
        options={options}
        value={profile.device}
        onChange={(device) => onChange({ device })}
      />
    </Row>
  );
}

function Network({ profile, saving, onChange }: ProfileProps) {
  const words = useText().printing.settings;
  return (
    <>
      <TextRow
        label={words.host}
        value={profile.host}
        max={253}
        figures
        hint={words.hostHint}
        placeholder="192.168.1.50"
        saving={saving}
        onSave={(typed) =>
          onChange({ host: HOST.test(typed) ? typed : typed.replaceAll(/[^0-9A-Za-z._:-]/g, '') })
        }
      />
      <NumberRow
        title={words.port}
        fields={[{ label: words.port, value: profile.port, least: 1, most: 65_535 }]}
        hint={words.portHint}
        saving={saving}
        onSave={([port]) => onChange(port === undefined ? {} : { port })}
      />
      <SwitchRow
        label={words.cut}
        hint={words.cutHint}
        on={profile.cut}
        saving={saving}
        onChange={(cut) => onChange({ cut })}
      />
    </>
  );
}

function Paper({ office, kind }: Pick<RouteProps, 'office' | 'kind'>) {
  const words = useText().printing.settings;
  if (kind === 'handout' || kind === 'list') {
    return (
      <Row title={words.paper}>
        <p className={styles['says']}>{words.paperByHand}</p>
      </Row>
    );
  }
  return <PaperChoice office={office} sheet={kind} title={words.paper} />;
}
