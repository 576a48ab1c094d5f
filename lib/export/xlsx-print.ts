import type { Feature } from 'write-excel-file/universal';

/** What the library cannot say of paper: how a sheet is fitted to it, its margins, its foot. */
export const ON_PAPER: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet [^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageMargins [^>]*\/>/, MARGINS)
            .replace(/<pageSetup ([^>]*)\/>/, `<pageSetup ${FITTED} $1/>${FOOT}`),
      },
    },
  },
};

/** As wide as one page, as long as it takes. */
const FITTED = 'fitToWidth="1" fitToHeight="0"';

/** In inches. The library's own take a sixth of the width. */
const MARGINS =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';

/** The sheet's name and "page / pages". */
const FOOT =
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/** The first line of each sheet again on each printed page. */
export function repeatedHeads(sheets: readonly { name: string }[]): Feature<Blob> {
  const names = sheets.map(
    ({ name }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${reference(name)}!$1:$1</definedName>`,
  );
  const defined = `<definedNames>${names.join('')}</definedNames>`;
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(/<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/, () => defined),
        },
      },
    },
  };
}

/** A sheet's name as formulas of names have it, in markup. */
function reference(name: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return `'${name.replaceAll("'", "''").replace(/[&<>]/g, (mark) => marks[mark] ?? mark)}'`;
}
