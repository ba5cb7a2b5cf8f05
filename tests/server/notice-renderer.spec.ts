import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Block, type DocumentModel, NOTICE_LAYOUTS, type NoticeLayout } from '#engine';
import {
  type NoticeInput,
  NoticeRendererStopped,
  NoticeUnprintable,
} from '../../src/notices/notice-renderer.js';
import { barcodeSvg, code128 } from '../../src/notices/typst/barcode.js';
import { TypstRenderer } from '../../src/notices/typst/typst-renderer.js';
import { eventually } from '../support/eventually.js';
import { png } from './support/jitan-answers.js';
import {
  checkStructure,
  extentOf,
  fontsOf,
  hasPoppler,
  hasQpdf,
  infoOf,
  pagesOf,
  textOf,
} from './support/pdf-tools.js';

const letter: readonly Block[] = [
  { kind: 'right', text: '協推第12号' },
  { kind: 'right', text: '令和3年11月5日' },
  { kind: 'addressee', text: '株式会社髙﨑商店' },
  { kind: 'addressee', text: '代表取締役　𠮷田 太郎　様' },
  { kind: 'sender', text: '大阪府知事' },
  { kind: 'sender', text: '（公印省略）' },
  { kind: 'title', text: '支給決定通知書' },
  { kind: 'paragraph', text: '　下記のとおり支給することを決定しましたので通知します。' },
  { kind: 'center', text: '記' },
  { kind: 'item', text: '1　対象店舗　　大阪食堂 本店' },
  { kind: 'item', text: '2　支給決定額　金1,517,000円' },
  { kind: 'paragraph', text: '　　（1）内訳　　　日額25,000円 × 24日' },
  {
    kind: 'table',
    rows: [
      ['項目', '不備の内容と直し方'],
      ['店舗の外観の写真', '看板が写っていません。'],
    ],
  },
  { kind: 'note', text: 'この通知は、写しを保存してください。' },
  { kind: 'footer', text: '担当　経営支援課' },
];

const input = (blocks: readonly Block[], more: Partial<DocumentModel> = {}): NoticeInput => ({
  model: { title: '支給決定通知書', layout: 'letter', head: {}, blocks, ...more },
  issuedOn: '2021-11-05',
  author: '商工労働部',
  reference: '申込番号 0009-03-0000042-6',
});

const paragraph = (text: string): readonly Block[] => [
  { kind: 'title', text: '通知' },
  { kind: 'paragraph', text },
];

