import type { ReadableStore, WritableStore } from '../store.ts';

type TvDoorRow = {
  address: string;
  /** The network card that had the address when the door was opened. */
  card: string | null;
  port: number;
  open: number;
};

/** The door to TVs as it was last opened, or undefined where none ever was. */
export function tvDoorRow(store: ReadableStore): TvDoorRow | undefined {
  return store.prepare<[], TvDoorRow>('SELECT address, card, port, open FROM tv_door').get();
}

export function saveTvDoorOpen(store: WritableStore, office: string, row: Omit<TvDoorRow, 'open'>): void {
  store
    .prepare<(string | number | null)[]>(
      `INSERT INTO tv_door (office_id, address, card, port, open) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT DO UPDATE SET address = excluded.address, card = excluded.card, port = excluded.port, open = 1`,
    )
    .run(office, row.address, row.card, row.port);
}

export function saveTvDoorClosed(store: WritableStore): void {
  store.prepare<[]>('UPDATE tv_door SET open = 0').run();
}
