import { useDesk, useDeskStart } from '#renderer/desk/desk-context.ts';
import { useHeardAgain } from '#renderer/desk/live.ts';

/** Nobody touches a wall: once the desk is heard again from a program of another version, the page loads itself anew from there. */
export function useNewProgram(): void {
  const client = useDesk();
  const { start } = useDeskStart();
  const version = start.state === 'open' ? start.health.version : undefined;
  useHeardAgain(() => {
    if (version === undefined) return;
    void client.call('system.health', {}).then((reply) => {
      if (reply.ok && reply.value.version !== version) location.reload();
    });
  });
}
