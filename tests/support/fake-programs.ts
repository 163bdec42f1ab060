import { fork } from 'node:child_process';

/** A program beside this one. It is told by a channel of Node what the real one is told by a port. */
export const utilityProcess = {
  fork(file: string) {
    const child = fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('error', () => {});
    return Object.assign(child, { postMessage: (message: object) => void child.send(message) });
  },
};
