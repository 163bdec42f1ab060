import type { Claim } from './evidence.ts';

/**
 * What a real Electron does that a kind stand-in hides, read in its own sources: no program here ever ran in one. Each row is
 * a fault that was found that way, and the test that keeps it mended.
 */
export const ELECTRON_DEFECTS: readonly Claim[] = [
  {
    what: 'E1 A window is shown though Wayland never says that it is drawn',
    tests: [
      [
        'tests/shell/window-care.test.ts',
        'a window whose system never says that it is drawn is shown when its page is loaded',
      ],
      ['tests/shell/window-care.test.ts', 'a window whose page never loads is shown after a while'],
      [
        'tests/e2e/slip.spec.ts',
        'the print page of the host draws the slip that the desk composed, at its own size',
      ],
    ],
  },
  {
    what: 'E2, E9 An interrupted or foreign download is fetched anew, through the proxies of the machine',
    tests: [
      [
        'tests/build/electron-dist.test.ts',
        'only an Electron that is whole and of the right version is started; another one is fetched anew',
      ],
      [
        'tests/build/electron-dist.test.ts',
        'what was interrupted or belongs to another version is removed and fetched by the script of the package',
      ],
      [
        'tests/build/electron-dist.test.ts',
        'a download is told as it grows, and given up when nothing comes any more; a slow one is not',
      ],
      [
        'tests/build/electron-dist.test.ts',
        'X11 is asked for where there is one, and proxies and certificates of the machine are used',
      ],
    ],
  },
  {
    what: 'E1, E2, E5 An Electron that hangs, is ended or fails late gives way to the browser, and says why',
    tests: [
      [
        'tests/build/run-electron.test.ts',
        'an Electron that shows no window in its time is ended, also where it does not want to',
      ],
      [
        'tests/build/run-electron.test.ts',
        'an Electron that fails before its window, however late, is told with its reason; one that was used is not',
      ],
      [
        'tests/build/start.test.ts',
        'an Electron that hangs gives way to host mode, and is told with its time',
      ],
      [
        'tests/build/start.test.ts',
        'a download that was broken off and cannot be had again gives way to host mode',
      ],
      [
        'tests/build/start.test.ts',
        'a download that was broken off is fetched anew and runs, in folders named after people',
      ],
      [
        'tests/build/run-electron.test.ts',
        'whether an Electron hangs is found out while the program is built',
      ],
      ['tests/shell/windows.test.ts', 'the one who started the program is told when the counter is shown'],
    ],
  },
  {
    what: 'E3 The wall: F11, screens that come and go, the keyboard, training, sleep',
    tests: [
      ['tests/shell/wall-window.test.ts', 'F11 fills the screen and leaves it, on every window'],
      [
        'tests/shell/wall-window.test.ts',
        'the wall fills the second screen, keeps it awake and leaves the keyboard to the counter',
      ],
      ['tests/shell/wall-window.test.ts', 'a wall does not take the keyboard of another program'],
      [
        'tests/shell/wall-window.test.ts',
        'a TV that is switched off takes the wall from sight, and brings it back when it is on',
      ],
      ['tests/shell/wall-window.test.ts', 'a training wall comes back as a training wall'],
    ],
  },
  {
    what: 'E4 A slow driver holds its window, and no number',
    tests: [
      [
        'tests/thread/blocked-windows.test.ts',
        'a driver that holds the windows for ${blockedMs} ms holds no number of another PC',
      ],
      [
        'tests/thread/desk-thread.test.ts',
        'a driver that holds the windows longer than its time gives a sheet that may have been printed',
      ],
      [
        'tests/thread/built-program.test.ts',
        'as built, a visit goes through the thread, a copy waits out a held window, and the next start finds all',
      ],
      [
        'tests/thread/built-program.test.ts',
        'as built, a window joins the desk of another PC across both threads',
      ],
      ['tests/shell/printing.test.ts', 'the printers are not listed before each sheet'],
      ['tests/shell/printing.test.ts', 'everything about the paper is said, in microns'],
    ],
  },
  {
    what: 'E8 The thread of the desks dies once, and again',
    tests: [
      [
        'tests/thread/thread-that-dies.test.ts',
        'a thread that dies says so and is started again by itself, with every door that was open and all that was stored',
      ],
      [
        'tests/thread/thread-that-dies.test.ts',
        'a thread that dies again soon is started again after a rest, and says in how many seconds',
      ],
      [
        'tests/thread/thread-that-dies.test.ts',
        'what was under way while the thread died is not done twice: no number, and no sheet',
      ],
      [
        'tests/thread/thread-that-dies.test.ts',
        'a thread that is ended where it stands leaves all that was stored, and its desk opens again',
      ],
    ],
  },
  {
    what: 'E5, E11 The sandbox rule of Ubuntu and an old Linux are told in words',
    tests: [
      [
        'tests/build/electron-dist.test.ts',
        'an old Linux is told in words, and so is the sandbox rule of Ubuntu with its two commands',
      ],
      [
        'tests/build/deb.test.ts',
        'the Debian package is the same bytes twice, installs, starts, is upgraded and goes, and the data stays',
      ],
    ],
  },
  {
    what: 'E6 No installer is made around a stand-in, and no packing passes that made nothing',
    tests: [
      ['tests/build/package.test.ts', 'an installer is not made around a stand-in for Electron'],
      ['tests/build/package.test.ts', 'a step of npm test that ends well without making its file has failed'],
    ],
  },
  {
    what: 'E7 Copy buttons copy',
    tests: [
      ['tests/shell/window-care.test.ts', 'the copy buttons of the counter may copy; no other page may'],
    ],
  },
  {
    what: 'E8 A page that dies twice, or hangs',
    tests: [
      [
        'tests/shell/window-care.test.ts',
        'a page that dies is loaded again at once; one that dies again soon when the officer says so',
      ],
      [
        'tests/shell/window-care.test.ts',
        'a page that hangs is waited for or opened again, as the officer says',
      ],
      [
        'tests/shell/wall-window.test.ts',
        'a wall that dies again soon is loaded again a while later, without a question',
      ],
      ['tests/shell/window-care.test.ts', 'a program beside the windows that dies is in the log'],
    ],
  },
  {
    what: 'E10 Zoom keys, and a menu of the right button in Vietnamese',
    tests: [
      [
        'tests/shell/window-care.test.ts',
        'Ctrl with +, − and 0 makes everything larger, smaller and as it was, and leaves other keys to the page',
      ],
      [
        'tests/shell/window-care.test.ts',
        'the right button offers what can be done with the text, in Vietnamese',
      ],
    ],
  },
  {
    what: 'E10 The counter is zoomed alone; the taskbar tells of files, and nobody closes over them unasked',
    tests: [
      [
        'tests/shell/wall-window.test.ts',
        'the counter is zoomed without the wall, and the wall without the counter',
      ],
      [
        'tests/shell/file-work.test.ts',
        'files that are being written are shown in the taskbar until the last is written',
      ],
      [
        'tests/shell/file-work.test.ts',
        'closing while files are written asks, and closes when they are written',
      ],
      ['tests/shell/file-work.test.ts', 'what stands behind the pages goes with the theme of the PC'],
      ['tests/shell/pc-asks.test.ts', 'title bars have the colours of the counter, or those of the PC'],
      ['tests/shell/pc-asks.test.ts', 'the counter chooses a folder of the PC in its dialogue, or none'],
    ],
  },
  {
    what: 'E12 Margins in the unit that Electron reads',
    tests: [
      [
        'tests/shell/printing.test.ts',
        'a page keeps the margins of its sheet, which Electron reads in points',
      ],
    ],
  },
  {
    what: 'E13 A small screen at 125 %; debuggers; an environment that would make it Node alone',
    tests: [
      [
        'tests/shell/window-care.test.ts',
        'on a small screen at 125 % the window is no larger than the screen',
      ],
      ['tests/shell/window-care.test.ts', 'an installed program does not start with --%s'],
      [
        'tests/build/electron-dist.test.ts',
        'X11 is asked for where there is one, and proxies and certificates of the machine are used',
      ],
    ],
  },
];
