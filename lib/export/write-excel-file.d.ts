// The door to the part of the package that zips in the page's own thread; see xlsx.ts.
declare module '*/writeXlsxFileUniversal.js' {
  import type { Options, Sheet } from 'write-excel-file/universal';

  export function generateXlsxFileSync(
    sheets: Sheet<Blob>[],
    options: Options<Blob>,
    none: undefined,
    toBytes: (content: Blob | string) => Promise<Uint8Array>,
  ): Promise<Blob>;
}
