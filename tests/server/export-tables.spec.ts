import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { toShiftJis } from '../../src/exports/tables/shift-jis.js';
import { Workbook } from '../../src/exports/tables/workbook.js';
import { readWorkbook } from './support/tables.js';

describe('Shift_JIS', () => {
  it('has every character that its decoder knows, and comes back the same', () => {
    const decoder = new TextDecoder('shift_jis', { fatal: true });
    let count = 0;
    for (let point = 0x80; point < 0x10000; point++) {
      const character = String.fromCodePoint(point);
      const { bytes, unmapped } = toShiftJis(character);
      if (unmapped.length > 0) continue;
      count += 1;
      // The yen sign, the overline and the seven twins come back as their other form.
      if (!'¥‾¢£¬—‖−〜'.includes(character)) expect(decoder.decode(bytes)).toBe(character);
    }
    expect(count).toBeGreaterThan(7_000);
  });

  it.each([
    ['髙﨑①㈱', '髙﨑①㈱', ''],
    ['〜−', '～－', ''],
    ['葛󠄀城', '葛城', '󠄀'],
    ['𠮷田😀', '〓田〓', '𠮷😀'],
  ])('writes %s as %s', (text, shown, unmapped) => {
    const written = toShiftJis(text);
    expect(new TextDecoder('shift_jis').decode(written.bytes)).toBe(shown);
    expect(written.unmapped.join('')).toBe(unmapped);
  });
});

describe('a workbook', () => {
  it('begins another sheet where one is full, and tells what it had to cut', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tetsuzuki-workbook-'));
    const workbook = await Workbook.open(
      folder,
      [{ title: '売上/高:[長い名前のシートは三十一文字までに切られますので]', file: 'x', headings: ['値'] }],
      3,
    );
    const faults = await workbook.add(0, [['_x0041_\r\n<&>'], [-5], ['あ'.repeat(32_768)]]);
    expect(faults).toEqual([[], [], [{ column: 0, kind: 'too-long', text: '32767' }]]);
    const { sheets } = readWorkbook(await buffer((await workbook.finish()).content));
    const [first = '', second = ''] = sheets.keys();
    expect([first.length <= 31, second]).toEqual([true, `${first.slice(0, 26)} (2)`]);
    expect(
      sheets
        .get(first)
        ?.slice(1)
        .map((line) => line.get('A')),
    ).toEqual([
      { type: 'text', value: '_x0041_\r\n<&>', style: 1 },
      { type: 'number', value: '-5', style: 0 },
    ]);
    expect(sheets.get(second)?.[1]?.get('A')?.value).toHaveLength(32_767);
    rmSync(folder, { recursive: true, force: true });
  });
});
