import { describe, expect, test } from 'vitest';
import { auditOf, explainedIn, objections } from '../../../scripts/release/audit.ts';

const REPORT = {
  auditReportVersion: 2,
  vulnerabilities: {
    // Affected only through the next one.
    outer: { name: 'outer', severity: 'high', via: ['inner'] },
    inner: {
      name: 'inner',
      severity: 'high',
      via: [
        {
          source: 1,
          name: 'inner',
          title: 'Prototype pollution',
          url: 'https://example.org/advisories/GHSA-aaaa-bbbb-cccc',
          severity: 'high',
        },
      ],
    },
    again: {
      name: 'again',
      severity: 'high',
      via: [
        'outer',
        {
          source: 1,
          name: 'inner',
          title: 'Prototype pollution',
          url: 'https://example.org/advisories/GHSA-aaaa-bbbb-cccc',
          severity: 'high',
        },
      ],
    },
  },
};
const FINDING = {
  advisory: 'GHSA-aaaa-bbbb-cccc',
  package: 'inner',
  severity: 'high',
  title: 'Prototype pollution',
};

describe('what npm audit prints', () => {
  test('is read as one finding for an advisory, however many it affects', () => {
    expect(auditOf(JSON.stringify(REPORT))).toEqual({ reached: true, findings: [FINDING] });
  });

  test('is clean when a whole report says so', () => {
    const report = { auditReportVersion: 2, vulnerabilities: {} };
    expect(auditOf(JSON.stringify(report))).toEqual({ reached: true, findings: [] });
  });

  test.each([
    ['', 'it printed no report'],
    ['npm error code ENOTFOUND', 'it printed no report'],
    [
      JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }),
      '405 Method Not Allowed',
    ],
    [
      JSON.stringify({ error: { code: 'ENOLOCK', summary: 'needs a lockfile' } }),
      'needs a lockfile',
    ],
    ['{}', 'it printed no report'],
  ])('is no answer, and never clean, when it is %j', (printed, why) => {
    expect(auditOf(printed)).toEqual({ reached: false, why });
  });
});

describe('what stands against a release', () => {
  const PAGE =
    '| advisory | package |\n|---|---|\n| GHSA-aaaa-bbbb-cccc | inner | tests only | it reads our own files |\n';

  test('is a finding that nobody explained', () => {
    expect(objections([FINDING], explainedIn('in text GHSA-aaaa-bbbb-cccc | is no row'))).toEqual([
      'GHSA-aaaa-bbbb-cccc (high) in inner: Prototype pollution',
    ]);
  });

  test('is nothing when every finding has its row', () => {
    expect(objections([FINDING], explainedIn(PAGE))).toEqual([]);
  });

  test('is a row for what is found no longer', () => {
    expect(objections([], explainedIn(PAGE))).toEqual([
      'GHSA-aaaa-bbbb-cccc is explained but no longer found',
    ]);
  });
});
