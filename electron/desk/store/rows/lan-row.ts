import type { ReadableStore, WritableStore } from '../store.ts';

export type LanRow = {
  certificate: string;
  privateKey: string;
  address: string;
  /** The network card that had the address when the door was opened; null for all of them. */
  card: string | null;
  port: number;
  open: number;
};

/** The door to other PCs as it was last opened, or undefined where none ever was. */
export function lanRow(store: ReadableStore): LanRow | undefined {
  return store
    .prepare<[], LanRow>('SELECT certificate, private_key AS privateKey, address, card, port, open FROM lan')
    .get();
}

/** Keeps where the door is open; the certificate of the first opening stays. */
export function saveLanOpen(store: WritableStore, office: string, row: Omit<LanRow, 'open'>): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO lan (office_id, certificate, private_key, address, card, port, open) VALUES (?, ?, ?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET address = excluded.address, card = excluded.card, port = excluded.port, open = 1`,
    )
    .run(office, row.certificate, row.privateKey, row.address, row.card, row.port);
}

export function saveLanClosed(store: WritableStore): void {
  store.prepare<[]>('UPDATE lan SET open = 0').run();
}
