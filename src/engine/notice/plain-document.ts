import { styleOf } from './line-styles.js';
import type { Block, DocumentModel } from './template.js';

/**
 * Text that people wrote, as blocks: the words before a full-width colon, numbered lines and rows of a table as in
 * notices and messages (`見出し：…`, `1　…`, `| a | b |`), and nothing that is filled in. Lines that follow one another
 * are one paragraph.
 */
export function plainBlocks(text: string): DocumentModel['blocks'] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = blocks.at(-1);
    const cells = cellsOf(line);
    if (cells) {
      if (last?.kind === 'table') blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, cells] };
      else blocks.push({ kind: 'table', rows: [cells] });
      continue;
    }
    const { style, text: words } = styleOf(line);
    if (style === 'blank' && (!last || last.kind === 'blank')) continue;
    if (style === 'paragraph' && last?.kind === 'paragraph')
      blocks[blocks.length - 1] = { kind: 'paragraph', text: `${last.text}\n${words}` };
    else blocks.push({ kind: style, text: words });
  }
  return blocks.at(-1)?.kind === 'blank' ? blocks.slice(0, -1) : blocks;
}

function cellsOf(line: string): readonly string[] | null {
  const row = line.trim();
  if (row.length < 3 || !row.startsWith('|') || !row.endsWith('|')) return null;
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}
