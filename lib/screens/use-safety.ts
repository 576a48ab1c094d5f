import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SafetyNoticeProps } from '../../components/SafetyNotice';
import { call } from '../messages/send';
import { changeSafety, loadSafety, SAFE, watchSafety } from '../safety/state';
import { failureWords, troubleWords } from './failure-words';

/** What happened to the data, and what the user can do. Has the background look after the tally once. */
export function useSafety(): SafetyNoticeProps {
  const [state, setState] = useState(SAFE);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState('');
  useEffect(() => {
    let isTold = false;
    const end = watchSafety((told) => {
      isTold = true;
      setState(told);
    });
    loadSafety().then(
      // What was told of a change meanwhile is newer than what was loaded.
      (loaded) => !isTold && setState(loaded),
      (error: unknown) => console.error(error),
    );
    // What fails there is in the state that is watched.
    call('lookAfter', null).catch(() => undefined);
    return end;
  }, []);

  const run = (action: () => Promise<string>) => {
    setBusy(true);
    action()
      .then(setResult, (error: unknown) =>
        setResult(i18n.t('safety_action_failed', { reason: failureWords(error) })),
      )
      .finally(() => setBusy(false));
  };
  return {
    ...{ state, busy, result },
    trouble: state.trouble ? troubleWords(state.trouble.kind) : null,
    onRestore: () => run(restore),
    onRebuild: () => run(rebuild),
    onDismiss: (what) => void changeSafety(() => ({ [what]: null })),
  };
}

async function restore(): Promise<string> {
  const isRestored = await call('restore', null);
  return isRestored ? i18n.t('safety_restored') : i18n.t('safety_not_restored');
}

async function rebuild(): Promise<string> {
  await call('rebuild', null);
  return i18n.t('safety_rebuilt');
}
