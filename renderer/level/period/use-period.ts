import { useMemo } from 'react';
import { useLevelQuery } from '../client/level-client.ts';
import { useLevelPlace, type Period } from '../frame/place.ts';
import { periodOf, stepPeriod, untilDue } from './period.ts';

type UsedPeriod = {
  /** As it is named; null until the level has said which day it is. */
  readonly period: Period | null;
  /** As far as files can have come. */
  readonly asked: Period | null;
  readonly step: (step: 1 | -1) => void;
  readonly show: (period: Period) => void;
};

/** The period that the pages show: the month of the due day until somebody chooses. */
export function usePeriod(): UsedPeriod {
  const due = useLevelQuery('level.state', {}).value?.reportOf;
  const { period: chosen, showPeriod } = useLevelPlace();
  const period = useMemo(() => chosen ?? (due === undefined ? null : periodOf('month', due)), [chosen, due]);
  const asked = useMemo(
    () => (period === null || due === undefined ? null : untilDue(period, due)),
    [period, due],
  );
  return {
    period,
    asked,
    step: (step) => {
      if (period === null || due === undefined) return;
      const next = stepPeriod(period, step);
      if (next.from <= due) showPeriod(next);
    },
    show: showPeriod,
  };
}