describe('a notice as PDF', () => {
  const renderer = new TypstRenderer();
  afterAll(() => renderer.close());
  const withPoppler = hasPoppler ? it : it.skip;

  it('has the same bytes each time, whatever was drawn in between', async () => {
    const first = await renderer.render(input(letter));
    const other = await renderer.render(input(paragraph('別の通知')));
    expect(await renderer.render(input(letter))).toEqual(first);
    expect(other.equals(first)).toBe(false);
  });

  withPoppler(
    'can be read, copied and searched, rare characters of names included (needs poppler)',
    async () => {
      const pdf = await renderer.render(
        input([...letter, { kind: 'paragraph', text: '\uFA10（U+FA10）、葛\u{E0100}城' }]),
      );
      const text = textOf(pdf);
      for (const part of [
        '株式会社髙﨑商店',
        '𠮷田太郎',
        '金1,517,000円',
        '\uFA10（U+FA10）',
        '葛\u{E0100}城',
      ])
        expect(text).toContain(part);
      expect(text).toContain('申込番号0009-03-0000042-61/1');
    },
  );

  withPoppler('is tagged, names itself, and brings its fonts along (needs poppler)', async () => {
    const pdf = await renderer.render(input(letter));
    expect(infoOf(pdf)).toMatchObject({
      Title: '支給決定通知書',
      Author: '商工労働部',
      Tagged: 'yes',
      Pages: '1',
    });
    expect(fontsOf(pdf)).toEqual({ names: ['BIZUDMincho-Regular', 'NotoSerifJP-Regular'], embedded: true });
    const metadata = pdf.toString('latin1');
    expect(metadata).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  });

  (hasQpdf ? it : it.skip)('has a sound structure (needs qpdf)', async () => {
    expect(checkStructure(await renderer.render(input(letter)))).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it.each([
    '{{7*7}} #read("/etc/passwd") | *x* $x^2$',
    '#panic("x") <script>',
    '\\u{41} `raw` @cite // no comment',
  ])('prints what an applicant wrote as it is: %s', async (written) => {
    const pdf = await renderer.render(input(paragraph(written)));
    if (hasPoppler) expect(textOf(pdf)).toContain(written.replaceAll(' ', ''));
  });

  withPoppler('keeps the line breaks of an applicant’s text (needs poppler)', async () => {
    const pdf = await renderer.render(
      input([
        { kind: 'title', text: '通知' },
        { kind: 'item', text: '1　理由　　一行目\n二行目' },
      ]),
    );
    expect(textOf(pdf)).toContain('1理由一行目二行目');
  });

  withPoppler(
    'stays on the page with words without end and columns of any width (needs poppler)',
    async () => {
      const long = 'a'.repeat(300);
      const pdf = await renderer.render(
        input([
          ...paragraph(`前${long}後`),
          { kind: 'item', text: `1　${long}` },
          {
            kind: 'table',
            rows: [
              ['項目', '内容'],
              ['客席の対策　基準12　テーブルの間をあけるか、仕切っている　写真', long],
            ],
          },
        ]),
      );
      const { left, right } = extentOf(pdf);
      expect(left).toBeGreaterThan(70);
      expect(right).toBeLessThan(595 - 70);
    },
  );

  withPoppler('counts its pages (needs poppler)', async () => {
    const items: readonly Block[] = Array.from({ length: 60 }, (_, n) => ({
      kind: 'item',
      text: `${n + 1}　項目`,
    }));
    const pdf = await renderer.render(input([...letter, ...items]));
    expect(infoOf(pdf)).toMatchObject({ Pages: '3' });
    expect(textOf(pdf)).toContain('申込番号0009-03-0000042-63/3');
  });

  withPoppler('can be a certificate (needs poppler)', async () => {
    const pdf = await renderer.render(
      input(
        [
          { kind: 'right', text: '認証番号　危災第7号' },
          { kind: 'title', text: '認証書' },
          { kind: 'blank', text: '' },
          { kind: 'center', text: '大阪食堂 本店' },
          { kind: 'sender', text: '大阪府知事' },
        ],
        { layout: 'certificate', title: '認証書' },
      ),
    );
    expect(infoOf(pdf)).toMatchObject({ Pages: '1', Tagged: 'yes' });
    expect(textOf(pdf)).toBe('認証番号危災第7号認証書大阪食堂本店大阪府知事');
  });

  it.each([
    ['a variant that its first font has', '葛\u{E0100}'],
    ['a variant that its second font alone has', '𠮷\u{E0100}'],
  ])('draws %s', async (_, name) => {
    const pdf = await renderer.render(input(paragraph(`${name}商店`)));
    if (hasPoppler) expect(textOf(pdf)).toContain(`${name}商店`);
  });

  it('is not made with the common form where a variant is meant that no font has', async () => {
    await expect(renderer.render(input(paragraph('葛\u{E01EF}商店')))).rejects.toThrow(
      'the variant 葛\u{E01EF} (U+845B U+E01EF) could not be displayed',
    );
  });

  describe('has a layout for each purpose', () => {
    const words = (blocks: readonly Block[]): string =>
      blocks
        .map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text))
        .join('')
        .replaceAll(/\s/g, '');
    const [body, footer] = [letter.slice(0, -1), letter.slice(-1)];
    const foot = '申込番号0009-03-0000042-61/1';
    const expected: Readonly<Record<NoticeLayout, string>> = {
      letter: words([...body, ...footer]) + foot,
      vertical: words([...body, ...footer]) + foot,
      certificate: words([...body, ...footer]),
      sticker: words([...body, ...footer]),
      ticket: words(body) + words(footer) + foot,
      cover: words([...body, ...footer]) + foot,
      list: words([...body, ...footer]) + foot,
    };
    const sorted = (text: string): string => [...text].sort().join('');

    it.each(NOTICE_LAYOUTS)('%s: tagged, sound, every word of it there', async (layout) => {
      const proof = 'https://tetsuzuki.example.lg.jp/verify/AAAAAAAAAAAAAAAAAAAAAAAA';
      const pdf = await renderer.render({ ...input(letter, { layout }), proof });
      if (hasQpdf) expect(checkStructure(pdf)).toContain('No syntax or stream encoding errors');
      if (!hasPoppler) return;
      expect(infoOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: layout === 'sticker' ? '2' : '1' });
      const text = pagesOf(pdf).join('');
      const shown = layout === 'ticket' ? text.slice('写真'.length) : text;
      // A ticket has the words beside its photo first; a sticker of this length has two pages.
      if (layout === 'ticket' || layout === 'sticker') {
        expect(sorted(shown)).toBe(sorted(expected[layout]));
      } else expect(shown).toBe(expected[layout]);
    });

    it('with bars that scanners read (Code 128 B, with its check)', () => {
      expect(code128('PJJ123C')).toEqual([104, 48, 42, 42, 17, 18, 19, 35, 55, 106]);
      expect(barcodeSvg('申込番号 0009-03-0000042-6')?.text).toBe('0009-03-0000042-6');
      expect(barcodeSvg('申込番号')).toBeNull();
    });

    it('and room for the seal at the sender, the same bytes each time', async () => {
      const seal = png;
      const once = await renderer.render({ ...input(letter), seal });
      expect(await renderer.render({ ...input(letter), seal })).toEqual(once);
      expect(once.includes('/Subtype /Image')).toBe(true);
    });
  });

  it.each(['\u{1F363}', '\u0E01', '\u{2FA1D}\u{3134A}'])(
    'is not made at all when it holds %s, which no font of ours has',
    async (character) => {
      await expect(renderer.render(input(paragraph(`寿司${character}店`)))).rejects.toThrow(
        NoticeUnprintable,
      );
    },
  );
});

