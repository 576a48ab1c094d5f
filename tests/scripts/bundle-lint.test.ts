import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differences, type Finding } from '../../scripts/bundle-lint/finding.ts';
import { findInPage } from '../../scripts/bundle-lint/page-rules.ts';
import { findInScript } from '../../scripts/bundle-lint/script-rules.ts';
import { findInStyle } from '../../scripts/bundle-lint/style-rules.ts';
import { withoutHtmlSetter } from '../../scripts/preact-without-html.ts';

const told = (found: Finding[]) => [...new Set(found.map(({ rule, what }) => `${rule}: ${what}`))];

describe('a script is caught that reaches the network', () => {
  test.each([
    ['fetch("/x")', 'network: fetch'],
    ['const get=fetch;get("/x")', 'network: fetch'],
    ['window["fet"+"ch"]("/x")', 'network: fetch'],
    ['window[["fet","ch"].join("")]("/x")', 'network: fetch'],
    ['window["fe".concat("tch")]("/x")', 'network: fetch'],
    [`window[\`fe\${"tch"}\`]("/x")`, 'network: fetch'],
    ['const{fetch:get}=window', 'network: fetch'],
    ['Reflect.get(globalThis,"fetch")', 'network: fetch'],
    ['new XMLHttpRequest', 'network: XMLHttpRequest'],
    ['navigator["sendBeacon"]("/x",data)', 'network: sendBeacon'],
    ['new WebSocket(address)', 'network: WebSocket'],
    ['new WebTransport(address)', 'network: WebTransport'],
    ['new EventSource(address)', 'network: EventSource'],
    ['new RTCPeerConnection', 'network: RTCPeerConnection'],
    ['new Worker("w.js")', 'network: Worker'],
    ['new SharedWorker("w.js")', 'network: SharedWorker'],
    ['navigator.serviceWorker.register("w.js")', 'network: serviceWorker'],
    ['importScripts("w.js")', 'network: importScripts'],
    ['new Image().src=address', 'loading: src'],
    ['new Image', 'network: Image'],
    ['picture["s"+"rc"]=address', 'loading: src'],
    ['picture.setAttribute("srcset",address)', 'loading: srcset'],
    ['jsx("img",{src:address})', 'loading: src'],
    ['new FontFace("a",address)', 'network: FontFace'],
    ['const link=document.createElement("link")', 'element: link'],
    ['link.rel="prefetch"', 'network: prefetch'],
    ['jsx("iframe",{})', 'element: iframe'],
    ['const home="https://example.org/"', 'address: https://example.org/'],
    [`const home=\`wss://\${host}\``, 'address: wss://…'],
    ['const home="//example.org/x"', 'address: //example.org/x'],
    ['import("https://example.org/a.js")', 'import: https://example.org/a.js'],
    ['import(name)', 'import: unknown'],
    ['import"https://example.org/a.js"', 'import: https://example.org/a.js'],
    ['export*from"https://example.org/a.js"', 'import: https://example.org/a.js'],
    ['const style="a{background:url(//example.org/a.png)}"', 'address: //example.org/a.png'],
    ['open(address)', 'navigation: open'],
    ['window.open(address)', 'navigation: open'],
    ['location=address', 'navigation: location'],
    ['location.href=address', 'navigation: location'],
    ['window.location.replace(address)', 'navigation: location.replace'],
  ])('%s', (text, words) => {
    expect(told(findInScript('a.js', text))).toContain(words);
  });
});

describe('a script is caught that runs a text as code', () => {
  test.each([
    ['eval(text)', 'text as code: eval'],
    ['(0,eval)(text)', 'text as code: eval'],
    ['new Function(text)', 'text as code: Function'],
    ['const Make=Function;Make(text)', 'text as code: Function'],
    ['(()=>{}).constructor(text)()', 'text as code: constructor'],
    ['(()=>{})["const"+"ructor"](text)()', 'text as code: constructor'],
    ['setTimeout("run()",1)', 'text as code: setTimeout'],
    ['window.setInterval(`run()`,1)', 'text as code: setInterval'],
    ['WebAssembly.compile(bytes)', 'text as code: WebAssembly'],
    ['const way="javascript:run()"', 'address: javascript:run()'],
    ['document.createElement("script")', 'element: script'],
    ['button.setAttribute("onclick",text)', 'loading: onclick'],
    ['window[name](text)', 'name made at run time: window'],
    ['navigator[name](text)', 'name made at run time: navigator'],
    ['const all=globalThis;all[name]()', 'handed on: globalThis'],
  ])('%s', (text, words) => {
    expect(told(findInScript('a.js', text))).toContain(words);
  });
});

describe('a script is caught that makes elements of a text', () => {
  test.each([
    ['element.innerHTML=text', 'text as HTML: innerHTML'],
    ['element.innerHTML+=text', 'text as HTML: innerHTML'],
    ['element["inner"+"HTML"]=text', 'text as HTML: innerHTML'],
    ['Object.assign(element,{innerHTML:text})', 'text as HTML: innerHTML'],
    ['element.outerHTML=text', 'text as HTML: outerHTML'],
    ['element.insertAdjacentHTML("beforeend",text)', 'text as HTML: insertAdjacentHTML'],
    ['element.setHTMLUnsafe(text)', 'text as HTML: setHTMLUnsafe'],
    ['range.createContextualFragment(text)', 'text as HTML: createContextualFragment'],
    ['document.write(text)', 'text as HTML: document.write'],
    ['document.writeln(text)', 'text as HTML: writeln'],
    ['new DOMParser().parseFromString(text,"text/html")', 'text as HTML: parseFromString'],
    ['frame.srcdoc=text', 'text as HTML: srcdoc'],
    ['jsx("p",{dangerouslySetInnerHTML:{__html:text}})', 'text as HTML: dangerouslySetInnerHTML'],
    ['trustedTypes.createPolicy("any",{})', 'text as HTML: createPolicy'],
  ])('%s', (text, words) => {
    expect(told(findInScript('a.js', text))).toContain(words);
  });
});

