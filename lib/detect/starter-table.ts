/**
 * Runs of three tokens that many notices have: in how many of a thousand, and the runs' hashes in base 36.
 * Made by scripts/starter-weights.ts from the labelled notices of the project.
 */
export const STARTER_TABLE: readonly (readonly [notices: number, grams: string])[] = [
  [48, '8q2pp7'],
  [47, '-5wsrnu'],
  [44, '-4cx1al'],
  [37, '-fw2jr'],
  [26, '29rrgr'],
  [24, '-u3spw2'],
  [22, '-aqb3v6'],
  [21, 'hpdpqf'],
  [16, '-vng0dy wslwhx'],
  [15, '-rrdct4'],
  [14, '-w8yw6d -ufxfca -bdmyja 42ui16 d9fp71'],
  [13, '-uln32v'],
  [12, '-zdn6qf -t6r47t 1tb91e k6l7ox xzr3gr'],
  [11, '-jeoqkj -b6v04p'],
  [10, '-nhzdwg -hslsyw -frvjd2 -f6vqjm -9j99xp -2atkso 76em1q'],
  [9, '-ymieaw -syjgb4 -qxwjsq -9w5vsl -1a61qo f3srhg jbb1zq jiglm7 yzadwo'],
  [8, '-x6gv7w -x5g6oo -olqqex -lznpwq -f2cli6 -b4gihi -5xtl6o 5i769t ag6ev0 kodv42 ovk4r0 qoufvj'],
  [
    7,
    '-xsl3f4 -uigq2v -t8j0i1 -rzaunl -rwyigd -jzjewi -jz5ihe -jnk0wz -jlbbl0 -iwjvb5 -ib3bzo -i9bbv3 -i4aw7r -htth9t -ca8pyu -bkwluc -at4ijk -8to0p1 2k0tzg 2k1dbm 32oa9f 3vs6qm 4jk0sw 5295tg 92ws91 ca68de drs56f e2ugqg gxw50h ixt1r2 jp4xwa ogao9o qhjz7i u35cs3 v3j9z3 vjdp0p xo0hvp',
  ],
  [
    6,
    '-v7hv7l -upap72 -tmrao7 -q9uu5s -psazq9 -mxd6b9 -mh9ep0 -m8ljbt -jrpt6m -jode02 -iqbp0v -gsj031 -bx341k -a5gy80 -7nntgj -6rgsao -458b82 -2z08ty -1wgknk 27lvzy 3mou86 68lc57 8bm89v 8poxv9 burm2a c19irc d44uhf dvsvpc i2wk1f j3gsjs lu8u89 o0yecn tvg4u6',
  ],
];
