import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { answered, type DeskReply } from '#shared/contract/problem.ts';
import type { RecordedUnit } from '#shared/domain/voice/recorded-voice.ts';

/** The units of the voice in use, or with the takes, which the desk gives part by part. */
export async function recordedUnits(
  desk: DeskClient,
  method: 'voice.sound' | 'voice.takes',
): Promise<DeskReply<readonly RecordedUnit[]>> {
  const units: RecordedUnit[] = [];
  for (let part = 0, parts = 1; part < parts; part += 1) {
    const reply = await desk.call(method, { part });
    if (!reply.ok) return reply;
    ({ parts } = reply.value);
    units.push(...reply.value.units);
  }
  return answered(units);
}
