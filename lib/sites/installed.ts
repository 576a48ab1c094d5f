import { feishu, lark } from './feishu';
import type { Site } from './site';
import { wechat } from './wechat';

/** The chat clients that are watched from the installation on, on their own hosts (see `installed-pages`). */
export const installedSites: readonly Site[] = [wechat, feishu, lark];
