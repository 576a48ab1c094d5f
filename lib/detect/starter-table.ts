/**
 * Runs of three tokens that many notices have: in how many of a thousand, and the runs' hashes in base 36.
 * Made by scripts/starter-weights.ts from the labelled notices of the project.
 */
// biome-ignore format: a line a share, as the script writes it
export const STARTER_TABLE: readonly (readonly [notices: number, grams: string])[] = [
  [48, '-5wsrnu 8q2pp7'],
  [44, '-4cx1al'],
  [37, '-fw2jr'],
  [26, '29rrgr'],
  [24, '-u3spw2'],
  [22, '-aqb3v6'],
  [21, 'hpdpqf'],
  [16, '-vng0dy wslwhx'],
  [15, '-rrdct4'],
  [14, '-w8yw6d -ufxfca -bdmyja 1tb91e 42ui16 d9fp71'],
  [13, '-uln32v k6l7ox'],
  [12, '-zdn6qf -t6r47t xzr3gr'],
  [11, '-jeoqkj -b6v04p'],
  [10, '-rzaunl -nhzdwg -hslsyw -frvjd2 -f6vqjm -9j99xp -2atkso 76em1q'],
  [9, '-ymieaw -syjgb4 -9w5vsl -4ccxk2 -1a61qo 4jk0sw c19irc f3srhg jbb1zq jiglm7 yzadwo'],
  [8, '-x6gv7w -x5g6oo -olqqex -f2cli6 -b4gihi -5xtl6o -5vsaun 5i769t 68lc57 ag6ev0 kodv42 ovk4r0 qoufvj v3j9z3'],
  [7, '-xsl3f4 -upap72 -uigq2v -t8j0i1 -rwyigd -jzjewi -jz5ihe -jnk0wz -jlbbl0 -iwjvb5 -ib3bzo -i9bbv3 -htth9t -cx6izm -ca8pyu -bkwluc -at4ijk -9tklja -8to0p1 -8t1f75 -6rgsao -1hsixo 2k0tzg 2k1dbm 3vs6qm 5295tg 8bm89v 92ws91 ca68de defsrm drs56f e2ugqg gxw50h ixt1r2 jp4xwa u35cs3 vjdp0p xo0hvp'],
  [6, '-v7hv7l -tmrao7 -q9uu5s -psazq9 -mxd6b9 -mh9ep0 -m8ljbt -jrpt6m -jode02 -iqbp0v -gsj031 -bx341k -a5gy80 -7nntgj -654bo7 -2z08ty -1wgknk 27lvzy 3mou86 6511lz 8poxv9 d44uhf dvsvpc j3gsjs lu8u89 mq1x8r o0yecn tvg4u6 x4dyyr'],
];
