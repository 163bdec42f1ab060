import { useText } from '#renderer/desk/language.ts';
import { NumberRow } from './printer-number-row.tsx';
import type { ProfileProps } from './printer-section.tsx';
import { SwitchRow } from '../frame/setting-row.tsx';

const USUAL = { number: 4, guidance: 4, handout: 11, list: 14 } as const;

/** Margins, shift, size, darkness and copies of one printer. */
export function PrinterPlacing({ kind, profile, saving, onChange }: ProfileProps) {
  const text = useText().printing.settings;
  const { margins, offset, route } = profile;
  const usual = USUAL[kind];
  return (
    <>
      <SwitchRow
        label={text.ownMargins}
        hint={text.ownMarginsHint}
        on={margins !== null}
        saving={saving}
        onChange={(own) =>
          onChange({ margins: own ? { top: usual, right: usual, bottom: usual, left: usual } : null })
        }
      />
      {margins === null ? null : (
        <NumberRow
          title={text.margins}
          unit="mm"
          fields={(['top', 'right', 'bottom', 'left'] as const).map((side) => ({
            label: text.sides[side],
            value: margins[side],
            least: 0,
            most: 40,
            decimal: true,
          }))}
          saving={saving}
          onSave={([top = 0, right = 0, bottom = 0, left = 0]) =>
            onChange({ margins: { top, right, bottom, left } })
          }
        />
      )}
      <NumberRow
        title={text.offset}
        unit="mm"
        hint={text.offsetHint}
        fields={[
          { label: text.right, value: offset.x, least: -20, most: 20, decimal: true },
          { label: text.down, value: offset.y, least: -20, most: 20, decimal: true },
        ]}
        saving={saving}
        onSave={([x = 0, y = 0]) => onChange({ offset: { x, y } })}
      />
      <NumberRow
        title={text.scale}
        unit="%"
        fields={[{ label: text.scale, value: profile.scale, least: 50, most: 150 }]}
        saving={saving}
        onSave={([scale = 100]) => onChange({ scale })}
      />
      {route === 'network-thermal' ? (
        <>
          <NumberRow
            title={text.darkness}
            unit="%"
            hint={text.darknessHint}
            fields={[{ label: text.darkness, value: profile.darkness, least: 1, most: 99 }]}
            saving={saving}
            onSave={([darkness = 56]) => onChange({ darkness })}
          />
          <NumberRow
            title={text.density}
            hint={text.densityHint}
            fields={[{ label: text.density, value: profile.density, least: -5, most: 5 }]}
            saving={saving}
            onSave={([density = 0]) => onChange({ density })}
          />
        </>
      ) : null}
      {route === 'pdf-file' ? null : (
        <NumberRow
          title={text.copies}
          fields={[{ label: text.copies, value: profile.copies, least: 1, most: 5 }]}
          saving={saving}
          onSave={([copies = 1]) => onChange({ copies })}
        />
      )}
    </>
  );
}
