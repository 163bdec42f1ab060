import type { OfficeSettings } from '#shared/contract/office.ts';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';

/** What an office starts with where it names nothing of its own; every value can be changed in the settings. */
export const defaultSettings: OfficeSettings = {
  superior: '',
  address: '',
  openingHours: '07:30–11:30, 13:00–17:00',
  // Empty: the hotline of the rule pack in force.
  hotline: '',
  numberPaper: '80',
  guidancePaper: '80',
  priorityRun: 2,
  notHereReturnsAfter: 3,
  notHereMaxReturns: 2,
  priorityClasses: ['Người cao tuổi', 'Người khuyết tật', 'Phụ nữ mang thai', 'Có con nhỏ', 'Người có công'],
  saturdayCounts: false,
  cultureDayOff: false,
  announcedYears: [],
  rulePack: null,
  printing: 'dialog',
  exportFolders: [],
  kind: 'commune-police',
  procedures: [...PROCEDURES],
  directory: [],
};

/** One series for every procedure: numbers that start at A001 and never surprise anybody. */
export const defaultSeries = [{ letter: 'A', name: 'Mọi thủ tục', procedures: [] }] as const;
