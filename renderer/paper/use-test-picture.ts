import type { PrinterProfile } from '#shared/domain/office/settings.ts';
import type { RollFormat } from '#shared/domain/printing/sheet-format.ts';
import { useCallback } from 'react';
import { useDesk } from '#renderer/desk/desk-context.ts';
import { useLanguage } from '#renderer/desk/language.ts';
import { thermalPicture } from './print-job.ts';

type Picture = { widthDots: number; rows: string };

/** The test page as a thermal printer would print it; nothing where it cannot be drawn. */
export function useTestPicture(): (
  format: RollFormat,
  profile: PrinterProfile,
) => Promise<Picture | undefined> {
  const desk = useDesk();
  const language = useLanguage();
  return useCallback(
    async (format, profile) => {
      const [{ loadMaterial }, { drawHandout }] = await Promise.all([
        import('#renderer/paper/handout/material.ts'),
        import('#renderer/paper/handout/draw-handout.tsx'),
      ]);
      const loaded = await loadMaterial(desk, new Date().toISOString());
      if (!loaded.ok) return undefined;
      const order = { sheet: 'test-page', format, language } as const;
      const drawing = (place: HTMLElement) => drawHandout(place, order, loaded.material, profile);
      return thermalPicture(drawing, format, profile).catch(() => undefined);
    },
    [desk, language],
  );
}
