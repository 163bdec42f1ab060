/** The beginning of a chain head as people compare it by eye: `7F3A-91C2`. */
export function checkCode(chainHead: string): string {
  const head = chainHead.slice(0, 8).toUpperCase();
  return `${head.slice(0, 4)}-${head.slice(4)}`;
}
