import { type SheetFormat, isRoll } from '#shared/domain/printing/sheet-format.ts';

/** How a sheet gets to paper. `none`: this office has no printer for it, which is a way of working and no fault. */
export const PRINT_ROUTES = [
  'driver-silent',
  'driver-dialog',
  'network-thermal',
  'pdf-file',
  'none',
] as const;
export type PrintRoute = (typeof PRINT_ROUTES)[number];

/** Kinds of sheets that may each have a printer of their own. */
export const PRINTER_KINDS = ['number', 'guidance', 'handout', 'list'] as const;
export type PrinterKind = (typeof PRINTER_KINDS)[number];

/**
 * The route a sheet really takes. A thermal printer takes rolls only, and without drivers (host mode) there is only the
 * dialogue of the browser: both fall back to the dialogue, where a person chooses.
 */
export function routeOf(
  chosen: PrintRoute,
  format: SheetFormat,
  office: { readonly prints: boolean; readonly hasDrivers: boolean },
): PrintRoute {
  if (!office.prints) return 'none';
  switch (chosen) {
    case 'network-thermal':
      return isRoll(format) ? chosen : 'driver-dialog';
    case 'driver-silent':
    case 'pdf-file':
      return office.hasDrivers ? chosen : 'driver-dialog';
    case 'driver-dialog':
    case 'none':
      return chosen;
  }
}
