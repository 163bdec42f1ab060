import type { ReadableStore, WritableStore } from '../store.ts';

export type LanRow = {
  certificate: string;
  privateKey: string;
  address: string;
  port: number;
  open: number;
};

/** The door to other PCs as it was last opened, or undefined where none ever was. */
export function lanRow(store: ReadableStore): LanRow | undefined {
  return store
    .prepare<[], LanRow>('SELECT certificate, private_key AS privateKey, address, port, open FROM lan')
    .get();
}

/** Keeps where the door is open; the certificate of the first opening stays. */
export function saveLanOpen(store: WritableStore, office: string, row: Omit<LanRow, 'open'>): void {
  store
    .prepare<(string | number)[]>(
      `INSERT INTO lan (office_id, certificate, private_key, address, port, open) VALUES (?, ?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET address = excluded.address, port = excluded.port, open = 1`,
    )
    .run(office, row.certificate, row.privateKey, row.address, row.port);
}

export function saveLanClosed(store: WritableStore): void {
  store.prepare<[]>('UPDATE lan SET open = 0').run();
}
