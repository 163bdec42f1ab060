/** An address and a port as they stand at the main PC, such as `192.168.1.20:47200`; null where it is none. */
export function readHostAddress(typed: string): { address: string; port: number } | null {
  const [, address = '', digits = ''] = /^\s*(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})\s*$/.exec(typed) ?? [];
  const port = Number(digits);
  const isAddress =
    address !== '' && address.split('.').every((part) => String(Number(part)) === part && Number(part) < 256);
  return isAddress && port >= 1 && port <= 65_535 ? { address, port } : null;
}
