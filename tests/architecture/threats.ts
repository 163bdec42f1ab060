import { LAN_THREATS, type Threat } from './lan-threats.ts';

/** Who could harm an office through this program, what stands in the way, and which tests show that it does. */
export const THREATS: readonly Threat[] = [
  {
    what: 'A script in a citizen’s name runs',
    control:
      'A policy that allows the page’s own files alone; no markup is made of text; a list of files, never a path',
    tests: [
      [
        'tests/e2e/hostile-names.spec.ts',
        '200 payloads as names of people, counters and the office: no page runs one, on no screen and no slip',
      ],
      [
        'tests/e2e/troubles.spec.ts',
        'are refused with a reason or shown as the text they are, and never break a screen',
      ],
      [
        'tests/host/pages.test.ts',
        'a page comes with a policy that lets it use its own files and nothing else',
      ],
      [
        'tests/shell/border.test.ts',
        'the scheme serves the pages that were built, with their policy, and nothing else',
      ],
    ],
  },
  {
    what: 'A window is taken over',
    control:
      'Sandbox, isolation, no Node; two channels; sender, schema and role are checked at every message',
    tests: [
      [
        'tests/shell/border.test.ts',
        '%s answers our own top frames only, and every other sender with a problem',
      ],
      ['tests/shell/border.test.ts', 'a message that is no call is refused in words'],
      ['tests/shell/border.test.ts', 'each window has its roles and no more'],
      ['tests/shell/border.test.ts', 'the preload script is one small file that needs nothing but electron'],
      ['tests/shell/checklist.test.ts', '${number}. ${title}'],
    ],
  },
  {
    what: 'Navigation, windows, links',
    control: 'All denied but the pages of the program and a fixed list of outside ones',
    tests: [
      ['tests/shell/border.test.ts', 'a page may load itself again and go nowhere else'],
      ['tests/shell/windows.test.ts', 'nothing else can be opened, however its address is written'],
    ],
  },
  {
    what: 'Permissions, webviews, downloads',
    control:
      'All denied but the camera, the microphone and a scanner for the counter, and files that our own page made',
    tests: [
      ['tests/shell/readers.test.ts', 'the counter may use the camera, and the microphone by itself'],
      ['tests/shell/readers.test.ts', 'the waiting-room window has neither camera, microphone nor scanner'],
      [
        'tests/shell/readers.test.ts',
        'serial ports are for our own counter; no other kind of device is for anybody',
      ],
      ['tests/shell/border.test.ts', '%s chooses nothing'],
      [
        'tests/shell/border.test.ts',
        'only a file that our own page made is downloaded, to where the officer says',
      ],
    ],
  },
  {
    what: 'A changed program',
    control: 'Fuses of the packed program, read back where it is packed; a signed build',
    tests: [['tests/shell/checklist.test.ts', '19. fuses']],
    without:
      'no key of a publisher signs the builds yet; a changed archive is refused by Windows and macOS alone',
  },
  {
    what: 'Known holes',
    control: 'An Electron that is supported, pinned exactly; signed releases by stick or share',
    tests: [['tests/shell/checklist.test.ts', '16. current Electron']],
    without: 'nothing is fetched by itself: somebody brings the stick',
  },
  {
    what: 'A forged, changed or older release on a stick',
    control:
      'One of two built-in keys signs what a release is; installers are hashed as they are copied and again before they run; never an older one',
    tests: [
      [
        'tests/desk/update/update.test.ts',
        'each release that may not be put onto this PC is refused in its own word, and nothing is copied or started',
      ],
      ['tests/desk/update/update.test.ts', 'what was copied is looked at again before it is started'],
      ['tests/desk/update/minisign.test.ts', 'what is no signature of ours is told apart'],
      ['tests/domain/update.test.ts', 'a release never names a file in another folder'],
    ],
  },
  {
    what: 'A web page talks to the host (rebinding, foreign origin)',
    control: 'Host and Origin must be our own; a header or a cookie of the same site; loopback alone',
    tests: [
      ['tests/host/gate.test.ts', 'a foreign Host is refused on every path: it is a rebinding attack'],
      ['tests/host/gate.test.ts', 'a page of another origin is refused and gets no CORS headers'],
      ['tests/host/gate.test.ts', 'what a foreign form can send without asking is refused'],
      ['tests/host/gate.test.ts', 'only the whole token opens the desk'],
    ],
  },
  ...LAN_THREATS,
  {
    what: 'A stranger lets himself in',
    control:
      'Codes are good once and for two minutes; typed ones for five tries; sessions and walls are kept as hashes and can be ended',
    tests: [
      ['tests/host/access.test.ts', 'one opens one window, and no second one'],
      ['tests/host/access.test.ts', 'one that comes a second time ends what it opened, its way back too'],
      ['tests/host/access.test.ts', '10,000 guesses of a typed code: after five it is worth nothing'],
      [
        'tests/host/access.test.ts',
        'a wall trades its code for a cookie that may only look, which the leader can end within its stream',
      ],
      [
        'tests/host/host-cli.test.ts',
        'after a kill and a start the tokens are new, and an open window and a wall come back by what they hold',
      ],
      [
        'tests/e2e/wall.spec.ts',
        'another browser types the code of the settings, only looks, comes back after a kill, and is shut out at once',
      ],
      [
        'tests/renderer/page-access.test.ts',
        'a reloaded window goes on; what its profile keeps opens no other start of the host',
      ],
    ],
  },
  {
    what: 'Somebody sits down at a PC that was left alone, or tries PINs',
    control:
      'The screen locks itself; wrong PINs are counted before they are compared, wait and lock; without a session the desk serves nothing',
    tests: [
      [
        'tests/contract/access-table.test.ts',
        'every method for every role, signed in or not, here and at a joined PC',
      ],
      [
        'tests/desk/access/pin-guesses.test.ts',
        '10,000 guesses at once: one after another, and two or three are looked at',
      ],
      [
        'tests/desk/access/pin-guesses.test.ts',
        'neither a restart nor a clock that is turned shortens a wait',
      ],
      [
        'tests/desk/access/pin-guesses.test.ts',
        'a guess has counted before it is compared, so that a killed program gives none back',
      ],
      [
        'tests/desk/access/sign-in.test.ts',
        'a locked screen is served nothing but a sign-in, and what finishes a print',
      ],
      [
        'tests/e2e/officers.spec.ts',
        'two officers take turns at one window by keyboard: PINs, a change with a draft kept, a locked screen, a wrong PIN',
      ],
    ],
  },
  {
    what: 'The wall tells of people or of this PC',
    control: 'A display has two methods; its events and refusals are stripped',
    tests: [
      [
        'tests/host/display-door.test.ts',
        'what a display may ask answers with no text but these: no name of a person, no path',
      ],
      [
        'tests/host/display-door.test.ts',
        'over HTTP, whatever a display asks for: no answer holds the data folder or a name',
      ],
      [
        'tests/host/display-door.test.ts',
        'while the data cannot be opened, a display hears why and not where',
      ],
      [
        'tests/host/event-feed.test.ts',
        'of an event the wall learns the hour, the day, the counter and nothing about anybody',
      ],
      ['tests/host/gate.test.ts', 'the display token is held to the wall, whatever role it claims'],
    ],
  },
  {
    what: 'Flooding, huge bodies, silence',
    control: '64 KiB bodies, limits of time, of idle sockets the oldest go',
    tests: [
      [
        'tests/host/connections.test.ts',
        '1,000 connections at once: the desk beside them goes on, and each of them is answered',
      ],
      [
        'tests/host/connections.test.ts',
        'three thousand silent sockets of one program do not keep a window out',
      ],
      ['tests/host/connections.test.ts', 'a socket that says nothing is closed within five seconds'],
      ['tests/host/connections.test.ts', 'a body that does not arrive is given up, in words'],
      ['tests/host/gate.test.ts', 'a body may have 64 KiB, announced or not, and not a byte more'],
      ['tests/host/gate.test.ts', 'a body without the token is not even read'],
      ['tests/contract/fuzz.test.ts', 'a megabyte in one string is refused before it is read'],
    ],
  },
  {
    what: 'Somebody reads or changes without a trace',
    control:
      'Roles are checked in the desk; each change is an event; reads are counted by officer, device and kind',
    tests: [
      ['tests/contract/contract.test.ts', '%s is answered to the roles that may call it'],
      [
        'tests/contract/command-events.test.ts',
        'each command leaves its own event, about the ticket it was given, and a question leaves none',
      ],
      [
        'tests/desk/count-reads.test.ts',
        'a quarter of an hour of reading is one event for each kind; the next quarter begins anew',
      ],
      [
        'tests/desk/count-reads.test.ts',
        'every method that answers with names or numbers of people is marked, and every kind of reading has a method',
      ],
      [
        'tests/desk/count-reads.test.ts',
        'what was read last is written when the desk closes, before its journal ends',
      ],
    ],
  },
  {
    what: 'The journal is edited afterwards',
    control:
      'A chain of hashes, triggers, its head on the report and in the signed day file; the last word beside the database',
    tests: [
      ['tests/desk/store/last-word.test.ts', 'is refused with a copy of it that went on elsewhere'],
      ['tests/desk/store/last-word.test.ts', 'and has no log any more says how much is missing'],
      ['tests/desk/store/schema-invariant.test.ts', 'begins with 1 and goes on by one'],
      ['tests/desk/export/day-file.test.ts', 'one changed byte anywhere is refused'],
    ],
  },
  {
    what: 'The PC or a stick is stolen',
    control:
      'Encryption of data and copies; without it files for this user alone, with nothing left of what was corrected or erased',
    tests: [
      [
        'tests/host/encrypted-day.test.ts',
        'of a day on a desk encrypted %s nothing is found in its folder, its copies and the temporary folder',
      ],
      [
        'tests/desk/seal/encrypt.test.ts',
        'goes on with all it held, finds by name, and holds no name on the disk',
      ],
      [
        'tests/desk/store/closed-folder.test.ts',
        'the folder of the data and its files are open to nobody else, and closed again where somebody opened them',
      ],
      [
        'tests/desk/person/nothing-left.test.ts',
        'of fifty people nothing stands in any file after a correction of them, nor after their time',
      ],
    ],
    without: 'files that were exported and paper are out of reach',
  },
  {
    what: 'A key is lost, guessed or copied',
    control:
      'A data key wrapped by passphrase, recovery key and PC; a signing key that is journalled when renewed',
    tests: [
      [
        'tests/desk/seal/encrypt.test.ts',
        'opens by its passphrase, however it was composed, and by its recovery key, however it was typed',
      ],
      [
        'tests/desk/seal/encrypt.test.ts',
        'makes wrong ones wait, longer and longer, and no guess counts that is no recovery key at all',
      ],
      [
        'tests/desk/seal/encrypt.test.ts',
        'are proven, renewed and set anew, and the former ones open nothing',
      ],
      [
        'tests/desk/seal/encrypt.test.ts',
        'leave nothing of a secret in what is kept of a command, and are not told twice',
      ],
      [
        'tests/desk/export/day-file.test.ts',
        'is made once, for this user alone, and stays the same after a restart',
      ],
      [
        'tests/desk/export/day-file.test.ts',
        'that is lost, or changed for another, is refused until the leader makes a new one, which is journalled',
      ],
    ],
  },
  {
    what: 'Personal data in logs, titles and profiles',
    control: 'Logs hold codes and no input; numbers are masked; a PDF’s profile goes with it',
    tests: [
      [
        'tests/host/incident-log.test.ts',
        'an entry tells the incident, the place and the stack, and no number of a person',
      ],
      ['tests/host/incident-log.test.ts', 'a number with nine digits or more never stays readable'],
      ['tests/shell/windows.test.ts', 'a title never says what is on the page'],
      [
        'tests/host/report-pdf.test.ts',
        'profiles of a program that was killed are swept at the start, those of running ones stay',
      ],
      ['tests/contract/events.test.ts', 'no event carries a name or a number of a person'],
    ],
  },
  {
    what: 'A formula in CSV or XLSX',
    control: 'A sign before what could be one; cells typed as text',
    tests: [
      [
        'tests/desk/export/formula.test.ts',
        '500 payloads in CSV: each comes back as the text it was, with nothing before it but one sign',
      ],
      [
        'tests/desk/export/formula.test.ts',
        '500 payloads in CSV and XLSX, opened by LibreOffice: no formula',
      ],
      ['tests/desk/export/day-csv.test.ts', 'the text %j is written as %j'],
      ['tests/desk/export/books.test.ts', '%s: what people typed stays text, whatever it begins with'],
    ],
  },
  {
    what: 'A hostile file is imported',
    control:
      'Limits before reading; names from a fixed list; read in a thread of its own with a limit of time',
    tests: [
      ['tests/desk/extract/bad-extract.test.ts', '%s is refused with its reason'],
      [
        'tests/desk/extract/bad-extract.test.ts',
        'a bomb is refused from its directory, and one whose directory lies while it is unpacked',
      ],
      ['tests/desk/extract/bad-extract.test.ts', '60 MB do not even reach the desk as a body'],
    ],
  },
  {
    what: 'A forged or changed day file',
    control: 'Signed with the key of the office; canonical bytes',
    tests: [
      ['tests/desk/export/day-file.test.ts', 'one changed byte anywhere is refused'],
      [
        'tests/desk/export/day-file.test.ts',
        'a file signed anew by somebody else is whole but not of the registered key',
      ],
      [
        'tests/desk/export/day-file.test.ts',
        'the command says in words what is wrong, and its exit code is not zero',
      ],
    ],
  },
  {
    what: 'A restore hides something',
    control: 'A restore is an event, what it replaced stays 90 days, numbers go on above every one given',
    tests: [
      [
        'tests/desk/backup/restore.test.ts',
        'goes on above every number that was given, names those without one, and is undone',
      ],
      ['tests/desk/backup/restore.test.ts', 'brings nobody back on a new PC who was erased after the copy'],
      [
        'tests/desk/backup/kill-restore.test.ts',
        'a restore killed at any moment leaves the old desk or the new one, and no number is lost or given twice',
      ],
    ],
  },
];
