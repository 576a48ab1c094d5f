import type { PageOptions } from './types.ts';

/** The document with the options written into it. The application fills the rest. */
export function documentWith(options: PageOptions): string {
  const json = JSON.stringify(options).replaceAll('<', '\\u003c');
  return DOCUMENT.replace('{}', () => json);
}

const DOCUMENT = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>微信网页版</title>
<link rel="stylesheet" href="/page.css">
</head>
<body>
<div class="main">
  <div class="main_inner" ui-view>
    <div class="panel give_me ng-scope">
      <div class="header">
        <div class="avatar"><img class="img" alt=""></div>
        <div class="info">
          <h3 class="nickname"><span class="display_name ng-binding"></span><a class="opt"><i class="web_wechat_add"></i></a></h3>
        </div>
      </div>
      <div class="search_bar" id="search_bar"><i class="web_wechat_search"></i><input class="frm_search" type="text" placeholder="搜索"></div>
      <div class="tab no_extra">
        <div class="tab_item"><a class="chat" title="聊天"><i></i></a></div>
        <div class="tab_item"><a class="read" title="阅读"><i></i></a></div>
        <div class="tab_item"><a class="contact" title="通讯录"><i></i></a></div>
      </div>
      <div class="ng-scope" ui-view="navView">
        <div class="nav_view"><div class="scroll-wrapper chat_list scrollbar-dynamic"></div></div>
      </div>
    </div>
    <div class="ng-scope" ui-view="contentView"></div>
  </div>
</div>
<script type="application/json" id="simulator-options">{}</script>
<script src="/page.js"></script>
</body>
</html>`;
