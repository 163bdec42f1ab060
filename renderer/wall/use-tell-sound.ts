import { useDesk } from '#renderer/desk/desk-context.ts';
import { useHeardAgain } from '#renderer/desk/live.ts';
import type { VoiceState } from '#renderer/voice/use-voice.ts';
import { TELL_MS } from '#shared/domain/voice/speakers.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

/** Tells the desk how the sound of this window stands while it is the one that speaks: whoever calls learns where nothing is heard. */
export function useTellSound(sound: VoiceState, hasLocal: boolean): void {
  const desk = useDesk();
  const queries = useQueryClient();
  // A page over plain HTTP has no crypto.randomUUID.
  const [window] = useState(() => Math.random().toString(36).slice(2));
  const tell = useCallback(async () => {
    if (sound === 'off' || sound === 'opening') return;
    const reply = await desk.call('voice.tell', { window, sound, hasLocal });
    // A window that speaks itself and calls knows at once.
    if (reply.ok) await queries.invalidateQueries({ queryKey: ['voice.silent'] });
  }, [desk, queries, window, sound, hasLocal]);
  useEffect(() => {
    void tell();
    const timer = setInterval(() => void tell(), TELL_MS);
    return () => clearInterval(timer);
  }, [tell]);
  useHeardAgain(() => void tell());
}
