import { i18n } from '#i18n';
import type { HistoryFormat } from '../../lib/import/histories/history';
import { ScrolledTable } from '../merge/ScrolledTable';
import { showNumber } from '../show-amount';
import type { BrokenHistory, FoundFile } from './histories-props';
import { formatWords, problemWord } from './history-words';

/** The files that were read, each with its format, which may be corrected. */
export function FoundFiles(props: {
  files: readonly FoundFile[];
  onFormat(path: string, format: HistoryFormat): void;
}) {
  return (
    <ScrolledTable label={i18n.t('histories_files')}>
      <caption>{i18n.t('histories_files')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('histories_file')}</th>
          <th scope="col">{i18n.t('histories_format')}</th>
          <th scope="col" class="number">
            {i18n.t('histories_messages')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.files.map((file) => (
          <FileRow key={file.path} {...file} onFormat={props.onFormat} />
        ))}
      </tbody>
    </ScrolledTable>
  );
}

function FileRow(props: FoundFile & { onFormat(path: string, format: HistoryFormat): void }) {
  const { path, format, messages } = props;
  return (
    <tr>
      <td>
        <bdi>{path}</bdi>
      </td>
      <td>
        <select
          aria-label={`${i18n.t('histories_format')} ${path}`}
          value={format}
          onChange={({ currentTarget }) =>
            props.onFormat(path, currentTarget.value as HistoryFormat)
          }
        >
          {Object.entries(formatWords()).map(([each, word]) => (
            <option key={each} value={each}>
              {word}
            </option>
          ))}
        </select>
      </td>
      <td class="number">{showNumber(messages)}</td>
    </tr>
  );
}

/** The files that were left out, and why; with the line where there is one. */
export function BrokenHistories({ files }: { files: readonly BrokenHistory[] }) {
  return (
    <table class="merge-broken">
      <caption>{i18n.t('histories_broken_title', { count: showNumber(files.length) })}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('histories_broken_file')}</th>
          <th scope="col">{i18n.t('histories_broken_why')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ name, problem, line }, at) => (
          <tr key={at}>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>
              {line === null
                ? problemWord(problem)
                : i18n.t('histories_line', {
                    reason: problemWord(problem),
                    line: showNumber(line),
                  })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
