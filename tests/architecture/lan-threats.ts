import type { Claim } from './evidence.ts';

/** What stands against each of the threats is told beside it. */
export type Threat = Claim & { readonly control: string };

/** What could come through the door to other PCs of the office. */
export const LAN_THREATS: readonly Threat[] = [
  {
    what: 'Somebody listens on the network, stands in between or floods it',
    control:
      'Shut until a leader opens it; TLS 1.3 with a certificate of the office that joined PCs know; a code bound to the very connection, five tries, ten minutes, once; who knocks too often is not met',
    tests: [
      [
        'tests/lan/pairing.test.ts',
        'five wrong tries end a code, and a late, an ended and a missing one say so',
      ],
      ['tests/lan/pairing.test.ts', 'of two devices with one code one joins'],
      [
        'tests/lan/pairing.test.ts',
        'a relay with a certificate of its own gets nobody in, whether it passes the proof on or not',
      ],
      ['tests/lan/cut-line.test.ts', 'another desk at the address is not spoken to, and said'],
      [
        'tests/lan/flood.test.ts',
        'a flooded port keeps nobody waiting at the desk, and a line that is up stays',
      ],
    ],
  },
  {
    what: 'A PC that joined is stolen or does more than it may',
    control:
      'Its token is 256 bits, kept as a hash at the desk and for one user there; without a leader signed in it is never one; revoked it is out at once',
    tests: [
      ['tests/lan/pairing.test.ts', 'a revoked device is out at once, and its token opens nothing more'],
      [
        'tests/lan/pairing.test.ts',
        'a joined PC may do what reception and counters do, never what a leader does; a display shows',
      ],
      [
        'tests/lan/join-cli.test.ts',
        'a second PC joins by two flags, serves the desk of the first, and comes back without them',
      ],
    ],
  },
  {
    what: 'A line that is cut makes two truths',
    control:
      'Nothing is queued and nothing answered from memory; a command whose answer was lost is asked again with its key',
    tests: [
      [
        'tests/lan/cut-line.test.ts',
        'a command whose answer was lost is done once, whoever asks for it again',
      ],
      [
        'tests/lan/cut-line.test.ts',
        'where the line stays cut such a command is answered as unknown, never as refused',
      ],
      [
        'tests/lan/busy-room.test.ts',
        'two receptions, six counters, a wall and others work over lines that are cut: nothing twice, nothing lost',
      ],
      [
        'tests/lan/pairing.test.ts',
        'a program of another version is refused in words, joined or joining, and no data is touched',
      ],
    ],
  },
];
