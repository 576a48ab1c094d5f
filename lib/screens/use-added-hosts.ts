import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { AddedHostsProps, HostsResult } from '../../components/AddedHosts';
import { addedHosts } from '../added-hosts';
import { reportError } from '../report-error';
import { hostPattern, shownHost } from './host-pattern';

/** The addresses that the user has added, as they stand, and the ways to change them. */
export function useAddedHosts(): AddedHostsProps {
  const [hosts, setHosts] = useState<readonly string[]>();
  const [result, setResult] = useState<HostsResult>(null);

  useEffect(() => {
    const look = () => {
      addedHosts().then(
        (all) => setHosts(all.map(shownHost)),
        (error: unknown) => reportError(error, 'read added hosts'),
      );
    };
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);

  return {
    hosts,
    result,
    onAdd(address) {
      const pattern = hostPattern(address);
      if (pattern === null) {
        setResult('no-address');
        return;
      }
      // Within the click, and before anything else: the browser asks for nothing later.
      browser.permissions.request({ origins: [pattern] }).then(
        (isGranted) => setResult(isGranted ? 'added' : 'refused'),
        () => setResult('refused'),
      );
    },
    onRemove(host) {
      browser.permissions.remove({ origins: [`${host}/*`] }).then(
        () => setResult('removed'),
        () => setResult('refused'),
      );
    },
  };
}
