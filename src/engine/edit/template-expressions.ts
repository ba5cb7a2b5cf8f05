import { splitPlaceholders } from '../notice/placeholder-syntax.js';
import { splitTemplate } from '../notice/template-lines.js';
import { nestControls, type SourceNode } from '../notice/template-tree.js';
import { TextLines } from './text-lines.js';

/** A name bound by `{{#each name in list}}`. */
export interface Loop {
  readonly name: string;
  readonly list: string;
}

/** An expression of a message or notice as written, and where it begins in the file. */
export interface TemplateExpression {
  readonly kind: 'placeholder' | 'if' | 'each';
  readonly source: string;
  readonly from: number;
  readonly line: number;
  /** The loops it stands in, outermost first. */
  readonly loops: readonly Loop[];
}

/** Every expression of a template in the order of the file; what is no template syntax is passed over. */
export function templateExpressions(text: string): readonly TemplateExpression[] {
  const lines = new TextLines(text);
  const { body } = splitTemplate('', text, [], []);
  const firstOfBody = body[0]?.number ?? lines.count + 1;
  const found: TemplateExpression[] = [];

  function placeholders(line: number, loops: readonly Loop[]): void {
    for (const piece of splitPlaceholders(lines.line(line), '', [])) {
      if ('text' in piece) continue;
      const from = (lines.start(line) ?? 0) + piece.from;
      found.push({ kind: 'placeholder', source: piece.source, from, line, loops });
    }
  }

  function control(node: SourceNode & { kind: 'if' | 'each' }, loops: readonly Loop[]): void {
    const line = node.line.number;
    const source = node.kind === 'if' ? node.condition : node.list;
    const written = lines.line(line);
    const word = written.indexOf(`#${node.kind}`) + node.kind.length + 1;
    // The list comes last in its control, and its words may stand in the name before it.
    const from = node.kind === 'if' ? written.indexOf(source, word) : written.lastIndexOf(source);
    if (source !== '' && from >= word) {
      found.push({ kind: node.kind, source, from: (lines.start(line) ?? 0) + from, line, loops });
    }
  }

  function walk(nodes: readonly SourceNode[], loops: readonly Loop[]): void {
    for (const node of nodes) {
      if (node.kind === 'line') placeholders(node.line.number, loops);
      else {
        control(node, loops);
        if (node.kind === 'each') walk(node.body, [...loops, { name: node.name, list: node.list }]);
        else [node.then, node.else].forEach((branch) => walk(branch, loops));
      }
    }
  }

  for (let line = 1; line < firstOfBody; line++) placeholders(line, []);
  walk(nestControls('', body, []), []);
  return found;
}
