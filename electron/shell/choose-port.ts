import { dialog, type SerialPort } from 'electron';
import { scanVi } from '#shared/text/areas/scan.ts';

/**
 * The port of the card scanner, '' when there is none or the officer chooses none. Electron has no list of its own to
 * choose from; one USB device needs no question.
 */
export async function choosePort(ports: readonly SerialPort[]): Promise<string> {
  const usb = ports.filter(({ vendorId }) => vendorId !== undefined);
  const candidates = usb.length > 0 ? usb : ports;
  const [first, second] = candidates;
  if (first === undefined || second === undefined) return first?.portId ?? '';
  const names = candidates.map(({ displayName, portName }) =>
    displayName === undefined ? portName : `${displayName} (${portName})`,
  );
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: scanVi.choosePort,
    buttons: [...names, scanVi.choosePortCancel],
    cancelId: names.length,
    defaultId: 0,
    noLink: true,
  });
  return candidates[response]?.portId ?? '';
}
