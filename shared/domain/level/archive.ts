/** The first bytes of ZIP, RAR, 7z and gzip. */
const HEADS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
];

/** Whether bytes begin as an archive does: what lies in it has to be unpacked first. */
export function isArchive(bytes: Uint8Array): boolean {
  return HEADS.some((head) => head.every((byte, index) => bytes[index] === byte));
}
