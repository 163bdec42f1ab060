import { Suspense, useEffect, useEffectEvent } from 'react';
import { useSigning } from '#renderer/desk/session.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { useKeys, type KeyMap } from '#renderer/ui/use-keys.ts';
import styles from './signing.module.css';
import { useChangeOfficer, useSigningRule } from './use-change-officer.ts';

const SignInScreen = lazyPart(() => import('./sign-in-screen.tsx').then((m) => m.SignInScreen));

/** Who sits at this window: covers it when nobody does, when it was left alone, and at a key. What lies below stays as it is. */
export function Signing() {
  const { pins, lockMinutes, officers, isAsked } = useSigningRule();
  const { session, officerId, cover } = useSigning();
  const change = useChangeOfficer();
  const isCovered = cover !== null;
  useEffect(() => {
    if (isAsked) SignInScreen.fetchAhead();
  }, [isAsked]);
  const keys: Record<string, () => void> = {};
  if (isAsked && !isCovered) {
    keys['Ctrl+L'] = () => change('change', null);
    for (const [place, { id }] of officers.slice(0, 9).entries())
      keys[`Ctrl+Shift+${place + 1}`] = () => change('change', id);
  }
  useKeys(keys satisfies KeyMap, { whileDialog: true });
  useIdle(pins && session !== undefined && !isCovered, lockMinutes, () => change('locked', officerId));
  if (!isCovered) return null;
  return (
    <Suspense fallback={<div className={styles['cover']} />}>
      <SignInScreen cover={cover} officers={officers} pins={pins} />
    </Suspense>
  );
}

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Runs when nobody has touched the window for so many minutes, by whichever clock says so first: one stops while a PC sleeps, one can be set. */
function useIdle(isOn: boolean, minutes: number, run: () => void): void {
  const idle = useEffectEvent(run);
  useEffect(() => {
    if (!isOn || minutes === 0) return undefined;
    const now = () => [Date.now(), performance.now()] as const;
    let last = now();
    const touch = () => {
      last = now();
    };
    const timer = setInterval(() => {
      const [wall, mono] = now();
      if (Math.max(wall - last[0], mono - last[1]) >= minutes * 60_000) idle();
    }, 1000);
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, touch, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, touch, { capture: true });
    };
  }, [isOn, minutes]);
}
