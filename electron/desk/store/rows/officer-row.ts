import { newId } from '../../new-id.ts';
import type { ReadableStore, WritableStore } from '../store.ts';

/** Who did something and where: ids of the desk's own rows, never names. */
export type Actor = { readonly officer: string; readonly device: string };

/**
 * The officer of a desk without sign-in, the first there is, and the device that holds the database. Before the office is set
 * up both are new: the set-up stores them.
 */
export function ownActor(store: ReadableStore): Actor {
  const officer = store
    .prepare<[], { id: string }>('SELECT id FROM officer ORDER BY created_at, id LIMIT 1')
    .get();
  const device = store.prepare<[], { id: string }>("SELECT id FROM device WHERE kind = 'desk' LIMIT 1").get();
  return { officer: officer?.id ?? newId(), device: device?.id ?? newId() };
}

/** Stores the first officer and the desk's own device, both still without a name. */
export function addOwnActor(store: WritableStore, office: string, own: Actor, at: string): void {
  store
    .prepare<string[]>("INSERT INTO officer (id, office_id, name, created_at) VALUES (?, ?, '', ?)")
    .run(own.officer, office, at);
  store
    .prepare<string[]>(
      "INSERT INTO device (id, office_id, name, kind, created_at) VALUES (?, ?, '', 'desk', ?)",
    )
    .run(own.device, office, at);
}
