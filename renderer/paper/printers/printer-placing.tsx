import { useText } from '#renderer/desk/language.ts';
import { NumberRow } from './number-row.tsx';
import type { ProfileProps } from './printer-format.ts';
import { SwitchRow } from '#renderer/settings/row.tsx';

const USUAL = { number: 4, guidance: 4, handout: 11, list: 14 } as const;

/** Margins, shift, size, darkness and copies of one printer. */
export function PrinterPlacing({ kind, profile, saving, onChange }: ProfileProps) {
  const words = useText().printing.settings;
  const { margins, offset, route } = profile;
  const usual = USUAL[kind];
  return (
    <>
      <SwitchRow
        label={words.ownMargins}
        hint={words.ownMarginsHint}
        on={margins !== null}
        saving={saving}
        onChange={(own) =>
          onChange({ margins: own ? { top: usual, right: usual, bottom: usual, left: usual } : null })
        }
      />
      {margins === null ? null : (
        <NumberRow
          title={words.margins}
          unit="mm"
          fields={(['top', 'right', 'bottom', 'left'] as const).map((side) => ({
            label: words.sides[side],
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
        title={words.offset}
        unit="mm"
        hint={words.offsetHint}
        fields={[
          { label: words.right, value: offset.x, least: -20, most: 20, decimal: true },
          { label: words.down, value: offset.y, least: -20, most: 20, decimal: true },
        ]}
        saving={saving}
        onSave={([x = 0, y = 0]) => onChange({ offset: { x, y } })}
      />
      <NumberRow
        title={words.scale}
        unit="%"
        fields={[{ label: words.scale, value: profile.scale, least: 50, most: 150 }]}
        saving={saving}
        onSave={([scale = 100]) => onChange({ scale })}
      />
      {route === 'network-thermal' ? (
        <>
          <NumberRow
            title={words.darkness}
            unit="%"
            hint={words.darknessHint}
            fields={[{ label: words.darkness, value: profile.darkness, least: 1, most: 99 }]}
            saving={saving}
            onSave={([darkness = 56]) => onChange({ darkness })}
          />
          <NumberRow
            title={words.density}
            hint={words.densityHint}
            fields={[{ label: words.density, value: profile.density, least: -5, most: 5 }]}
            saving={saving}
            onSave={([density = 0]) => onChange({ density })}
          />
        </>
      ) : null}
      {route === 'pdf-file' ? null : (
        <NumberRow
          title={words.copies}
          fields={[{ label: words.copies, value: profile.copies, least: 1, most: 5 }]}
          saving={saving}
          onSave={([copies = 1]) => onChange({ copies })}
        />
      )}
    </>
  );
}
