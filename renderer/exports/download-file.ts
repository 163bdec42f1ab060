import type { Output } from '#shared/contract/desk-contract.ts';

/** Hands a file of the desk to the browser, which puts it where downloads go. */
export function downloadFile({ fileName, mediaType, base64 }: Output<'report.export'>): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
