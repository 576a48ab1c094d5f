import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useNextFrame } from '../../use-by-frames';
import type { CheckupProps } from './CheckupScreen';
import { GroupTable } from './GroupTable';
import { type GroupFilter, type GroupLine, NO_FILTER } from './group-table-model';
import { OverlapView } from './OverlapView';
import { useTicked } from './use-ticked';

/** The table of the groups and what they have in common; groups that are as good as one can be ticked together. */
export function CheckupTables(props: CheckupProps & { lines: readonly GroupLine[] }) {
  const [filter, setFilter] = useState(NO_FILTER);
  const ticked = useTicked();
  const bar = useRef<HTMLDivElement>(null);
  const narrow = (change: Partial<GroupFilter>) =>
    setFilter((before) => ({ ...before, ...change }));
  const tickCluster = (cluster: CheckupProps['clusters'][number]) => {
    const keys = props.lines.filter(isIn(cluster)).map(({ key }) => key);
    ticked.only(keys);
    // Nothing else is listed: what is going to be decided over stands together before the reader's eyes.
    setFilter({ ...NO_FILTER, only: new Set(keys) });
  };
  // A matrix of nine hundred cells is not drawn again for every letter of a filter.
  const newest = useRef(tickCluster);
  newest.current = tickCluster;
  const { clusters, matrix, isWhole } = props;
  // The table and what it lists of overlaps come with one reading; drawn in one frame they would make it a long one.
  const shared = useMemo(() => ({ clusters, matrix, isWhole }), [clusters, matrix, isWhole]);
  const drawn = useNextFrame(shared);
  const overlap = useMemo(
    () => <OverlapView {...drawn} onTick={(cluster) => newest.current(cluster)} />,
    [drawn],
  );
  // Not before the few lines stand there: the long table would put the reader far below them.
  useLayoutEffect(() => {
    if (filter.only === null) return;
    bar.current?.focus({ preventScroll: true });
    bar.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [filter.only]);
  return (
    <>
      <GroupTable {...props} filter={filter} onFilter={narrow} ticked={ticked} bar={bar} />
      {overlap}
    </>
  );
}

function isIn(cluster: CheckupProps['clusters'][number]): (line: GroupLine) => boolean {
  return ({ facts }) =>
    cluster.some(({ site, chat }) => site === facts.site && chat === facts.chat);
}
