import type { ReportVersion } from '#shared/contract/report-period.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { writeDayFile, type SigningKey } from '#electron/books/day-file.ts';
import { makeKeyFile } from '#electron/desk/key-file.ts';
import { fc } from './property.ts';
import { someReport } from './random-report.ts';

/** An office that sends, with its key. */
export type Sender = { readonly code: string; readonly name: string; readonly key: SigningKey };

export function sender(number: number): Sender {
  const code = `XA-${String(number).padStart(4, '0')}`;
  return { code, name: `Công an xã Mẫu ${number}`, key: makeKeyFile(null) };
}

const reports = fc.sample(someReport, { numRuns: 40, seed: 15 });

/** Figures that add up, others for every `seed`. */
export function someDay(seed: number): DayReport {
  const report = reports[seed % reports.length];
  if (report === undefined) throw new RangeError('there are reports');
  return report;
}

/** A signed day file of an office; `seed` chooses its figures, which a change of `report` may replace. */
export function dayFileOf(
  { code, name, key }: Sender,
  businessDay: string,
  {
    version = 1,
    seed = [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), version * 7),
    training = false,
    frozenAt = `${businessDay}T10:0${version % 10}:00.000Z`,
    report = {},
  }: {
    version?: number;
    seed?: number;
    training?: boolean;
    frozenAt?: string;
    report?: Partial<DayReport>;
  } = {},
): Buffer {
  const day: DayReport = {
    ...someDay(seed),
    ...report,
    businessDay,
    version,
    frozenAt,
    office: { code, name, receivingLevel: 'Phòng PC06' },
  };
  const versions = Array.from({ length: version }, (_, index): ReportVersion => ({
    version: index + 1,
    frozenAt,
    by: 'leader · quay-1',
    reason: index === 0 ? null : 'Nhập thiếu một hồ sơ',
    differences: [],
  }));
  return writeDayFile(day, versions, key, training);
}
