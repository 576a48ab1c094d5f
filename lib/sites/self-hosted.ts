import { converse } from './converse';
import { element } from './element';
import { mattermost } from './mattermost';
import { rocketChat } from './rocket-chat';
import type { Site } from './site';
import { zulip } from './zulip';

/** The clients that an office installs on a host of its own: looked for on every address that the user adds. */
export const selfHostedSites: readonly Site[] = [converse, element, mattermost, rocketChat, zulip];
