import { USUAL_DARKNESS } from '#shared/domain/printing/raster.ts';
import type { DeviceSettings, OfficeSettings, PrinterProfile } from '#shared/domain/office/settings.ts';
import { KEEP_DAYS } from '#shared/domain/person/keeping.ts';
import { PROCEDURES } from '#shared/domain/procedure/vocabulary.ts';
import { defaultVoice } from '#shared/domain/voice/settings.ts';
import { USUAL_LEADING } from '#shared/domain/report/leading.ts';

/** The print dialogue, which needs nothing to be set up; the rest waits for the day somebody chooses another route. */
export const defaultPrinter: PrinterProfile = {
  route: 'driver-dialog',
  device: '',
  host: '',
  // Raw printing over TCP, where network printers listen.
  port: 9100,
  folder: '',
  margins: null,
  offset: { x: 0, y: 0 },
  scale: 100,
  darkness: USUAL_DARKNESS,
  density: 0,
  copies: 1,
  cut: true,
};

/** What a PC starts with. */
export const defaultDevice: DeviceSettings = {
  numberPaper: '80',
  guidancePaper: '80',
  printing: 'dialog',
  printers: {
    number: defaultPrinter,
    guidance: defaultPrinter,
    handout: defaultPrinter,
    list: defaultPrinter,
  },
  voice: defaultVoice,
  queueSound: true,
  counterId: null,
};

const { counterId: _counter, ...ofDevice } = defaultDevice;

/** Whether a setting belongs to a PC and not to the office. */
export function isDeviceKey(key: string): key is keyof typeof ofDevice {
  return Object.hasOwn(ofDevice, key);
}

/** What an office starts with where it names nothing of its own; every value can be changed in the settings. */
export const defaultSettings: OfficeSettings = {
  ...ofDevice,
  superior: '',
  address: '',
  openingHours: '07:30–11:30, 13:00–17:00',
  phone: '',
  receiverPhone: '',
  // Empty: the hotline of the rule pack in force.
  hotline: '',
  priorityRun: 2,
  notHereReturnsAfter: 3,
  notHereMaxReturns: 2,
  waitingTargets: {},
  priorityClasses: ['Người cao tuổi', 'Người khuyết tật', 'Phụ nữ mang thai', 'Có con nhỏ', 'Người có công'],
  saturdayCounts: false,
  cultureDayOff: true,
  announcedYears: [],
  rulePack: null,
  slipLanguage: 'vi',
  // Luật Người cao tuổi 39/2009/QH12, Điều 2: old from 60. That their slip is large is this program's own suggestion.
  largePrintFrom: 60,
  noticeDayCounts: false,
  activationWays: null,
  smsMarks: false,
  // As the pages of both stores give them (November 2026); the office scans them before it prints.
  storeAddresses: {
    appStore: 'https://apps.apple.com/vn/app/vneid/id1582750372',
    googlePlay: 'https://play.google.com/store/apps/details?id=com.vnid',
  },
  handoutTexts: {},
  residences: [],
  closingTime: '17:00',
  leadingFigures: [...USUAL_LEADING],
  countsOfficers: false,
  exportFolders: [],
  keepDays: KEEP_DAYS.usual,
  report: {
    placeName: '',
    symbol: 'BC-CAP',
    sendTo: '',
    recipients: ['Như trên', 'Lưu: VT'],
    // Empty: the head of the office by its name.
    signerTitle: '',
    signerName: '',
  },
  kind: 'commune-police',
  procedures: [...PROCEDURES],
  anywhereCard: false,
  directory: [],
};

/** One series for every procedure: numbers that start at A001 and never surprise anybody. */
export const defaultSeries = [{ letter: 'A', name: 'Mọi thủ tục', procedures: [] }] as const;
