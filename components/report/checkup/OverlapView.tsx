import { i18n } from '#i18n';
import type { OverlapMatrix } from '../../../lib/tally/group-clusters';
import { showNumber } from '../../show-amount';
import { useByFrames } from '../../use-by-frames';
import { named } from './group-name';

/** Rows of the matrix drawn in one frame: nine hundred cells at once took longer than two. */
const FRAME_ROWS = 6;

type Named = { site: string; chat: string };

/** Which groups are as good as one, in words and as a matrix of shares. */
export function OverlapView(props: {
  /** False while it is still read. */
  isWhole: boolean;
  clusters: readonly (readonly Named[])[];
  matrix: OverlapMatrix;
  /** Ticks the groups of a cluster in the table. */
  onTick(cluster: readonly Named[]): void;
}) {
  return (
    <section class="part overlap">
      <h2>{i18n.t('checkup_overlap_title')}</h2>
      <p class="note">{i18n.t('checkup_overlap_hint')}</p>
      {!props.isWhole && <p aria-busy="true">{i18n.t('overview_reading')}</p>}
      {props.isWhole && props.clusters.length === 0 && <p>{i18n.t('checkup_no_cluster')}</p>}
      {props.clusters.length > 0 && (
        <ol class="clusters">
          {props.clusters.map((cluster, at) => (
            <li key={cluster.map(({ site, chat }) => `${site}|${chat}`).join('|')}>
              <strong>
                {i18n.t('checkup_cluster', {
                  letter: clusterLetter(at),
                  count: showNumber(cluster.length),
                })}
              </strong>
              {cluster.map(({ chat }) => named(chat)).join(i18n.t('list_separator'))}{' '}
              <button
                type="button"
                class="button small"
                aria-label={i18n.t('bulk_cluster_of', { letter: clusterLetter(at) })}
                onClick={() => props.onTick(cluster)}
              >
                {i18n.t('bulk_cluster')}
              </button>
            </li>
          ))}
        </ol>
      )}
      {props.matrix.groups.length > 1 && <Matrix matrix={props.matrix} />}
    </section>
  );
}

/** The matrix is a table with heads, so it reads as one too. Column heads are numbers to the eye, names to the ear. */
function Matrix({ matrix }: { matrix: OverlapMatrix }) {
  const { groups } = matrix;
  const drawn = useByFrames(groups.length, FRAME_ROWS, [matrix]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="wide" aria-label={i18n.t('checkup_matrix')} tabIndex={0}>
      <table class="matrix">
        <caption class="note">{i18n.t('checkup_matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('checkup_column_name')}</th>
            <th scope="col">{i18n.t('checkup_cluster_column')}</th>
            {groups.map(({ site, chat }, at) => (
              <th key={`${site}|${chat}`} scope="col" title={chat}>
                <span aria-hidden="true">{at + 1}</span>
                <span class="unseen">{named(chat)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, drawn).map((group, row) => (
            <MatrixRow key={`${group.site}|${group.chat}`} matrix={matrix} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MatrixRow({ matrix, row }: { matrix: OverlapMatrix; row: number }) {
  const { groups, shares } = matrix;
  const group = groups[row];
  if (!group) return null;
  const isNew = row > 0 && groups[row - 1]?.cluster !== group.cluster;
  return (
    <tr class={isNew ? 'next-cluster' : undefined}>
      <th scope="row" title={group.chat}>
        <span aria-hidden="true">{`${row + 1} `}</span>
        <bdi>{group.chat === '' ? i18n.t('unnamed_chat') : group.chat}</bdi>
      </th>
      <td>{group.cluster === null ? '' : clusterLetter(group.cluster)}</td>
      {(shares[row] ?? []).map((share, column) => {
        const other = groups[column];
        const isOne = group.cluster !== null && group.cluster === other?.cluster;
        return (
          <td
            key={`${other?.site}|${other?.chat}`}
            class={`number ${shareClass(share)}${isOne ? ' one' : ''}`}
          >
            {shareText(share)}
          </td>
        );
      })}
    </tr>
  );
}

/** A, B … Z, then AA and so on. */
function clusterLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : clusterLetter(Math.floor(at / 26) - 1) + letter;
}

/** Whole per cent; a dot for none, so that the figures stand out. */
function shareText(share: number | null): string {
  if (share === null) return '–';
  return share < 0.005 ? '·' : String(Math.round(share * 100));
}

function shareClass(share: number | null): string {
  if (share === null) return 'self';
  if (share < 0.005) return 'none';
  if (share < 0.2) return 'little';
  if (share < 0.5) return 'some';
  return 'most';
}
