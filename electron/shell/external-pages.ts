/** The only addresses outside of the program that a click may open, in the browser of this PC. */
export const EXTERNAL_PAGES: readonly string[] = [
  'https://vneid.gov.vn/',
  'https://dichvucong.bocongan.gov.vn/',
  'https://dichvucong.gov.vn/',
];
