/**
 * Runs of three tokens that many notices have: in how many of a thousand, and the runs' hashes in base 36.
 * Made by scripts/starter-weights.ts from the labelled notices of the project.
 */
// biome-ignore format: a line a share, as the script writes it
export const STARTER_TABLE: readonly (readonly [notices: number, grams: string])[] = [
  [48, '-lev2d7 y5n5na'],
  [44, '-dyihjc'],
  [37, '-by948r'],
  [26, '29rrgr'],
  [24, '-b31tot'],
  [22, '9ar4kx'],
  [21, 'hpdpqf'],
  [16, '-vng0dy -6nmxvd'],
  [15, '-rrdct4'],
  [14, '-w8yw6d 42ui16 d9fp71 gpl69s'],
  [13, 's5x50f'],
  [12, '-zdn6qf -vjmvba 1tb91e dtyaf7 iuy752'],
  [11, '-rkhcs5 ylsqhh'],
  [10, '-m104re -hslsyw -fyy6wh -frvjd2 -f6vqjm -9j99xp 76em1q'],
  [9, '-ymieaw -wkeaef -ml9i5p -9w5vsl -1a61qo 2h8c22 4jk0sw f3srhg jiglm7 mbpoqt yzadwo'],
  [8, '-x6gv7w -qjdcvx -oifgaj -5xtl6o m59cx sckvc 5i769t ag6ev0 c0xsmq jidb7u kodv42 r0d9br vvgrao'],
  [7, '-uigq2v -ub10ji -t8j0i1 -rzaunl -rwyigd -jnk0wz -jlbbl0 -i9bbv3 -htth9t -ca8pyu -bkwluc -bg0yng -at4ijk -absr7l -8to0p1 -6rgsao 2k0tzg 2k1dbm 3vs6qm 5295tg 7sdif2 8bm89v 92ws91 ca68de drs56f e2ugqg fabqvf gxw50h h2e9ti ixt1r2 jp4xwa jwdmny u35cs3 v845w3 vjdp0p'],
  [6, '-vf9xk5 -tmrao7 -q9uu5s -psazq9 -nss854 -mxd6b9 -mh9ep0 -jrpt6m -jode02 -iqbp0v -gsj031 -cnhlxf -7nntgj -59oul2 -4ffg4z -2z08ty -1wgknk 27lvzy 2cvdmu 3mou86 68lc57 6njlub c19irc dvsvpc esxe3d j3gsjs ltarg7 lu8u89 o0yecn xp2c1d'],
];
