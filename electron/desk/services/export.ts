import type { Services } from '../desk-call.ts';
import { dayReport } from './report.ts';

export const exportServices = {
  'report.export'(call, input) {
    const report = dayReport(call, input.businessDay);
    return {
      fileName: `so-lieu-${input.businessDay}.json`,
      mediaType: 'application/json',
      base64: Buffer.from(JSON.stringify(report)).toString('base64'),
    };
  },
  'report.save'(call, input) {
    dayReport(call, input.businessDay);
    return { path: input.folder, bytes: 0, sha256: '' };
  },
} satisfies Partial<Services>;
