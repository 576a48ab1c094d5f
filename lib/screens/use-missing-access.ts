import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { MissingAccessProps } from '../../components/MissingAccess';
import { reportError } from '../report-error';
import { hostIn, installedPages, worthAsking } from './missing-pages';

/** Chat pages that the browser keeps from us, and the way to ask for them; null where there is nothing to ask. */
export function useMissingAccess(): MissingAccessProps | null {
  const [pages, setPages] = useState<readonly string[]>([]);
  const [isRefused, setRefused] = useState(false);

  useEffect(() => {
    const look = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      setPages(worthAsking(await installedPages(), tab?.url));
    };
    const lookAgain = () =>
      void look().catch((error: unknown) => reportError(error, 'look for access'));
    lookAgain();
    browser.permissions.onAdded.addListener(lookAgain);
    browser.permissions.onRemoved.addListener(lookAgain);
    return () => {
      browser.permissions.onAdded.removeListener(lookAgain);
      browser.permissions.onRemoved.removeListener(lookAgain);
    };
  }, []);

  if (pages.length === 0) return null;
  return {
    hosts: [...new Set(pages.map(hostIn))],
    isRefused,
    onAllow() {
      // Within the click, and before anything else: the browser asks for nothing later.
      browser.permissions.request({ origins: [...pages] }).then(
        (isGranted) => setRefused(!isGranted),
        () => setRefused(true),
      );
    },
  };
}
