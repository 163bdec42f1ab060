/** Who may speak to this host: pages of its own and programs of this PC. Foreign names mean a rebinding attack. */
export type OwnNames = {
  host(header: string | undefined): boolean;
  origin(header: string | undefined): boolean;
};

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** `port` is asked for at each call: it is known only after the host listens. */
export function ownNames(port: () => number, more: readonly string[] = []): OwnNames {
  const names = [...loopbackNames, ...more];
  const addresses = (): string[] => names.map((name) => `${name}:${port()}`);
  return {
    host: (header) => header !== undefined && addresses().includes(header.toLowerCase()),
    origin: (header) =>
      header === undefined || addresses().some((address) => header.toLowerCase() === `http://${address}`),
  };
}
