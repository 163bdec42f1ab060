import { desk0001 } from './0001-desk.ts';
import { replyOrder0002 } from './0002-reply-order.ts';
import { phone0003 } from './0003-phone.ts';
import { verdict0004 } from './0004-verdict.ts';
import { organisation0005 } from './0005-organisation.ts';
import { specialCase0006 } from './0006-special-case.ts';
import { targets0007 } from './0007-targets.ts';
import { purge0008 } from './0008-purge.ts';
import { voidedDay0009 } from './0009-voided-day.ts';
import { officers0010 } from './0010-officers.ts';
import { joinedDevices0011 } from './0011-joined-devices.ts';
import { counterPause0012 } from './0012-counter-pause.ts';
import { remark0013 } from './0013-remark.ts';
import { roster0014 } from './0014-roster.ts';
import { doorCard0015 } from './0015-door-card.ts';
import { ownVoice0016 } from './0016-own-voice.ts';
import { tvDoor0017 } from './0017-tv-door.ts';
import { team0018 } from './0018-team.ts';
import { visit0019 } from './0019-visit.ts';
import { lists0020 } from './0020-lists.ts';

/** One step of the schema; `number` becomes the file's `user_version`. */
export type Migration = {
  readonly number: number;
  readonly sql: string;
  /** The digest of the schema after it. Every start compares with that; making the schema anew for it takes longer than the rest. */
  readonly leadsTo?: string;
};

/** Every step ever shipped, oldest first. A shipped step is never edited: a correction is a new step. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, sql: desk0001 },
  { number: 2, sql: replyOrder0002 },
  { number: 3, sql: phone0003 },
  { number: 4, sql: verdict0004 },
  { number: 5, sql: organisation0005 },
  { number: 6, sql: specialCase0006 },
  { number: 7, sql: targets0007 },
  { number: 8, sql: purge0008 },
  { number: 9, sql: voidedDay0009 },
  { number: 10, sql: officers0010 },
  { number: 11, sql: joinedDevices0011 },
  { number: 12, sql: counterPause0012 },
  { number: 13, sql: remark0013 },
  { number: 14, sql: roster0014 },
  { number: 15, sql: doorCard0015 },
  { number: 16, sql: ownVoice0016 },
  { number: 17, sql: tvDoor0017 },
  { number: 18, sql: team0018 },
  { number: 19, sql: visit0019 },
  {
    number: 20,
    sql: lists0020,
    leadsTo: '2ea5bf88f83e54b517ee6724b4991fe046a158530c08d1a932b2a264e4f49b54',
  },
];

/** The schema a list of steps leads to. Throws when the numbers do not rise strictly from 1. */
export function latestSchema(migrations: readonly Migration[]): number {
  let last = 0;
  for (const { number } of migrations) {
    if (!Number.isInteger(number) || number <= last)
      throw new RangeError(`migration ${number} does not come after ${last}`);
    last = number;
  }
  if (last === 0) throw new RangeError('there is no migration');
  return last;
}
