// Measures the program and prints one table: what was measured, its budget, and whether it is met.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { againstRaw } from './against-raw.ts';
import { besideMado } from './beside-mado.ts';
import { encrypted } from './encrypted.ts';
import { exports } from './export.ts';
import { figure, isNotMeasured, notMeasured, table, type Row } from './figures.ts';
import { fiveYears } from './five-years.ts';
import { overHttp } from './over-http.ts';
import { loadAverage } from './process-figures.ts';
import { firstSizes } from './script-size.ts';

const usage = `npm run bench -- [--quick] [--only <parts>] [--tickets <number>]
  --quick            small sizes: a minute in all
  --only http,pages  some parts alone, of raw, http, mado, past, encrypted, export, level, pages and paper
  --full             a million files behind the receiving level instead of a tenth of that
  --tickets 600000   how many lie behind the desk of five years
MADO_URL=<address> names a running MADO (Memuro-Town/MADO-queue) of this machine; it is measured beside the program, and its
numbers of the day are used up.`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        quick: { type: 'boolean', default: false },
        full: { type: 'boolean', default: false },
        only: { type: 'string', default: 'raw,http,mado,past,encrypted,export,level,pages,paper' },
        tickets: { type: 'string' },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}

const values = readArguments();
if (values.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
const tickets = Number(values.tickets ?? (values.quick ? 20_000 : 600_000));
const operations = values.quick ? 200 : 1000;

const parts: Record<string, () => Promise<Row[]> | Row[]> = {
  raw: () => againstRaw(operations),
  http: () => overHttp(values.quick ? 200 : 600),
  mado: () => {
    const url = process.env['MADO_URL'];
    if (url === undefined) return [notMeasured('beside MADO', 'MADO_URL names none')];
    return besideMado(url, values.quick ? 3 : 7, values.quick ? 200 : 600);
  },
  past: () =>
    fiveYears({ tickets, days: Math.ceil(tickets / 400), people: Math.ceil(tickets / 3) }, operations),
  encrypted: () =>
    encrypted({ tickets, days: Math.ceil(tickets / 400), people: Math.ceil(tickets / 3) }, operations),
  export: () => exports(values.quick ? 3 : 10),
  async level() {
    const { receivingLevel } = await import('./level.ts');
    const days = values.full ? 300 : 30;
    return values.quick
      ? receivingLevel({ offices: 300, past: 300, days: 20 }, { offices: 300, past: 50, days: 20 })
      : receivingLevel({ offices: 3_321, past: 3_321, days }, { offices: 3_321, past: 100, days: 300 });
  },
  async pages() {
    // The browser is a tool of the tests: without it everything else is still measured.
    const { pages } = await import('./pages.ts');
    return [...firstSizes(), ...(await pages(500, values.quick ? 10 : 40))];
  },
  async paper() {
    const { paper } = await import('./paper.ts');
    return paper(values.quick ? 100 : 300);
  },
};

async function measured(name: string): Promise<Row[]> {
  const part = parts[name];
  if (part === undefined) throw new Error(`--only knows ${Object.keys(parts).join(', ')}, not ${name}`);
  process.stderr.write(`${name} …\n`);
  try {
    return await part();
  } catch (error) {
    return [
      notMeasured(name, error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)),
    ];
  }
}

const rows: Row[] = [
  figure(
    'machine',
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`,
    `Node ${process.version}`,
  ),
];
for (const name of values.only.split(',')) {
  rows.push(figure(name, '', `load average ${loadAverage()} before`));
  rows.push(...(await measured(name)));
}
process.stdout.write(`${table(rows)}\n`);
if (Number(loadAverage()) > cpus().length)
  process.stdout.write(
    '\nThe machine was busy with other work: every time above is too long; ratios hold better.\n',
  );
const missed = rows.filter(({ met }) => met === false).length;
const unknown = rows.filter(isNotMeasured).length;
process.stdout.write(
  missed + unknown === 0
    ? '\nEvery budget is met.\n'
    : `\n${missed} budgets are not met, ${unknown} parts were not measured.\n`,
);
