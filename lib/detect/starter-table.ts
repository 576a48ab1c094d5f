/**
 * Runs of three tokens that many notices have: in how many of a thousand, and the runs' hashes in base 36.
 * Made by scripts/starter-weights.ts from the labelled notices of the project.
 */
// biome-ignore format: a line a share, as the script writes it
export const STARTER_TABLE: readonly (readonly [notices: number, grams: string])[] = [
  [48, '-3c2mfq rh8qw0'],
  [44, '-eseqk9'],
  [37, 'btidlt'],
  [26, '29rrgr'],
  [24, 'fy1y84'],
  [22, '-hlsjcy'],
  [21, 'hpdpqf'],
  [16, '-vng0dy -6nmxvd'],
  [15, '-rrdct4'],
  [14, '-w8yw6d -nh7wjo 42ui16 9a9bk5 d9fp71'],
  [13, '-uf75zx'],
  [12, '-zdn6qf -oa4peb -id3zb4 -cal65u 1tb91e'],
  [11, '-qqpvju s0p89r'],
  [10, '-m104re -hslsyw -fyy6wh -frvjd2 -f6vqjm -9j99xp 76em1q'],
  [9, '-ymieaw -qxwjsq -9w5vsl -2rmhqt -1a61qo 4jk0sw f3srhg jiglm7 yzadwo z42rcu'],
  [8, '-x6gv7w -x5g6oo -wkeaef -cjwqqd -5xtl6o -1ha74 5i769t ag6ev0 bgy9p1 c0xsmq kodv42 pcpq02 ysmxa7'],
  [7, '-wn3ilp -uigq2v -t8j0i1 -syx21g -svn8ad -rzaunl -rwyigd -jnk0wz -jlbbl0 -i9bbv3 -i4aw7r -htth9t -ca8pyu -c5o13w -bkwluc -at4ijk -8to0p1 -6rgsao 2k0tzg 2k1dbm 32oa9f 3vs6qm 5295tg 8bm89v 92ws91 ca68de drs56f e2ugqg gxw50h ixt1r2 jp4xwa qhjz7i u35cs3 vjdp0p w1yo8s xo0hvp xpf3er'],
  [6, '-vb62su -upap72 -tmrao7 -s28qzq -q9uu5s -psazq9 -pg29rq -mxd6b9 -mh9ep0 -jrpt6m -jode02 -iqbp0v -gsj031 -7nntgj -458b82 -2z08ty -1wgknk 27lvzy 3mou86 68lc57 burm2a c19irc dvsvpc i2wk1f j3gsjs knngns lu8u89 o0yecn p0i5m9 scgf4u snf8ln uyhgqy'],
];
