import type { Block, DocumentModel } from './template.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const ALIGNED: Readonly<Partial<Record<Block['kind'], string>>> = {
  right: 'right',
  sender: 'right',
  center: 'center',
};

/**
 * The document as one accessible HTML page, for a mail's HTML part: real headings, a table with a header row, the
 * language named, every text escaped.
 *
 * @param options.links addresses that may be clicked; any other address, an applicant's among them, stays plain text
 */
export function documentToHtml(
  model: DocumentModel,
  options: { readonly links?: readonly string[] } = {},
): string {
  const links = options.links ?? [];
  const hasTitle = model.blocks.some((block) => block.kind === 'title');
  const heading = hasTitle || model.title === '' ? [] : [`<h1>${escape(model.title)}</h1>`];
  const body = [...heading, ...model.blocks.map((block) => blockHtml(block, links))].filter(
    (html) => html !== '',
  );
  return [
    '<!doctype html>',
    '<html lang="ja">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(model.title)}</title>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block, links: readonly string[]): string {
  if (block.kind === 'table') return tableHtml(block.rows, links);
  const text = linked(block.text, links);
  const align = ALIGNED[block.kind];
  switch (block.kind) {
    case 'blank':
      return '';
    case 'title':
      return `<h1>${text}</h1>`;
    case 'heading':
      return `<h2>${text}</h2>`;
    case 'note':
    case 'footer':
      return `<p><small>${text}</small></p>`;
    case 'paragraph':
    case 'item':
    case 'addressee':
    case 'right':
    case 'sender':
    case 'center':
      return `<p${align ? ` align="${align}"` : ''}>${text}</p>`;
  }
}

function tableHtml([first = [], ...rest]: readonly (readonly string[])[], links: readonly string[]): string {
  const cells = (row: readonly string[], open: string, close: string) =>
    row.map((cell) => `<${open}>${linked(cell, links)}</${close}>`).join('');
  if (rest.length === 0) return `<table>\n<tr>${cells(first, 'td', 'td')}</tr>\n</table>`;
  const body = rest.map((row) => `<tr>${cells(row, 'td', 'td')}</tr>`);
  return [
    '<table>',
    `<thead><tr>${cells(first, 'th scope="col"', 'th')}</tr></thead>`,
    '<tbody>',
    ...body,
    '</tbody>',
    '</table>',
  ].join('\n');
}

function linked(text: string, links: readonly string[]): string {
  const link = links.find((candidate) => /^https?:\/\//.test(candidate) && text.includes(candidate));
  if (link === undefined) return escape(text).replaceAll('\n', '<br>\n');
  const [before = '', ...after] = text.split(link);
  return `${linked(before, links)}<a href="${escape(link)}">${escape(link)}</a>${linked(after.join(link), links)}`;
}
