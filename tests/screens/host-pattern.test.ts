import { expect, test } from 'vitest';
import { hostPattern, shownHost } from '../../lib/screens/host-pattern';

test.each([
  ['https://chat.example.org/team/town?x=1', 'https://chat.example.org/*'],
  [' chat.example.org ', 'https://chat.example.org/*'],
  ['http://10.2.3.4:8065/', 'http://10.2.3.4/*'],
  ['chat.example.org:8065', 'https://chat.example.org/*'],
  ['https://中文.example.org/', 'https://xn--fiq228c.example.org/*'],
  ['', null],
  ['ftp://chat.example.org/', null],
  ['javascript:alert(1)', null],
  ['https://*/*', null],
  ['https://*.example.org/', null],
  ['<all_urls>', null],
  ['file:///etc/passwd', null],
])('%s', (address, pattern) => {
  expect(hostPattern(address)).toBe(pattern);
});

test('an address is shown without what only the browser needs', () => {
  expect(shownHost('https://chat.example.org/*')).toBe('https://chat.example.org');
});
