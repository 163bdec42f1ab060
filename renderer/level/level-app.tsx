import { BrokenScreen } from '#renderer/frame/broken-screen.tsx';
import { Opening } from '#renderer/frame/opening.tsx';
import { cssVariables, theme } from '#renderer/ui/theme.ts';
import { Signing } from '#renderer/sign-in/signing.tsx';
import { pageNonce } from '#renderer/ui/page-nonce.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import { MantineProvider } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { BoardScreen } from './board/board-screen.tsx';
import { CausesScreen } from './causes/causes-screen.tsx';
import { useLevelQuery } from './client/level-client.ts';
import { LevelProvider } from './client/level-provider.tsx';
import { useLevelWords } from './client/words.ts';
import { LevelFrame } from './frame/level-frame.tsx';
import { useLevelPlace } from './frame/place.ts';
import { LevelSigning, MadeKey } from './frame/level-signing.tsx';
import { OfficeScreen } from './office/office-screen.tsx';
import { OfficesScreen } from './offices/offices-screen.tsx';
import { PeriodScreen } from './period/period-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { SetUpScreen } from './set-up/set-up-screen.tsx';

/** The pages of the receiving level. */
export function LevelApp({ client }: { readonly client: DeskClient }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
    >
      <LevelSigning>
        <LevelProvider client={client} signing={<Signing />}>
          <BrokenScreen>
            <Whole />
          </BrokenScreen>
          <MadeKey />
        </LevelProvider>
      </LevelSigning>
    </MantineProvider>
  );
}

function Whole() {
  const words = useLevelWords().level;
  const state = useLevelQuery('level.state', {}).value;
  const name = state?.own?.name;
  const place = useLevelPlace((store) => store.place);
  useEffect(() => {
    document.title = `${words.frame[place]} · ${name ?? words.productName}`;
  }, [words, place, name]);
  if (state === undefined) return <Opening />;
  return (
    <LevelFrame isSetUp={state.own !== null}>
      <BrokenScreen>
        <Suspense fallback={null}>{state.own === null ? <SetUpScreen /> : <Screen />}</Suspense>
      </BrokenScreen>
    </LevelFrame>
  );
}

function Screen() {
  const { place, officeCode } = useLevelPlace();
  if (officeCode !== null) return <OfficeScreen code={officeCode} />;
  if (place === 'offices') return <OfficesScreen />;
  if (place === 'period') return <PeriodScreen />;
  if (place === 'causes') return <CausesScreen />;
  if (place === 'settings') return <SettingsScreen />;
  return <BoardScreen />;
}
