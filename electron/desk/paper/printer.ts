import type { Output } from '#shared/contract/desk-contract.ts';
import { encodeThermal } from '#shared/domain/printing/esc-pos.ts';
import { ROLL_DOTS } from '#shared/domain/printing/sheet-format.ts';
import type { PrintTrouble } from '#shared/domain/printing/trouble.ts';
import type { Services } from '../desk-call.ts';
import type { Printing } from './port/printing.ts';
import { sendToPrinter } from './port/network-printer.ts';
import { readDevice } from '../store/rows/device-row.ts';
import { pictureOf } from './print-send.ts';

type Found = Omit<Output<'printer.test'>, 'route'>;

const found = (trouble: PrintTrouble | null, answered = false): Found => ({
  trouble,
  answered,
  paperLow: false,
});

/** Whether the drivers of this PC know a printer; its name may be empty, then any will do. */
async function askDrivers({ drivers }: Printing, device: string): Promise<Found> {
  // In host mode the dialogue of the browser prints, and nobody can be asked.
  if (drivers === undefined) return found(null);
  const devices = await drivers.devices();
  if (devices === undefined) return found('no-answer');
  const isThere = device === '' ? devices.length > 0 : devices.some((one) => one.name === device);
  return found(isThere ? null : 'no-device', true);
}

/** The services of the printers themselves. */
export const printerServices = (printing: Printing) =>
  ({
    async 'printer.list'() {
      const devices = await printing.drivers?.devices();
      return { known: devices !== undefined, devices: [...(devices ?? [])] };
    },
    async 'printer.test'(call, input) {
      const settings = readDevice(call.store, call.caller.device);
      const profile = settings.printers[input.sheet];
      const route = settings.printing === 'none' ? 'none' : profile.route;
      switch (route) {
        case 'none':
          return { route, ...found(null) };
        case 'pdf-file':
          return { route, ...found(profile.folder === '' ? 'no-folder' : null) };
        case 'driver-silent':
        case 'driver-dialog':
          return { route, ...(await askDrivers(printing, profile.device)) };
        case 'network-thermal': {
          if (profile.host === '') return { route, ...found('no-address') };
          const job =
            input.picture === undefined
              ? undefined
              : encodeThermal(pictureOf(input.picture, ROLL_DOTS['80'].head, 'picture.rows'), {
                  ...profile,
                  copies: 1,
                });
          const { networkPatience, closing } = printing;
          const { trouble, answered, paperLow } = await sendToPrinter(profile, job, networkPatience, closing);
          return { route, trouble, answered, paperLow };
        }
      }
    },
  }) satisfies Partial<Services>;
