import { Injectable } from '@nestjs/common';
import { type DocumentModel, civilDateInJapan } from '#engine';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { type NoticeInput, NoticeRenderer, NoticeUnprintable } from '../notices/notice-renderer.js';
import { LettersQueries, type LetterToDraw } from './letters.queries.js';

/** Drawing is done by one process: whoever looks at a single notice must not wait behind several of these. */
const mostAtOnce = 1;

/** Japanese, as the letters are. */
const marks: Readonly<Record<LetterToDraw['reasons'][number], string>> = {
  fault: '作成できない',
  blank: '空欄がある',
  rare: 'まれな文字',
  highest: '金額が最も高い',
  lowest: '金額が最も低い',
  'long-name': '名前が最も長い',
  longest: '文面が最も長い',
};

/** 校正刷り: every letter of a batch as it will be printed, marked 案, the odd ones first. */
@Injectable()
export class DrawProof {
  private drawing = 0;

  constructor(
    private readonly letters: LettersQueries,
    private readonly renderer: NoticeRenderer,
  ) {}

  /** @param after letters that stand in the files before this one */
  async run(batchId: string, after: number): Promise<Outcome<Buffer>> {
    const letters = await this.letters.toDraw(batchId, after);
    if (letters.length === 0) return refuse('not-found');
    if (this.drawing >= mostAtOnce) return refuse('unavailable');
    this.drawing += 1;
    try {
      return done(await this.bind(letters));
    } finally {
      this.drawing -= 1;
    }
  }

  private async bind(letters: readonly LetterToDraw[]): Promise<Buffer> {
    const pages = letters.map(pageOf);
    try {
      return await this.renderer.bind(pages);
    } catch (error) {
      if (!(error instanceof NoticeUnprintable)) throw error;
      return this.renderer.bind(await this.withoutUnprintable(pages));
    }
  }

  /** One character without a glyph stops a file: the pages that have one are found by halves. */
  private async withoutUnprintable(pages: readonly NoticeInput[]): Promise<readonly NoticeInput[]> {
    try {
      await this.renderer.bind(pages);
      return pages;
    } catch (error) {
      if (!(error instanceof NoticeUnprintable)) throw error;
    }
    const [only] = pages;
    if (only && pages.length === 1) {
      const words = '印字できない文字があるため、この通知は発行できません。申請の内容を確かめてください。';
      return [{ ...only, model: page(words), mark: `${marks.fault}　${only.mark ?? ''}` }];
    }
    const half = Math.ceil(pages.length / 2);
    const first = await this.withoutUnprintable(pages.slice(0, half));
    return [...first, ...(await this.withoutUnprintable(pages.slice(half)))];
  }
}

function pageOf({ number, reasons, drawn }: LetterToDraw): NoticeInput {
  const mark = reasons.map((reason) => marks[reason]).join('・');
  if (drawn) return { ...drawn, isDraft: true, mark };
  const words = '差し込む内容がないため、この通知は作成できません。申請の内容を確かめてください。';
  return {
    model: page(words),
    issuedOn: civilDateInJapan(new Date().toISOString()),
    author: '',
    reference: `申込番号 ${number}`,
    isDraft: true,
    mark,
  };
}

function page(words: string): DocumentModel {
  return { title: marks.fault, layout: 'letter', head: {}, blocks: [{ kind: 'paragraph', text: words }] };
}
