/**
 * Runs of three tokens that many notices have: in how many of a thousand, and the runs' hashes in base 36.
 * Made by scripts/starter-weights.ts from the labelled notices of the project.
 */
export const STARTER_TABLE: readonly (readonly [notices: number, grams: string])[] = [
  [47, '-acfd6c'],
  [46, '-7lx8te'],
  [44, 'wkri3n'],
  [37, 'oetzli'],
  [26, '29rrgr'],
  [24, 'vhcm3q'],
  [22, 'yo6lgm'],
  [21, 'hpdpqf'],
  [17, '-mv1k90'],
  [16, '-vng0dy wslwhx'],
  [15, '-rrdct4'],
  [14, '-w8yw6d -au9usc -am6kns 42ui16 d9fp71'],
  [13, '-qerzlf'],
  [12, '-zdn6qf -mvde0h -j0aleu 1tb91e dvpwvb z31ucu'],
  [11, '-f2ebz7'],
  [10, '-nhzdwg -frvjd2 -f6xhjy'],
  [
    9,
    '-ymieaw -woxrbt -q7owy0 -q6xzc9 -hslsyw -f6vqjm -9w5vsl -9j99xp -4ccxk2 -2atkso -1a61qo 76em1q d2b05w f3srhg jiglm7 yzadwo',
  ],
  [
    8,
    '-x6gv7w -x5g6oo -uhcz93 -i17pr3 -5xtl6o -5vsaun 5i769t 7xeory 9ap5m2 ag6ev0 kodv42 qoufvj tp2dhp',
  ],
  [
    7,
    '-vxbjdt -uigq2v -t8j0i1 -rzaunl -rwyigd -pq2qdf -jnk0wz -jlbbl0 -i9bbv3 -htth9t -ca8pyu -bkwluc -at4ijk -8to0p1 -8t1f75 -1hsixo -1cz9qb 19h2pi 2k0tzg 2k1dbm 3toy8l 3vs6qm 4jk0sw 5295tg 6cekt5 92ws91 ca68de drs56f e2ugqg g8bifp gxw50h ixt1r2 jp4xwa u35cs3 v3j9z3 vjdp0p xo0hvp',
  ],
  [
    6,
    '-xrf2su -vneln8 -upap72 -tmrao7 -s7vut7 -q9uu5s -psazq9 -of1jrn -mxd6b9 -mh9ep0 -jrpt6m -jode02 -j25fcq -iqbp0v -gsj031 -a5gy80 -9u2heo -7nntgj -6rgsao -654bo7 -2z08ty -1wgknk lolf2 1nhgzr 27lvzy 3mou86 68lc57 8bm89v 8poxv9 azwzvo c19irc dvsvpc j3gsjs j3w1zd lu8u89 o0yecn x4dyyr',
  ],
];
