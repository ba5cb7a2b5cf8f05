import { type DocumentModel, documentToText } from '#engine';

export interface LetterTraits {
  /** Places where nothing stands: a cell of a table, or what follows a colon. */
  readonly blanks: number;
  /** Characters that few fonts have, each once. */
  readonly rare: string;
  readonly lines: number;
  /** The largest amount in yen that it names; null where it names none. */
  readonly amount: number | null;
}

/** Beyond the basic plane, compatibility forms and extension A, variants, and what an office makes for itself. */
const uncommon =
  /[\u{10000}-\u{10ffff}\u{f900}-\u{faff}\u{3400}-\u{4dbf}\u{fe00}-\u{fe0f}\u{e000}-\u{f8ff}]/gu;
const money = /([0-9０-９][0-9０-９,，]*)\s*円/gu;
/** Characters of a line of paper: a longer line takes several. */
const lineLength = 40;

/** What may be odd about a letter, beside the others of its batch. */
export function letterTraits(model: DocumentModel): LetterTraits {
  const text = documentToText(model);
  const amounts = [...text.matchAll(money)].map(([, digits = '']) =>
    Number(digits.normalize('NFKC').replaceAll(',', '')),
  );
  return {
    blanks: blanksIn(model),
    rare: [...new Set(text.match(uncommon) ?? [])].join(''),
    lines: text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / lineLength)), 0),
    amount: amounts.length > 0 ? Math.max(...amounts) : null,
  };
}

function blanksIn({ blocks }: DocumentModel): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'table') {
      return sum + block.rows.flat().filter((cell) => cell.trim() === '').length;
    }
    const isLabel = /[：:]\s*$/u.test(block.text) && block.kind !== 'heading';
    return sum + (isLabel ? 1 : 0);
  }, 0);
}
