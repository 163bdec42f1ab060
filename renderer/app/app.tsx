import { isMorning, useGoOn } from '#renderer/frame/go-on.ts';
import type { Doors } from '#renderer/desk/doors.ts';
import { DeskProvider } from '#renderer/desk/desk-provider.tsx';
import { useDeskStart } from '#renderer/desk/desk-context.ts';
import { useDeskQuery } from '#renderer/desk/use-desk-query.ts';
import { pageNonce } from '#renderer/ui/page-nonce.ts';
import { cssVariables, theme } from '#renderer/ui/theme.ts';
import type { DeskClient } from '#shared/contract/desk-contract.ts';
import type { Office } from '#shared/contract/office.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { Suspense, useEffect } from 'react';
import { BrokenScreen } from '../frame/broken-screen.tsx';
import { Frame } from './frame.tsx';
import { Opening, Unreachable } from '../frame/opening.tsx';
import { isCounter, openAt, placeIn, usePlace } from '../frame/place.ts';
import { useRecoveryKey } from '#renderer/safety/recovery-key.ts';
import { Signing } from '#renderer/sign-in/signing.tsx';
import { lazyPart } from '#renderer/ui/lazy-part.ts';

const StartUpScreen = lazyPart(() =>
  import('#renderer/start-up/start-up-screen.tsx').then((m) => m.StartUpScreen),
);
const CopyList = lazyPart(() => import('#renderer/safety/copy-list.tsx').then((m) => m.CopyList));
const TakeUpdate = lazyPart(() => import('#renderer/safety/take-update.tsx').then((m) => m.TakeUpdate));
const RecoveryDialog = lazyPart(() =>
  import('#renderer/safety/recovery-dialog.tsx').then((m) => m.RecoveryDialog),
);
const FirstRunScreen = lazyPart(() =>
  import('#renderer/first-run/first-run-screen.tsx').then((m) => m.FirstRunScreen),
);
const MorningScreen = lazyPart(() =>
  import('#renderer/morning/morning-screen.tsx').then((m) => m.MorningScreen),
);
const ReceptionScreen = lazyPart(() =>
  import('#renderer/reception/reception-screen.tsx').then((m) => m.ReceptionScreen),
);
const CounterScreen = lazyPart(() =>
  import('#renderer/counter/counter-screen.tsx').then((m) => m.CounterScreen),
);
const FollowUpScreen = lazyPart(() =>
  import('#renderer/follow-up/follow-up-screen.tsx').then((m) => m.FollowUpScreen),
);
const RosterScreen = lazyPart(() => import('#renderer/roster/roster-screen.tsx').then((m) => m.RosterScreen));
const RoadScreen = lazyPart(() => import('#renderer/road/road-screen.tsx').then((m) => m.RoadScreen));
const BoardScreen = lazyPart(() => import('#renderer/board/board-screen.tsx').then((m) => m.BoardScreen));
const DashboardScreen = lazyPart(() =>
  import('#renderer/dashboard/dashboard-screen.tsx').then((m) => m.DashboardScreen),
);
const DayEndScreen = lazyPart(() =>
  import('#renderer/day-end/day-end-screen.tsx').then((m) => m.DayEndScreen),
);
const HandoutsScreen = lazyPart(() =>
  import('#renderer/handouts/handouts-screen.tsx').then((m) => m.HandoutsScreen),
);
const Settings = lazyPart(() => import('./settings-pages.tsx').then((m) => m.Settings));
const RulesScreen = lazyPart(() => import('#renderer/rules/rules-screen.tsx').then((m) => m.RulesScreen));

// The screen this window will most likely show is fetched while the desk is being asked.
(isCounter(usePlace.getState().place) ? CounterScreen : ReceptionScreen).fetchAhead();

type AppProps = {
  readonly client: DeskClient;
  readonly training: boolean;
  readonly doors: Doors | undefined;
};

export function App({ client, training, doors }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
    >
      <PcTheme />
      <DeskProvider client={client} training={training} doors={doors}>
        <BrokenScreen>
          <Suspense fallback={<Opening />}>
            <Whole />
          </Suspense>
          <MadeKey />
          <Signing />
        </BrokenScreen>
      </DeskProvider>
    </MantineProvider>
  );
}

/** In Electron the system draws the title bar, in the colours that this window was told to have. */
function PcTheme() {
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    void window.pcBridge?.ask({
      ask: 'follow-theme',
      theme: colorScheme === 'auto' ? 'system' : colorScheme,
    });
  }, [colorScheme]);
  return null;
}

/** A recovery key that was just made stands over whatever the window shows. */
function MadeKey() {
  const isMade = useRecoveryKey((state) => state.made !== null);
  const office = useDeskQuery('office.show', {}, { enabled: isMade }).value;
  return isMade ? (
    <Suspense fallback={null}>
      <RecoveryDialog office={office?.name} />
    </Suspense>
  ) : null;
}

/** What stands in the window: a trouble, the first-run guide, or the frame with a screen in it. */
function Whole() {
  const { start, askAgain } = useDeskStart();
  const office = useDeskQuery('office.show', {}, { enabled: start.state === 'open' });
  const device = useDeskQuery('device.settings', {}, { enabled: start.state === 'open' });
  const counterId = device.value?.counterId ?? null;
  useEffect(() => openAt(counterId), [counterId]);
  if (start.state === 'asking') return <Opening />;
  if (start.state === 'refused') return <Trouble problem={start.problem} onRetry={askAgain} />;
  if (office.value === undefined) {
    return office.problem === undefined ? (
      <Opening />
    ) : (
      <Trouble problem={office.problem} onRetry={office.refetch} />
    );
  }
  if (office.value === null) return <FirstRunScreen />;
  if (device.value === undefined && device.problem === undefined) return <Opening />;
  return (
    <Frame office={office.value}>
      <BrokenScreen>
        <Suspense fallback={null}>
          <Screen office={office.value} />
        </Suspense>
      </BrokenScreen>
    </Frame>
  );
}

function Trouble({ problem, onRetry }: { readonly problem: DeskProblem; readonly onRetry: () => void }) {
  if (problem.code === 'desk-not-open')
    return (
      <StartUpScreen
        problem={problem}
        onRetry={onRetry}
        copies={<CopyList onRestored={onRetry} />}
        update={<TakeUpdate />}
      />
    );
  const share = problem.code === 'version-differs' ? problem.folder : undefined;
  return <Unreachable problem={problem} onRetry={onRetry} update={<TakeUpdate share={share} />} />;
}

function Screen({ office }: { readonly office: Office }) {
  const place = placeIn(
    office,
    usePlace((state) => state.place),
  );
  const day = useDeskQuery('day.status', {});
  const goOnDay = useGoOn((state) => state.day);
  if (place === 'day-end') return <DayEndScreen />;
  if (place === 'follow-up') return <FollowUpScreen />;
  if (place === 'roster') return <RosterScreen office={office} />;
  if (place === 'road') return <RoadScreen office={office} />;
  if (place === 'board') return <BoardScreen office={office} />;
  if (place === 'dashboard') return <DashboardScreen />;
  if (place === 'handouts') return <HandoutsScreen />;
  if (place === 'settings') return <Settings />;
  if (place === 'rules') return <RulesScreen />;
  if (day.value === undefined)
    return day.problem === undefined ? null : <Unreachable problem={day.problem} onRetry={day.refetch} />;
  if (isMorning(day.value, goOnDay)) return <MorningScreen />;
  if (isCounter(place)) return <CounterScreen key={place.counterId} counterId={place.counterId} />;
  return <ReceptionScreen />;
}
