import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Block, canonicalJson, type DocumentModel } from '#engine';
import { FileStore } from '../files/file-store.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type NoticeInput, NoticeRenderer, NoticeUnprintable } from '../notices/notice-renderer.js';

/** People wait in front of the screen; more than these would wait longer than their patience. */
const mostAtOnce = 8;

@Injectable()
export class DrawPaper {
  private waiting = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly renderer: NoticeRenderer,
    private readonly files: FileStore,
  ) {}

  /**
   * The paper as PDF, drawn once and kept: what was handed out never changes, whatever later releases draw like.
   *
   * @returns SHA-256 under which the file store has it
   */
  async run(input: NoticeInput): Promise<Outcome<string>> {
    const key = createHash('sha256').update(canonicalJson(input)).digest('hex');
    const [known] = await this.dataSource.query<{ pdf_sha256: string }[]>(
      'select pdf_sha256 from drawn_paper where input_sha256 = $1',
      [key],
    );
    if (known && (await this.files.has(known.pdf_sha256))) return done(known.pdf_sha256);
    if (this.waiting >= mostAtOnce) return refuse('unavailable');
    this.waiting += 1;
    try {
      const { sha256 } = await this.files.put(await this.draw(input));
      await this.dataSource.query(
        `insert into drawn_paper (input_sha256, pdf_sha256) values ($1, $2)
         on conflict (input_sha256) do update set pdf_sha256 = excluded.pdf_sha256, drawn_at = now()`,
        [key, sha256],
      );
      return done(sha256);
    } finally {
      this.waiting -= 1;
    }
  }

  /** A copy of one's own words must not fail for a smiling face in them: what no font has is printed by its number. */
  private async draw(input: NoticeInput): Promise<Buffer> {
    try {
      return await this.renderer.render(input);
    } catch (error) {
      if (!(error instanceof NoticeUnprintable)) throw error;
      return this.renderer.render({ ...input, model: withNumbers(input.model) });
    }
  }
}

/** Pictures and everything outside the kanji of the fonts: 🍣 → 〔U+1F363〕. */
const RARE =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}\u200D\uFE0E\uFE0F]|(?![\u{20000}-\u{3FFFF}\u{E0100}-\u{E01EF}])[\u{10000}-\u{10FFFF}]|[^\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/gu;

function withNumbers(model: DocumentModel): DocumentModel {
  const text = (words: string): string =>
    words.replace(RARE, (character) =>
      /[\u200D\uFE0E\uFE0F]/u.test(character)
        ? ''
        : `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`,
    );
  const block = (one: Block): Block =>
    one.kind === 'table'
      ? { ...one, rows: one.rows.map((row) => row.map(text)) }
      : { ...one, text: text(one.text) };
  return { ...model, title: text(model.title), blocks: model.blocks.map(block) };
}
