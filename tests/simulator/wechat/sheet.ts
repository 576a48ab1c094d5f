import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const MARGIN = 16;
/** A letter's cell, px. */
const CELL = 12;
const LINE = 22;

/** A photographed sheet of paper with these lines, as the bytes of a PNG. Letters are blocks, each its own. */
export function drawSheet(lines: readonly string[]): Buffer {
  const height = 2 * MARGIN + lines.length * LINE;
  const grey = new Uint8Array(WIDTH * height).fill(236);
  const dot = (x: number, y: number, level: number) => {
    if (x < WIDTH - MARGIN) grey[y * WIDTH + x] = level;
  };
  lines.forEach((line, row) => {
    [...line].forEach((letter, column) => {
      const code = letter.codePointAt(0) ?? 0;
      for (let at = 0; at < CELL * CELL; at++) {
        const [dx, dy] = [at % CELL, Math.floor(at / CELL)];
        const bit = Math.floor(dx / 3) + 4 * Math.floor(dy / 3);
        if ((code * 2654435761) & (1 << bit)) {
          dot(MARGIN + column * (CELL + 1) + dx, MARGIN + row * LINE + dy, 30);
        }
      }
    });
  });
  return png(grey, WIDTH, height);
}

/** A picture of grey levels as PNG, after the specification of the W3C. */
function png(grey: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(rows);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND')]);
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
