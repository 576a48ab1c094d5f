/** Where a release lies, below the project's folder. */
export const RELEASE = '.output/release';

/** What a release consists of, besides its sums: file names. */
export function artefacts(version: string) {
  return {
    chrome: `fingerlight-${version}-chrome.zip`,
    edge: `fingerlight-${version}-edge.zip`,
    /** For Chromium without a store: with the key that keeps the id, so that a moved folder keeps its tally. */
    unpacked: `fingerlight-${version}-unpacked.zip`,
    firefox: `fingerlight-${version}-firefox.zip`,
    source: `fingerlight-${version}-source.zip`,
    sbom: `fingerlight-${version}-sbom.cdx.json`,
    licences: 'THIRD-PARTY-LICENSES',
  } as const;
}
