const dates = /\/(CreationDate|ModDate) \(D:(\d{14})([+-]\d{2}'\d{2}'|Z?)\)/g;
const fileId = /\/ID ?\[ ?<([0-9A-Fa-f]*)> ?<([0-9A-Fa-f]*)> ?\]/g;

/**
 * A PDF without the moment at which it was drawn: its dates become that of the figures and its file identity zeros, each in as
 * many bytes as before, so that the table of offsets stays true. `at` is an instant in UTC text.
 */
export function plainPdf(pdf: Uint8Array, at: string): Buffer {
  const moment = at.replaceAll(/\D/g, '').slice(0, 14).padEnd(14, '0');
  // Latin-1 keeps every byte as one letter.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return Buffer.from(
    text
      .replaceAll(dates, (_all, name: string, _digits, zone: string) => {
        const utc = zone.length > 1 ? "+00'00'" : zone;
        return `/${name} (D:${moment}${utc})`;
      })
      .replaceAll(fileId, (all) =>
        all.replaceAll(/<[0-9A-Fa-f]*>/g, (id) => `<${'0'.repeat(id.length - 2)}>`),
      ),
    'latin1',
  );
}
