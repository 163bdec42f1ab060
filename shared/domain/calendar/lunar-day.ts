import { addDays, daysBetween, type IsoDate } from './business-date.ts';

/** Day 0 of the astronomers' count of days, in days before 1970-01-01 at noon UTC. */
const EPOCH: IsoDate = '1970-01-01';
const EPOCH_JULIAN_DAY = 2_440_588;
/** The lunar calendar of Việt Nam is reckoned at 7 hours east of UTC (QĐ 121/CP ngày 08/8/1967). */
const ZONE = 7 / 24;
const MONTH = 29.530_588_853;
/** Number of the first new moon of 1900 in the count of {@link newMoon}. */
const FIRST_MOON = 2_415_021.076_998_695;

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/**
 * The day, as a Julian day number at 7 hours east, of the `k`th new moon since 01/01/1900 (Meeus, Astronomical
 * Algorithms 1998, chapter 49, in the short form of Hồ Ngọc Đức's "Thuật toán tính âm lịch"). Right to minutes.
 */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = 359.2242 + 29.105_356_08 * k - 0.000_033_3 * t ** 2 - 0.000_003_47 * t ** 3;
  const moon = 306.0253 + 385.816_918_06 * k + 0.010_730_6 * t ** 2 + 0.000_012_36 * t ** 3;
  const node = 21.2964 + 390.670_506_46 * k - 0.001_652_8 * t ** 2 - 0.000_002_39 * t ** 3;
  const mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t ** 2 - 0.000_000_155 * t ** 3;
  const turned = mean + 0.000_33 * sine(166.56 + 132.87 * t - 0.009_173 * t ** 2);
  const correction =
    (0.1734 - 0.000_393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun);
  const clock = -0.000_278 + 0.000_265 * t + 0.000_262 * t ** 2;
  return Math.floor(turned + correction - clock + 0.5 + ZONE);
}

/** The twelfth of the sun's way, 0 to 11, at the beginning of a Julian day number at 7 hours east. */
function sunTwelfth(day: number): number {
  const t = (day - 0.5 - ZONE - 2_451_545) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.000_155_9 * t ** 2 - 0.000_000_48 * t ** 3;
  const mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t ** 2;
  const centre =
    (1.9146 - 0.004_817 * t - 0.000_014 * t ** 2) * sine(anomaly) +
    (0.019_993 - 0.000_101 * t) * sine(2 * anomaly) +
    0.000_29 * sine(3 * anomaly);
  const longitude = mean + centre;
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

/** The new moon, in the count of {@link newMoon}, that begins the eleventh month of a year: the one with the winter solstice. */
function eleventhMonth(year: number): number {
  const end = daysBetween(EPOCH, `${year}-12-31`) + EPOCH_JULIAN_DAY;
  const k = Math.floor((end - FIRST_MOON + 0.5) / MONTH);
  return sunTwelfth(newMoon(k)) >= 9 ? k - 1 : k;
}

/**
 * The day of the common calendar on which a day of the lunar calendar of Việt Nam falls: `month` 1 to 10 of the lunar year
 * that begins in `year`, never its leap month. Checked against published calendars from 2020 to 2040.
 */
export function lunarDay(year: number, month: number, day: number): IsoDate {
  const winter = eleventhMonth(year - 1);
  const isLeapYear = eleventhMonth(year) - winter > 12;
  let leap = 0;
  // The leap month is the first after the eleventh in which the sun enters no new twelfth.
  if (isLeapYear)
    for (leap = 1; sunTwelfth(newMoon(winter + leap)) !== sunTwelfth(newMoon(winter + leap + 1));) leap += 1;
  const after = month + 1;
  const k = winter + (leap > 0 && after >= leap ? after + 1 : after);
  return addDays(EPOCH, newMoon(k) + day - 1 - EPOCH_JULIAN_DAY);
}
