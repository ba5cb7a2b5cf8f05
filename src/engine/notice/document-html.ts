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
 * The document as one accessible HTML page, for a mail's HTML part: real headings, tables with
 * their labels marked, the language named, every text escaped.
 *
 * @param options.language of its words; Japanese where it is left out
 * @param options.links addresses that may be clicked; any other address, an applicant's among them, stays plain text
 */
export function documentToHtml(
  model: DocumentModel,
  options: { readonly links?: readonly string[]; readonly language?: 'ja' | 'en' } = {},
): string {
  const links = options.links ?? [];
  const hasTitle = model.blocks.some((block) => block.kind === 'title');
  const heading = hasTitle || model.title === '' ? [] : [`<h1>${escape(model.title)}</h1>`];
  const body = [...heading, ...model.blocks.map((block) => blockHtml(block, links))].filter(
    (html) => html !== '',
  );
  return [
    '<!doctype html>',
    `<html lang="${options.language ?? 'ja'}">`,
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

/** Two columns are a label and its value, row by row; more columns have their labels in the first row. */
function tableHtml(rows: readonly (readonly string[])[], links: readonly string[]): string {
  const cell = (text: string, tag: string) => `<${tag}>${linked(text, links)}</${tag.split(' ')[0] ?? tag}>`;
  const labelled = rows.every((row) => row.length <= 2);
  const html = rows.map((row, index) => {
    const tagOf = (column: number) =>
      labelled && row.length === 2 && column === 0
        ? 'th scope="row"'
        : !labelled && index === 0 && rows.length > 1
          ? 'th scope="col"'
          : 'td';
    return `<tr>${row.map((text, column) => cell(text, tagOf(column))).join('')}</tr>`;
  });
  return ['<table>', ...html, '</table>'].join('\n');
}

function linked(text: string, links: readonly string[]): string {
  const link = links.find((candidate) => /^https?:\/\//.test(candidate) && text.includes(candidate));
  if (link === undefined) return escape(text).replaceAll('\n', '<br>\n');
  const [before = '', ...after] = text.split(link);
  return `${linked(before, links)}<a href="${escape(link)}">${escape(link)}</a>${linked(after.join(link), links)}`;
}
