import type { ReactNode } from 'react';
import styles from './handout.module.css';

/** One small picture for each step of an activation, in order. */
export const STEP_PICTURES = [
  'open',
  'form',
  'check',
  'otp',
  'password',
  'passcode',
  'questions',
  'enter',
] as const;
type Picture = (typeof STEP_PICTURES)[number];

const phone = <rect x="15" y="1" width="18" height="30" rx="3" />;
const pictures: Record<Picture, ReactNode> = {
  open: (
    <>
      {phone}
      <circle cx="24" cy="11" r="4" />
      <rect x="18" y="20" width="12" height="5" rx="1.5" fill="#000" />
    </>
  ),
  form: (
    <>
      {phone}
      <path d="M18 8h12M18 13h12" />
      <rect x="18" y="19" width="12" height="5" rx="1.5" fill="#000" />
    </>
  ),
  check: (
    <>
      {phone}
      <path d="M19 16l3.5 4L29 12" strokeWidth="2.6" />
    </>
  ),
  otp: (
    <>
      <path d="M5 4h38v19H18l-7 7v-7H5z" />
      <path d="M13 13.5h.1M21 13.5h.1M29 13.5h.1M36 13.5h.1" strokeWidth="4" />
    </>
  ),
  password: (
    <>
      <rect x="12" y="14" width="24" height="16" rx="2" />
      <path d="M17 14V9a7 7 0 0 1 14 0v5M24 20v4" />
    </>
  ),
  passcode: (
    <>
      <rect x="3" y="8" width="42" height="16" rx="3" />
      <path d="M9.5 16h.1M15.3 16h.1M21.1 16h.1M26.9 16h.1M32.7 16h.1M38.5 16h.1" strokeWidth="3.6" />
    </>
  ),
  questions: (
    <>
      <rect x="3" y="2" width="42" height="12" rx="2" />
      <rect x="3" y="18" width="42" height="12" rx="2" />
      <path d="M17 8h23M17 24h23" />
      <path
        d="M7.5 6.6a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1M9.5 11.4v.1M7.5 22.6a2 2 0 1 1 2.6 2c-.5.2-.6.5-.6 1M9.5 27.4v.1"
        strokeWidth="1.4"
      />
    </>
  ),
  enter: (
    <>
      {phone}
      <circle cx="24" cy="11.5" r="3" />
      <path d="M18.5 23c0-4 2.4-6 5.5-6s5.5 2 5.5 6" />
    </>
  ),
};

export function StepPicture({ picture }: { readonly picture: Picture }) {
  return (
    <svg
      className={styles['picture']}
      viewBox="0 0 48 32"
      fill="none"
      stroke="#000"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {pictures[picture]}
    </svg>
  );
}
