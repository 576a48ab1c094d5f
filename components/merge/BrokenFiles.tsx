import { i18n } from '#i18n';
import type { TallyProblem } from '../../lib/import/tally';
import { showNumber } from '../show-amount';

/** A file that was left out, and why. `unreadable`: the disk does not give it. */
export type BrokenTally = { name: string; problem: TallyProblem | 'unreadable' };

/** The files that were left out, by name. */
export function BrokenFiles(props: { files: readonly BrokenTally[] }) {
  const count = showNumber(props.files.length);
  return (
    <table class="merge-broken">
      <caption>{i18n.t('merge_broken_title', { count })}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('merge_broken_file')}</th>
          <th scope="col">{i18n.t('merge_broken_why')}</th>
        </tr>
      </thead>
      <tbody>
        {props.files.map(({ name, problem }, at) => (
          <tr key={at}>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>{whyWord(problem)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whyWord(problem: BrokenTally['problem']): string {
  const words: Record<BrokenTally['problem'], string> = {
    'not-json': i18n.t('merge_why_not_json'),
    'not-ours': i18n.t('merge_why_not_ours'),
    'newer-version': i18n.t('merge_why_newer'),
    'too-large': i18n.t('merge_why_too_large'),
    damaged: i18n.t('merge_why_damaged'),
    unreadable: i18n.t('merge_why_unreadable'),
  };
  return words[problem];
}
