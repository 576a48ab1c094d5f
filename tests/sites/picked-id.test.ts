import { describe, expect, it } from 'vitest';
import { areDurable } from '../../lib/sites/picked-id';

describe('ids of messages', () => {
  it.each([
    [['7525365324890800129', '7525365324890800130']],
    [['m-88e69c0077120', 'm-88e69c1077120']],
    [['a1b2c3d4-0000-4000-8000-000000001007', 'a1b2c3d4-0000-4000-8000-000000001014']],
    [['8hxjjnfgqjbebxbr7ze5y4gqzw', 'k4s1gwmo9jgc7qhrzbpi3e5doy']],
    [['msg_1762304520', 'msg_1762304527']],
  ])('%s', (values) => expect(areDurable(values)).toBe(true));

  it.each([
    [['root-message-1', 'root-message-2']],
    [['message-20261105-1', 'message-20261105-2']],
    [['1', '2']],
    [['12345', '12346']],
    [[':r1:', ':r2:']],
    [['radix-1234567', 'radix-1234568']],
    [['same-1234567', 'same-1234567']],
    [['bubble', 'row']],
    [['7525365324890800129', '']],
  ])('%s are none', (values) => expect(areDurable(values)).toBe(false));
});
