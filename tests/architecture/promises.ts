import type { Claim } from './evidence.ts';

/** What an office is promised, and which tests hold the program to it. */
export const PROMISES: readonly Claim[] = [
  {
    what: 'R1 A number that was acknowledged is never lost or given twice',
    tests: [
      [
        'tests/host/kill.test.ts',
        'kill -9 in the middle of ${issues} issues by ${clients} windows: nothing acknowledged is lost, nothing is there twice (%i)',
      ],
    ],
  },
  {
    what: 'R2 … not even when the power goes',
    tests: [
      [
        'tests/desk/store/power-cut.test.ts',
        '${cuts} power cuts at any moment, unsynced sectors kept by chance: every number that was told is there',
      ],
    ],
  },
  {
    what: 'R3 The slip and the ticket agree, and printing never holds the queue',
    tests: [
      [
        'tests/host/printing.test.ts',
        'killed between saving and printing: the job says so, and the reprint carries the same number',
      ],
      [
        'tests/host/printing.test.ts',
        'with a printer that hangs, ${boards} looks at the queue are answered meanwhile',
      ],
      ['tests/desk/printing/jobs.test.ts', 'saving a ticket never waits for a printer that hangs'],
    ],
  },
  {
    what: 'R4 Pressing twice gives one ticket',
    tests: [
      ['tests/contract/idempotency.test.ts', 'pressing twice gives one ticket and the same answer'],
      ['tests/contract/idempotency.test.ts', 'twenty at once with one key give one ticket'],
      [
        'tests/contract/idempotency.test.ts',
        'the same key with another body, or for another command, is refused',
      ],
      ['tests/contract/idempotency.test.ts', 'the key holds over a restart of the program'],
    ],
  },
  {
    what: 'R5 A full disk stops with a clear sentence and harms nothing',
    tests: [
      [
        'tests/desk/store/start-up-fault.test.ts',
        'that fills up in the middle of a day loses nothing that was acknowledged, and goes on when there is room',
      ],
      [
        'tests/desk/store/start-up-fault.test.ts',
        'that is full at start is said so, and the data is there once there is room',
      ],
      [
        'tests/desk/export/save.test.ts',
        'a full disk is named, the older file stays whole and no part is left',
      ],
      [
        'tests/desk/store/migration.test.ts',
        'on a disk without room for the copy is refused as full and leaves the old database',
      ],
    ],
  },
  {
    what: 'R6 A disk that only reads is said at the start',
    tests: [
      [
        'tests/desk/store/start-up-fault.test.ts',
        'that only reads is said so at start, and the file keeps its bytes',
      ],
      ['tests/desk/store/start-up-fault.test.ts', 'a first start on a disk that only reads is told so'],
    ],
  },
  {
    what: 'R7 Damage is noticed before it spreads',
    tests: [
      [
        'tests/desk/store/damage.test.ts',
        'with one flipped bit is refused untouched or can be read whole, ${runs} times (seed ${seed})',
      ],
      ['tests/desk/store/page-sums.test.ts', 'show each of ${flips} flipped bits of a %s file'],
      ['tests/desk/store/last-word.test.ts', '%s is refused, ${rounds} times'],
      ['tests/desk/store/start-up-fault.test.ts', 'is put aside with its log before the damage is refused'],
    ],
  },
  {
    what: 'R8 Numbers belong to the office’s day, not to the clock',
    tests: [
      [
        'tests/desk/queue/lifecycle.test.ts',
        'durations follow the monotonic clock when the wall clock is moved',
      ],
      ['tests/desk/store/schema-invariant.test.ts', 'does not go back to %s'],
      ['tests/desk/day/day-opening.test.ts', 'is voided, closed: %s, and the right one is opened'],
    ],
  },
  {
    what: 'R9 Two programs never own one file',
    tests: [
      [
        'tests/desk/store/second-process.test.ts',
        'another process is refused without a long wait while the desk is open, and let in afterwards',
      ],
      [
        'tests/desk/store/home.test.ts',
        'a copy beside its original is refused until its move is said, and then the original is',
      ],
      ['tests/desk/store/home.test.ts', 'a folder from another machine is refused until its move is said'],
    ],
  },
  {
    what: 'R10 A shared or synced folder is refused, and what to do is said',
    tests: [
      ['tests/desk/store/storage-place.test.ts', 'refuses such a place before anything is made there'],
      ['tests/desk/store/storage-place.test.ts', 'follows a mapped drive or a link to where it leads'],
    ],
  },
  {
    what: 'R11 An interrupted upgrade is old or new, never between',
    tests: [
      [
        'tests/desk/store/migration.test.ts',
        'from schema %i, as an office of that version has it, gives the schema of a new desk with every row and a checked copy',
      ],
      [
        'tests/desk/store/migration.test.ts',
        'leaves the old schema or the new one, never between, ${kills} times',
      ],
      [
        'tests/desk/store/migration.test.ts',
        'keeps the rows, and first puts a checked copy of the old database aside',
      ],
    ],
  },
  {
    what: 'A purge, a restore or a copy that is killed loses nothing and leaves nothing half',
    tests: [
      [
        'tests/desk/person/kill-purge.test.ts',
        'a purge killed at any step takes nobody half: each person is there or gone, the figures stay, and the next one ends it',
      ],
      [
        'tests/desk/backup/kill-restore.test.ts',
        'a restore killed at any moment leaves the old desk or the new one, and no number is lost or given twice',
      ],
      [
        'tests/desk/backup/kill-copy.test.ts',
        'a desk killed while it makes copies keeps every number it gave and every copy it told, and leaves nothing half',
      ],
    ],
  },
  {
    what: 'R12 An older program never touches newer data',
    tests: [
      [
        'tests/desk/store/start-up-fault.test.ts',
        'of a later schema is known by its log, when a crash kept the number out of the file',
      ],
    ],
  },
  {
    what: 'R13 A day file is whole or absent',
    tests: [
      [
        'tests/desk/export/save.test.ts',
        'killing the program ${kills} times in the middle of a save leaves no torn file',
      ],
      [
        'tests/desk/export/save.test.ts',
        'killing the desk ${deskKills} times while it exports leaves every file whole, and the next export sweeps what was torn',
      ],
    ],
  },
  {
    what: 'R17 No input can break the desk',
    tests: [
      ['tests/contract/fuzz.test.ts', '%s'],
      ['tests/contract/fuzz.test.ts', 'a megabyte in one string is refused before it is read'],
      [
        'tests/domain/identity/garbage-scan.test.ts',
        '${fuzzRuns} garbage scans give a card or a reason and never throw',
      ],
    ],
  },
  {
    what: 'R18 Random work ends in a legal state',
    tests: [
      [
        'tests/desk/queue/model.test.ts',
        'random presses never leave the lifecycle: one person a counter, legal steps only, a refusal changes nothing, undo goes one step back',
      ],
    ],
  },
  {
    what: 'R19 A copy that was not opened is no copy',
    tests: [
      [
        'tests/desk/backup/make-copy.test.ts',
        'holds every number given before it, in the log and in the database, and the office’s key',
      ],
      [
        'tests/desk/backup/make-copy.test.ts',
        'does not count when the database it is made of has changed on the disk',
      ],
      ['tests/desk/backup/make-copy.test.ts', 'is not the newest any more when it was cut afterwards'],
      [
        'tests/desk/backup/kill-copy.test.ts',
        'a desk killed while it makes copies keeps every number it gave and every copy it told, and leaves nothing half',
      ],
    ],
  },
  {
    what: 'R20 Five years of data do not slow the desk',
    tests: [
      [
        'tests/desk/store/no-scan.test.ts',
        'no statement of a working day reads a table that grows from end to end',
      ],
    ],
    without: 'speeds are rows of npm run bench, not of tests',
  },
  {
    what: 'R21 Another program that holds the file open loses no export',
    tests: [
      ['tests/desk/export/save.test.ts', 'is tried again after %s, with growing pauses'],
      [
        'tests/desk/export/save.test.ts',
        'is given up after ten tries with its name, the old file untouched and no part left',
      ],
    ],
  },
];