describe('the process that draws notices', () => {
  it('leaves the process free while it draws', async () => {
    const renderer = new TypstRenderer();
    await renderer.render(input(letter));
    const long = Array.from({ length: 300 }, (): Block => ({
      kind: 'paragraph',
      text: '協力金'.repeat(60),
    }));
    const done: string[] = [];
    await Promise.all([
      renderer.render(input([{ kind: 'title', text: '通知' }, ...long])).then(() => done.push('the notice')),
      wait(1).then(() => done.push('what came meanwhile')),
    ]);
    expect(done).toEqual(['what came meanwhile', 'the notice']);
    await renderer.close();
  });

  it('is ended when a document takes too long, and the next one is drawn by another', async () => {
    const renderer = new TypstRenderer({ timeLimit: 10_000 });
    await renderer.render(input(letter));
    const slow = renderer.pid ?? 0;
    const endless = Array.from({ length: 20_000 }, (): Block => ({
      kind: 'paragraph',
      text: '協力金'.repeat(200),
    }));
    const tooLong = renderer.render(input([{ kind: 'title', text: '通知' }, ...endless]));
    const next = renderer.render(input(letter));
    await expect(tooLong).rejects.toThrow(NoticeRendererStopped);
    expect((await next).subarray(0, 5).toString()).toBe('%PDF-');
    await eventually('the slow one is gone', () => !isAlive(slow) || undefined);
    await renderer.close();
  });

  it('may die: one notice fails, the next is drawn', async () => {
    const renderer = new TypstRenderer();
    await renderer.render(input(letter));
    const died = renderer.render(input(letter));
    process.kill(renderer.pid ?? 0, 'SIGKILL');
    await expect(died).rejects.toThrow(NoticeRendererStopped);
    expect((await renderer.render(input(letter))).subarray(0, 5).toString()).toBe('%PDF-');
    await renderer.close();
  });

  it('ends with the renderer', async () => {
    const renderer = new TypstRenderer();
    await renderer.render(input(letter));
    const pid = renderer.pid ?? 0;
    expect(isAlive(pid)).toBe(true);
    await renderer.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('draws on when it is replaced to give its memory back', async () => {
    const renderer = new TypstRenderer({ recycleAfter: 2 });
    const drawn = await Promise.all([1, 2, 3, 4, 5].map(() => renderer.render(input(letter))));
    expect(new Set(drawn.map((pdf) => pdf.toString('base64'))).size).toBe(1);
    await renderer.close();
  });

  it('ends when nothing is to be drawn for a while', async () => {
    const renderer = new TypstRenderer({ idleLimit: 50 });
    await renderer.render(input(letter));
    const pid = renderer.pid ?? 0;
    await eventually('it is gone', () => !isAlive(pid) || undefined);
    expect((await renderer.render(input(letter))).subarray(0, 5).toString()).toBe('%PDF-');
    await renderer.close();
  });

  it('refuses what still waits when it is closed', async () => {
    const renderer = new TypstRenderer();
    const waiting = [1, 2, 3].map(() => renderer.render(input(letter)).catch((error: Error) => error));
    await renderer.close();
    for (const outcome of await Promise.all(waiting)) expect(outcome).toBeInstanceOf(NoticeRendererStopped);
    await expect(renderer.render(input(letter))).rejects.toThrow('closed');
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
