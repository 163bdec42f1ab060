import type { Output, Parsed } from '#shared/contract/desk-contract.ts';
import type { DeviceSettings, PrinterProfile } from '#shared/domain/office/settings.ts';
import { encodeThermal } from '#shared/domain/printing/esc-pos.ts';
import { readRaster, type Raster } from '#shared/domain/printing/raster.ts';
import type { PrintRoute } from '#shared/domain/printing/route.ts';
import { isRoll, ROLL_DOTS, type SheetFormat } from '#shared/domain/printing/sheet-format.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import { Refusal } from '../../refusal.ts';
import type { SheetOrder } from './driver-port.ts';
import { sendToPrinter } from './network-printer.ts';
import type { Printing } from './printing.ts';
import { printByDriver, printToFile, sheetFileName, type Sending } from './send-sheet.ts';

/** What a PC prints with, whether the desk is on it or on another one. */
export type Printers = Pick<Printing, 'drivers' | 'networkPatience' | 'closing'>;

/** Where there is nothing to send with or to: the job is stored, and nothing was tried. */
function untried(trouble: PrintTrouble): Sending {
  return { trouble, mayHavePrinted: false, attempts: 0 };
}

/** Sends a sheet by a driver of this PC, or writes it as a file. */
export async function sendSheet(
  { drivers }: Printers,
  order: SheetOrder,
  job: {
    readonly route: PrintRoute;
    readonly folder: string;
    readonly businessDay: string;
    readonly number: string;
    readonly copy: number;
  },
): Promise<Sending> {
  const { route, folder } = job;
  if (drivers === undefined || route === 'none' || route === 'network-thermal') return untried('no-driver');
  if (route !== 'pdf-file') return printByDriver(drivers, order, route);
  return printToFile(drivers, order, folder, sheetFileName({ ...order, ...job }));
}

/** The dots of a picture that came from a window; refuses with `invalid-input` what is none. */
function pictureOf(input: { widthDots: number; rows: string }, widest: number, path: string): Raster {
  const read = readRaster(input.widthDots, Buffer.from(input.rows, 'base64'), widest);
  if (!read.ok) throw new Refusal({ code: 'invalid-input', path, reason: read.reason });
  return read.raster;
}

/** Looks at a picture for the network printer of a sheet and refuses it with `invalid-input`, or gives what sends it. */
export function pictureSender(
  { networkPatience, closing }: Printers,
  format: SheetFormat,
  profile: PrinterProfile,
  input: { widthDots: number; rows: string },
): () => Promise<Sending> {
  const picture = pictureOf(input, isRoll(format) ? ROLL_DOTS[format].head : 0, 'rows');
  return async () =>
    profile.host === ''
      ? untried('no-address')
      : sendToPrinter(profile, encodeThermal(picture, profile), networkPatience, closing);
}

type Found = Omit<Output<'printer.test'>, 'route'>;

const found = (trouble: PrintTrouble | null, answered = false): Found => ({
  trouble,
  answered,
  paperLow: false,
});

/** Whether the drivers of this PC know a printer; its name may be empty, then any will do. */
async function askDrivers({ drivers }: Printers, device: string): Promise<Found> {
  // In host mode the dialogue of the browser prints, and nobody can be asked.
  if (drivers === undefined) return found(null);
  const devices = await drivers.devices();
  if (devices === undefined) return found('no-answer');
  const isThere = device === '' ? devices.length > 0 : devices.some((one) => one.name === device);
  return found(isThere ? null : 'no-device', true);
}

export async function listPrinters({ drivers }: Printers): Promise<Output<'printer.list'>> {
  const devices = await drivers?.devices();
  return { known: devices !== undefined, devices: [...(devices ?? [])] };
}

/** Asks the printer of a kind of sheet how it is, by the settings of this PC. */
export async function testPrinter(
  printers: Printers,
  settings: DeviceSettings,
  input: Parsed<'printer.test'>,
): Promise<Output<'printer.test'>> {
  const profile = settings.printers[input.sheet];
  const route = settings.printing === 'none' ? 'none' : profile.route;
  switch (route) {
    case 'none':
      return { route, ...found(null) };
    case 'pdf-file':
      return { route, ...found(profile.folder === '' ? 'no-folder' : null) };
    case 'driver-silent':
    case 'driver-dialog':
      return { route, ...(await askDrivers(printers, profile.device)) };
    case 'network-thermal': {
      if (profile.host === '') return { route, ...found('no-address') };
      const job =
        input.picture === undefined
          ? undefined
          : encodeThermal(pictureOf(input.picture, ROLL_DOTS['80'].head, 'picture.rows'), {
              ...profile,
              copies: 1,
            });
      const { networkPatience, closing } = printers;
      const { trouble, answered, paperLow } = await sendToPrinter(profile, job, networkPatience, closing);
      return { route, trouble, answered, paperLow };
    }
  }
}
