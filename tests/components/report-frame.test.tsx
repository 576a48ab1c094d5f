// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { REPORT_PARTS, ReportFrame } from '../../components/report/ReportFrame';
import { show } from './screen';
import { speak } from './words';

test('the title of the page names the part that is open', async () => {
  await speak('zh_CN');
  const root = show(<ReportFrame part="overview" show={() => 'x'} />);
  const titles = new Set<string>();
  for (const part of REPORT_PARTS) {
    render(<ReportFrame part={part} show={() => 'x'} />, root);
    const link = root.querySelector('[aria-current=page]')?.textContent ?? '-';
    await vi.waitFor(() => expect(document.title).toContain(link));
    titles.add(document.title);
  }
  expect(titles.size).toBe(REPORT_PARTS.length);
});
