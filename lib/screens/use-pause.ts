import { useEffect, useState } from 'preact/hooks';
import type { PauseChoice } from '../../components/PauseControl';
import type { Settings, SettingsChange } from '../default-settings';
import type { Health } from '../messages/protocol';
import { nextDayStart } from '../tally/local-day';

const QUARTER_MS = 15 * 60 * 1000;

export type Pause = {
  /** Unix ms; moves on when a pause ends. */
  now: number;
  chatPaused: boolean;
  pause(choice: PauseChoice): void;
  resume(): void;
};

/** Pausing for a time or in the chat of the active tab. */
export function usePause(
  settings: Settings,
  health: Health | null | undefined,
  change: (change: SettingsChange) => void,
): Pause {
  const [now, setNow] = useState(() => Date.now());
  const { pausedUntil, pausedChats, dayStartHour } = settings;
  useEffect(() => {
    setNow(Date.now());
    const left = pausedUntil - Date.now();
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), left);
    return () => clearTimeout(timer);
  }, [pausedUntil]);

  const chat = health?.chat ? `${health.site}:${health.chat}` : null;
  return {
    now,
    chatPaused: chat !== null && pausedChats.includes(chat),
    pause(choice) {
      if (choice === 'quarter') change({ pausedUntil: Date.now() + QUARTER_MS });
      if (choice === 'today') change({ pausedUntil: nextDayStart(Date.now(), dayStartHour) });
      if (choice === 'chat' && chat) change({ pausedChats: [...pausedChats, chat] });
    },
    resume() {
      change({ pausedUntil: 0, pausedChats: pausedChats.filter((paused) => paused !== chat) });
    },
  };
}
