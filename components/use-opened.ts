import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

/**
 * Whether a `<details>` was ever opened, and what it must be given to know. What is in it is made then: a page that opens
 * should not wait for what few will look at.
 */
export function useOpened() {
  const [wasOpened, setOpened] = useState(false);
  const onToggle = ({ currentTarget }: TargetedEvent<HTMLDetailsElement>) => {
    if (currentTarget.open) setOpened(true);
  };
  return { wasOpened, onToggle };
}
