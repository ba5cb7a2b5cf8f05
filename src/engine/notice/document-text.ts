import type { Language } from '../problem-text/words.js';
import type { Block, DocumentModel } from './template.js';

/** The document as plain text, for a mail's text part and the mailbox. Line ends are `\n`. */
export function documentToText(model: DocumentModel, language: Language = 'ja'): string {
  const linesOf = (block: Block): readonly string[] => blockLines(block, language);
  const footer = model.blocks.filter((block) => block.kind === 'footer');
  const body = model.blocks.filter((block) => block.kind !== 'footer');
  const end = footer.length > 0 ? ['', '――――――――――', ...footer.flatMap(linesOf)] : [];
  return `${[...body.flatMap(linesOf), ...end].join('\n')}\n`;
}

function blockLines(block: Block, language: Language): readonly string[] {
  if (block.kind === 'table')
    return block.rows.map((cells) =>
      language === 'ja'
        ? `・${cells.join(cells.length === 2 ? '：' : '　')}`
        : `- ${cells.join(cells.length === 2 ? ': ' : '  ')}`,
    );
  if (block.kind === 'heading') return [`■ ${block.text}`];
  return block.text.split('\n');
}
