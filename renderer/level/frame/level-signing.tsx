import { useRecoveryKey } from '#renderer/safety/recovery-key.ts';
import { SigningPlaceContext } from '#renderer/sign-in/signing-place.ts';
import { lazyPart } from '#renderer/ui/lazy-part.ts';
import { LEVEL_ROLES } from '#shared/domain/level/words.ts';
import { Suspense, useMemo, type ReactNode } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelWords } from '../client/words.ts';

const RecoveryDialog = lazyPart(() =>
  import('#renderer/safety/recovery-dialog.tsx').then((m) => m.RecoveryDialog),
);

/** Whoever signs in below does so at a level: with its roles, in its words. */
export function LevelSigning({ children }: { readonly children: ReactNode }) {
  const words = useLevelWords().levelSignIn;
  const place = useMemo(
    () => ({
      words: { signIn: words.signIn, officers: words.officers },
      roles: LEVEL_ROLES.map((role) => ({ value: role, label: words.roles[role] })),
      newRoles: ['clerk'],
    }),
    [words],
  );
  return <SigningPlaceContext value={place}>{children}</SigningPlaceContext>;
}

/** A recovery key that was just made stands over whatever the window shows. */
export function MadeKey() {
  const { level, levelSignIn } = useLevelWords();
  const isMade = useRecoveryKey(({ made }) => made !== null);
  const state = useLevelQuery('level.state', {}, { enabled: isMade }).value;
  if (!isMade) return null;
  return (
    <Suspense fallback={null}>
      <RecoveryDialog office={state && (state.own?.name ?? level.productName)} paper={levelSignIn.paper} />
    </Suspense>
  );
}
