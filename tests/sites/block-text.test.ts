// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { blockText } from '../../lib/sites/block-text';
import { shownSize } from '../../lib/sites/shown-size';

function textOf(html: string): string {
  const element = document.createElement('div');
  element.innerHTML = html;
  return blockText(element, '.skip');
}

describe('the text of a formatted message', () => {
  it.each([
    ['a<br>b', 'a\nb'],
    ['<p>a</p>\n<p>b</p>\n', 'a\nb'],
    ['a\n\nb', 'a\n\nb'],
    ['<ol start="3"><li><p>甲</p></li><li>乙</li></ol>后', '3. 甲\n4. 乙\n后'],
    ['<ul><li>甲<ul><li>乙</li></ul></li></ul>', '甲\n乙'],
    ['<table><tr><th>村</th><th>人</th></tr><tr><td>东</td><td>3</td></tr></table>', '村 人\n东 3'],
    ['留<b class="skip">不留</b><script>x</script><img alt="[花]">', '留[花]'],
    ['前<div>中</div>后', '前\n中\n后'],
    ['一<span data-stringify-type="paragraph-break"></span>二', '一\n二'],
    ['好<img alt=":バンザイ:" data-stringify-emoji=":raised_hands:">', '好:raised_hands:'],
    ['17:00&nbsp;前 <b>报送</b>', '17:00 前 报送'],
  ])('%j is %j', (html, text) => expect(textOf(html)).toBe(text));

  it('keeps in its line what the client draws so, whatever its name', () => {
    const element = document.createElement('div');
    element.innerHTML = '请<div class="name">王五</div>报<div>完</div>';
    expect(blockText(element, '.skip', '.name')).toBe('请王五报\n完');
  });
});

describe('a size as it is shown', () => {
  it.each([
    ['1.5 KB', 1536],
    ['88kB', 90112],
    ['2MB', 2097152],
    ['512B', 512],
    ['1 GiB', 1073741824],
    ['', 0],
    ['KB', 0],
    ['12 Bytes', 0],
  ])('%j is %d bytes', (shown, bytes) => expect(shownSize(shown)).toBe(bytes));
});