test.each([
  ['a name of its own', 'function fetch(){}fetch()'],
  ['words that only sound so', 'const say="fetch the form";row.textContent="innerHTML is fine"'],
  ['another file of the build', 'import("./part-1.js");import"../shared.js"'],
  ['a picture of the build', 'jsx("img",{src:"/icon/icon.svg"})'],
  ['a chat page that the manifest names', 'const pages=["https://wx.qq.com/*"]'],
  ['a copy of itself', 'class A{copy(){return new this.constructor}}'],
  ['a look at what a value is', 'value instanceof Function||value===window'],
])('a script may hold %s', (_, text) => {
  expect(told(findInScript('a.js', text))).toEqual([]);
});

describe('a page is caught that holds', () => {
  test.each([
    ['<script src="https://example.org/a.js"></script>', 'address: https://example.org/a.js'],
    ['<script src="//example.org/a.js"></script>', 'address: //example.org/a.js'],
    ['<script>run()</script>', 'script: inline'],
    ['<p onclick="run()">', 'script: onclick'],
    ['<a href="javascript:run()">', 'address: javascript:run()'],
    ['<link rel="prefetch" href="/a.js">', 'element: link prefetch'],
    ['<link rel="preconnect" href="https://example.org">', 'element: link preconnect'],
    [
      '<link rel="stylesheet" href="https://example.org/a.css">',
      'address: https://example.org/a.css',
    ],
    ['<img src="https://example.org/a.png">', 'address: https://example.org/a.png'],
    ['<iframe srcdoc="<p>">', 'element: iframe'],
    ['<iframe srcdoc="<p>">', 'script: srcdoc'],
    ['<base href="/">', 'element: base'],
    ['<meta http-equiv="refresh" content="1">', 'element: meta refresh'],
    ['<p style="background:url(https://example.org/a.png)">', 'address: https://example.org/a.png'],
    ['<style>@import "a.css";</style>', 'import: @import'],
    ['<template><object data="a"></object></template>', 'element: object'],
  ])('%s', (text, words) => {
    expect(told(findInPage('a.html', text))).toContain(words);
  });
});

describe('a style sheet is caught that holds', () => {
  test.each([
    ['a{background:url(https://example.org/a.png)}', 'address: https://example.org/a.png'],
    ['a{background:url("//example.org/a.png")}', 'address: //example.org/a.png'],
    [
      'a{background:image-set("https://example.org/a.png" 1x)}',
      'address: https://example.org/a.png',
    ],
    ['a{--way:url(https://example.org/a.png)}', 'address: https://example.org/a.png'],
    ['@import "https://example.org/a.css";', 'import: @import'],
    ['@font-face{src:url(http://example.org/a.woff)}', 'address: http://example.org/a.woff'],
  ])('%s', (text, words) => {
    expect(told(findInStyle('a.css', text))).toContain(words);
  });

  test('not for a picture in the sheet itself, nor for one of the build', () => {
    expect(findInStyle('a.css', 'a{background:url(data:image/png;base64,AA)}')).toEqual([]);
    expect(findInStyle('a.css', 'a{background:url(/icon/16.png)}')).toEqual([]);
  });
});

describe('what is known', () => {
  const finding = { file: 'a.js', rule: 'network', what: 'fetch' };
  const known = { ...finding, file: /^a\.js$/, count: 1, why: 'a test' };

  test('is let by as often as it is known', () => {
    expect(differences([finding], [known])).toEqual([]);
    expect(differences([finding, finding], [known])).toHaveLength(1);
    expect(differences([], [known])).toHaveLength(1);
  });

  test('is known in its file and by its name only', () => {
    expect(differences([finding, { ...finding, file: 'b.js' }], [known])).toEqual([
      'b.js: network: fetch',
    ]);
    expect(differences([finding, { ...finding, what: 'Worker' }], [known])).toEqual([
      'a.js: network: Worker',
    ]);
  });
});

describe('Preact without its HTML setter', () => {
  const preact = readFileSync(
    new URL('../../node_modules/preact/dist/preact.mjs', import.meta.url),
    'utf8',
  );

  test('the setter is found and left out', () => {
    expect(preact).toContain('.innerHTML');
    expect(withoutHtmlSetter(preact)).not.toContain('innerHTML');
  });

  test('another Preact stops the build', () => {
    expect(() =>
      withoutHtmlSetter(preact.replace(/innerHTML=\w+\.__html/, 'innerHTML=text')),
    ).toThrow('in 0');
    expect(() => withoutHtmlSetter(preact + preact)).toThrow('in 2');
    expect(() => withoutHtmlSetter(`${preact};a.innerHTML=b`)).toThrow('unknown place');
  });
});
