import { describe, expect, it } from 'vitest';
import { fileIn, fileNamed, isOfFile } from '../../lib/sites/picked-file';

describe('a card of a file', () => {
  it.each([
    ['台账.xlsx\n18 KB', 18_432],
    ['台账.xlsx 18 KB', 18_432],
    ['台账.xlsx(28.50KB)', 29_184],
    ['台账.xlsx18KB', 18_432],
    ['台账.xlsx\n18 KB\ndownload', 18_432],
    ['台账.xlsx\n(18 kB)\n下载在线预览', 18_432],
    ['xlsx\n台账.xlsx\n18 KB\n打开\n另存为', 18_432],
    ['台账.xlsx\nXLSX · 18 KB', 18_432],
    ['台账.xlsx\nXLSX文件 18 KB 已过期', 18_432],
    ['18 KB\n台账.xlsx', 18_432],
    ['台账.xlsx\n512 B\n已下载', 512],
    ['台账.xlsx\n5 MB · 下载', 5_242_880],
    ['文件\n台账.xlsx', 0],
    ['[文件]\n台账.xlsx', 0],
    ['台账.xlsx\n下载', 0],
    ['XLSX\n台账.xlsx\n18 kB•下载', 18_432],
    ['台账.xlsx\n18 kB Spreadsheet', 18_432],
    ['台账.xlsx\n18 kB · XLSX 文档', 18_432],
  ])('%j: a name, and a size where one is told', (words, size) => {
    expect(fileIn(words)).toEqual({
      kind: 'file',
      text: '',
      file: { name: '台账.xlsx', size, exact: false },
    });
  });

  it.each([
    '请明天中午前报送',
    '请按台账.xlsx 报送，明天中午前',
    '台账.xlsx\n明天中午前报送',
    '明天中午前报送\n台账.xlsx\n下载',
    '台账.xlsx\n花名册.xlsx\n18 KB',
    '明天12.30前报到\n打开',
    '18 KB',
    '下载',
    '已过期',
    'v2.3',
    '见附件。台账.xlsx\n下载',
    '台账.xlsx\n1\n2\n3\n4\n5\n6',
    '',
  ])('is none of other words: %j', (words) => {
    expect(fileIn(words)).toBeNull();
  });
});

it('is told by its name alone, where that is no sentence', () => {
  expect(fileNamed('冬季排查台账.xlsx')).toMatchObject({
    file: { name: '冬季排查台账.xlsx', size: 0 },
  });
  for (const words of ['请看，台账.xlsx', '请看 台账.xlsx', 'www.example.com', '12.30', '收到'])
    expect(fileNamed(words)).toBeNull();
});

it('nobody is called by its name or its size', () => {
  for (const text of ['台账.xlsx', '18 KB', '(18 kB)', '台账.xlsx(28.50KB)'])
    expect(isOfFile(text)).toBe(true);
  for (const text of ['孙丽', 'sunli', '王.强', '3组', '100']) expect(isOfFile(text)).toBe(false);
});
