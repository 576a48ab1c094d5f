import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PointOutProps } from '../../components/PointOut';
import type { Health } from '../messages/protocol';
import { loadPicked, pickedFor } from '../picked-store';
import { startHere, webPattern } from './start-here';

type Tab = { id?: number; url?: string };

/** Having the chat of the active tab read; null where an adapter reads it already, or where there is no web page. */
export function usePointOut(health: Health | null | undefined): PointOutProps | null {
  const [tab, setTab] = useState<Tab | null>(null);
  const [isKnown, setKnown] = useState(false);
  const [trouble, setTrouble] = useState<PointOutProps['trouble']>(null);

  useEffect(() => {
    const look = async () => {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      if (!active || webPattern(active.url) === null) return;
      const host = new URL(active.url ?? '').host;
      setKnown(pickedFor(await loadPicked(), host).length > 0);
      setTab(active);
    };
    look().catch(() => setTab(null));
  }, []);

  const isStopped = health?.status === 'stopped';
  const isRead = health && !isStopped && !health.site.startsWith('picked-');
  if (!tab || health === undefined || isRead) return null;
  return {
    isKnown,
    isLost: isKnown && health === null,
    trouble,
    onPoint: () => {
      // Nothing may come before the question for permission: it must be part of the click.
      startHere(tab, isKnown || isStopped).then(
        (failure) => (failure ? setTrouble(failure) : window.close()),
        () => setTrouble('not-a-page'),
      );
    },
  };
}
