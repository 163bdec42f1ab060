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
  {
    what: 'Anybody at a joined PC lets it leave',
    control:
      'Allowed, also without a line: it loses the token and nothing else, and the desk loses nothing; a new code joins it again',
    tests: [
      [
        'tests/lan/join-cli.test.ts',
        'an empty PC joins while its program runs and leaves again while the line is cut: it is as it was before',
      ],
    ],
  },
  {
    what: 'A false main PC stands in the list of those found',
    control:
      'Anybody may answer a search; a code typed there proves nothing and tells nothing, and the four words of both ends are compared',
    tests: [
      [
        'tests/lan/pairing.test.ts',
        'a relay with a certificate of its own gets nobody in, whether it passes the proof on or not',
      ],
    ],
  },
  {
    what: 'The door follows its card into another network',
    control:
      'Whoever comes there still needs a token or a code; a PC that is carried about should have its door shut',
    tests: [['tests/lan/tv.test.ts', 'the door goes with its card to the next address']],
  },
  {
    what: 'Somebody reads, copies or asks more of the wall over plain HTTP',
    control:
      'Off until a leader switches it on; numbers and counters are all that is there; a copied cookie looks until it is revoked; what the TV shows can be changed on the way',
    tests: [
      [
        'tests/lan/tv.test.ts',
        'whatever a TV asks for by any method at any path, it is given the page of the wall, numbers and counters',
      ],
      ['tests/lan/tv.test.ts', 'a code lets one TV in, once; five wrong ones end it, and so do ten minutes'],
      [
        'tests/lan/tv.test.ts',
        'a TV is listed while it looks, and revoked it is out at once; its token opens nothing',
      ],
      [
        'tests/lan/tv.test.ts',
        'whoever types another address on the TV reads the right one; a page of elsewhere gets nothing',
      ],
    ],
  },
];
