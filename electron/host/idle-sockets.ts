import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Keeps the sockets that do nothing for anybody from standing in the way of a new window. */
type IdleSockets = {
  /** A request that was let in: its socket stays until it is answered. */
  hold(socket: Socket, answer: ServerResponse): void;
};

/**
 * Of the sockets that carry no admitted request at most `most` stay: a new one takes the place of the oldest, so that nobody can fill
 * the host with silence. (`server.maxConnections` drops the new ones, which are the office's own.)
 */
export function limitIdleSockets(
  server: Server,
  most: number,
  /** Over TLS a socket counts from the end of its handshake on, which has a limit of its own. */
  born: 'connection' | 'secureConnection' = 'connection',
): IdleSockets {
  /** In the order in which they fell idle. */
  const idle = new Set<Socket>();

  function rest(socket: Socket): void {
    if (socket.destroyed) return;
    idle.delete(socket);
    idle.add(socket);
    const [oldest] = idle;
    if (idle.size > most) oldest?.destroy();
  }

  server.on(born, (socket: Socket) => {
    socket.once('close', () => idle.delete(socket));
    rest(socket);
  });
  return {
    hold(socket, answer) {
      idle.delete(socket);
      answer.once('close', () => rest(socket));
    },
  };
}
