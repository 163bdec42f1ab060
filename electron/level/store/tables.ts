import type { Kysely, Transaction } from 'kysely';
import type { LevelFigures } from '#shared/domain/level/figures.ts';
import type { ReceiveReason, ReceiveRoute, ReceiveStatus } from '#shared/domain/level/words.ts';

/** Days and instants are ISO text, yes and no are 1 and 0, on either engine; columns are the names here in snake case. */
export type Tables = {
  /** `roles` and `pin` are JSON. */
  officer: {
    id: string;
    name: string;
    roles: string;
    active: number;
    pin: string | null;
    wrong: number;
    createdAt: string;
  };
  setting: { key: string; value: string };
  office: {
    code: string;
    name: string;
    officeGroup: string;
    telephone: string;
    /** Digits 1 to 7, Monday first. */
    weekdays: string;
    keyId: string;
    registeredOn: string;
    /** The first business day that is asked of it. */
    expectedFrom: string;
    closedOn: string | null;
    closedReason: string | null;
    /** SHA-256 of the token with which it sends over the line. */
    tokenHash: string | null;
  };
  /** Every key that ever signed in the name of an office, or that somebody said yes to. */
  officeKey: {
    officeCode: string;
    keyId: string;
    state: 'accepted' | 'offered' | 'ended';
    at: string;
    by: string;
    reason: string | null;
  };
  /** A file as it came, by the hash of its bytes. `bytes` is deflated, null where the file was too large to keep. */
  keptFile: { sha256: string; bytes: Buffer | null; size: number; fileName: string; receivedAt: string };
  ledger: LedgerRow;
  /** Every version of an office-day that is whole and its own. `stands` is 0 for another file of a version that was there. */
  package: {
    officeCode: string;
    businessDay: string;
    signed: number;
    version: number;
    sha256: string;
    stands: number;
    keyId: string | null;
    frozenAt: string;
    receivedAt: string;
    enteredBy: string;
    reason: string | null;
  };
  daySum: DaySumRow;
  monthSum: MonthSumRow;
  dayCause: {
    officeCode: string;
    businessDay: string;
    kind: 'inactive' | 'referral';
    /** Reason of an account that is not activated, or of a referral; empty where nobody named one. */
    code: string;
    place: string;
    count: number;
  };
  dayNote: {
    officeCode: string;
    businessDay: string;
    kind: 'difficulties' | 'proposals';
    text: string;
  };
  /** What cannot be true of a version that counts: figures against each other (`parts` is a JSON list), or its times. */
  dayDoubt: {
    officeCode: string;
    businessDay: string;
    code: 'parts-differ' | 'clock';
    stated: number;
    parts: string;
  };
  target: {
    officeCode: string;
    level: string;
    periodFrom: string;
    dueOn: string;
    target: number;
    before: number;
  };
  /** The level's own signed sums. */
  ownSum: {
    businessDay: string;
    version: number;
    sha256: string;
    madeAt: string;
    /** The last line of the ledger that it knows. */
    ledgerSeq: number;
    offices: number;
    reason: string | null;
    bytes: Buffer;
  };
  idempotency: { key: string; method: string; bodyHash: string; reply: string; at: string };
};

/** What the ledger tells of: a file, or a word of somebody that changed what the level holds. */
export type LedgerKind =
  | 'file'
  | 'set-up'
  | 'office'
  | 'key'
  | 'closing'
  | 'token'
  | 'target'
  | 'folder'
  | 'paper'
  | 'call-note'
  | 'officer'
  | 'session'
  | 'access'
  | 'sum';

export type LedgerRow = {
  seq: number;
  at: string;
  by: string;
  kind: LedgerKind;
  status: ReceiveStatus | null;
  reason: ReceiveReason | null;
  officeCode: string | null;
  businessDay: string | null;
  version: number | null;
  sha256: string | null;
  fileName: string | null;
  route: ReceiveRoute | null;
  /** JSON of what else it says. */
  data: string;
  /** The officer who was signed in. */
  officerId: string | null;
  previous: string;
  hash: string;
};

/** The figures of an office-day that count. */
export type DaySumRow = {
  businessDay: string;
  officeCode: string;
  signed: number;
  version: number;
  /** When the version that counts came, and when the first of any version did. */
  receivedAt: string;
  firstAt: string;
  frozenAt: string;
  /** Another file of this very version came. */
  conflict: number;
} & LevelFigures;

/** What an office has of one month: its sums, and a bit for each day that counts, the first of the month lowest. */
export type MonthSumRow = {
  month: string;
  officeCode: string;
  days: number;
  unsigned: number;
  bits: number;
} & LevelFigures;

export type LevelDatabase = Kysely<Tables>;
export type LevelTransaction = Transaction<Tables>;
