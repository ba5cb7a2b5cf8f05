import { toJson, toText } from '../expression/index.js';
import type { Facts } from '../expression/index.js';
import { isList } from '../expression/values.js';
import type { Language } from '../problem-text/words.js';
import { printedText } from './printed-text.js';
import {
  type Block,
  type DocumentModel,
  type Line,
  type LineStyle,
  type Node,
  NOTICE_LAYOUTS,
  type Template,
} from './template.js';

/** Lines in which an applicant's line break is kept; elsewhere it becomes a space. */
const KEEPS_BREAKS: ReadonlySet<LineStyle> = new Set<LineStyle>(['paragraph', 'item', 'note', 'addressee']);

/**
 * Merges facts into a template. What comes out is plain text in blocks: `{{7*7}}` in an answer is printed as it is.
 *
 * @param language of the template: in which dates and the like are printed
 * @throws EvaluationError when an expression cannot be answered
 * @throws UnprintableTextError when a value holds a character no document may hold
 */
export function fillTemplate(template: Template, facts: Facts, language: Language = 'ja'): DocumentModel {
  const head = Object.fromEntries(
    Object.entries(template.head).map(([key, line]) => [
      key,
      key === 'until' ? plainValue(line, facts) : oneLine(lineText(line, facts, language)),
    ]),
  );
  return {
    title: head['title'] ?? head['subject'] ?? '',
    layout: NOTICE_LAYOUTS.find((layout) => layout === head['layout']) ?? 'letter',
    head,
    blocks: tidy(blocksOf(template.body, facts, language)),
  };
}

function blocksOf(nodes: readonly Node[], facts: Facts, language: Language): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    switch (node.kind) {
      case 'line': {
        const text = lineText(node.content, facts, language);
        return [{ kind: node.style, text: KEEPS_BREAKS.has(node.style) ? text : oneLine(text) }];
      }
      case 'row':
        return [
          { kind: 'table', rows: [node.cells.map((cell) => oneLine(lineText(cell, facts, language)))] },
        ];
      case 'if':
        return blocksOf(node.condition.evaluate(facts) === true ? node.then : node.else, facts, language);
      case 'each': {
        const list = node.list.evaluate(facts);
        const items = list === null ? [] : isList(list) ? list : [list];
        return items.flatMap((item) =>
          blocksOf(node.body, { ...facts, [node.name]: toJson(item) }, language),
        );
      }
    }
  });
}

/** `2022-11-04`: for what compares it, not for what prints it. */
function plainValue([only]: Line, facts: Facts): string {
  return only && 'expression' in only ? toText(only.expression.evaluate(facts)) : '';
}

function lineText(line: Line, facts: Facts, language: Language): string {
  return line
    .map((part) =>
      'text' in part
        ? part.text
        : printedText(part.expression.evaluate(facts), part.expression.source, part.titles, language),
    )
    .join('');
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ').trim();
}

/** Rows that follow one another are one table; blank lines do not pile up, nor stand at the ends. */
function tidy(blocks: readonly Block[]): readonly Block[] {
  const tidied: Block[] = [];
  for (const block of blocks) {
    const last = tidied.at(-1);
    if (block.kind === 'table' && last?.kind === 'table') {
      tidied[tidied.length - 1] = { kind: 'table', rows: [...last.rows, ...block.rows] };
    } else if (block.kind !== 'blank' || (last && last.kind !== 'blank')) tidied.push(block);
  }
  return tidied.at(-1)?.kind === 'blank' ? tidied.slice(0, -1) : tidied;
}
