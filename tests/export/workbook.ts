import { inflateRawSync } from 'node:zlib';
import readWorkbook from 'read-excel-file/node';
import type { Cell } from '../../lib/export/csv';

/** The parts of a workbook as text, by their paths, told by the directory at the end of the archive. */
export async function partsOf(blob: Blob): Promise<Record<string, string>> {
  const bytes = Buffer.from(await blob.arrayBuffer());
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const [packed, start] = [20, 42].map((field) => bytes.readUInt32LE(at + field));
    if (name === undefined || packed === undefined || start === undefined)
      throw new Error('no zip');
    const path = bytes.toString('utf8', at + 46, at + 46 + name);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    parts[path] = inflateRawSync(bytes.subarray(data, data + packed)).toString('utf8');
    at += 46 + name + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** The sheets of a workbook as a reader sees them: days as "YYYY-MM-DD", nothing as null. */
export async function cellsOf(blob: Blob): Promise<{ sheet: string; rows: Cell[][] }[]> {
  const sheets = await readWorkbook(Buffer.from(await blob.arrayBuffer()), { trim: false });
  return sheets.map(({ sheet, data }) => ({
    sheet,
    rows: data.map((row) => row.map(cellOf)),
  }));
}

function cellOf(cell: unknown): Cell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}
