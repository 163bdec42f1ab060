import type { MethodName, Parsed } from '#shared/contract/desk-contract.ts';
import { answered, refused, type DeskReply } from '#shared/contract/problem.ts';
import { Refusal } from '../../refusal.ts';
import { storeProblem } from '../../store/store-problem.ts';
import type { Around, Updates } from './updates.ts';

/** Serves `update.*` where no desk of this PC is open: there is nothing to copy and no journal to tell. */
export async function serveUpdates(
  updates: Updates,
  method: MethodName,
  input: unknown,
  around: Around,
): Promise<DeskReply<unknown>> {
  try {
    switch (method) {
      case 'update.find':
        return answered(await updates.find(around));
      case 'update.review':
        await updates.review((input as Parsed<'update.review'>).path, around);
        break;
      case 'update.install': {
        const { version } = input as Parsed<'update.install'>;
        await updates.install(
          version,
          around,
          async () => {},
          () => {},
        );
        return answered({ version, copy: null });
      }
      case 'update.watch':
        updates.watch((input as Parsed<'update.watch'>).folder);
        break;
      case 'update.seen':
        updates.seen();
        break;
      default:
    }
    return answered(await updates.state(around));
  } catch (error) {
    const problem = error instanceof Refusal ? error.problem : storeProblem(error, updates.folder);
    if (problem === null) throw error;
    return refused(problem);
  }
}
