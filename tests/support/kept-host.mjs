// Runs the built host, as its command line does, for whoever started this process: `{ args }` begins it, `{ stop: true }` is its SIGTERM, and its end
// is told instead of ending this process. What the next one runs is loaded and compiled by then, which is half of a start.
let turn = 0;

process.exit = (code) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  process.send?.({ ended: code ?? 0 });
};
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', ({ args, stop }) => {
  if (stop) return void process.emit('SIGTERM');
  const [file, ...rest] = args;
  process.argv = [process.execPath, file, ...rest];
  turn += 1;
  void import(`${file}?${turn}`);
});
