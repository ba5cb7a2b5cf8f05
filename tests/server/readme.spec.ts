import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { settingsTable } from '../../src/config/settings-table.js';

describe('README', () => {
  it('lists every setting as the program reads it', () => {
    const readme = readFileSync('README.md', 'utf8');
    const columns = (table: string) =>
      table
        .trim()
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .filter((cells) => !/^[-\s]*$/.test(cells.join('')));
    const written = /<!-- settings:[^>]*-->([\s\S]*)<!-- \/settings -->/.exec(readme)?.[1] ?? '';

    expect(columns(written)).toEqual(columns(settingsTable('en')));
  });
});
