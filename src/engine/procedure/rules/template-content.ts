import type { Expression } from '../../expression/index.js';
import type { Inline, Node, Template } from '../../notice/template.js';

/** Every piece of a template, of all its branches, head first. */
function piecesOf(template: Template): readonly Inline[] {
  return [...Object.values(template.head).flat(), ...template.body.flatMap(piecesIn)];
}

function piecesIn(node: Node): readonly Inline[] {
  switch (node.kind) {
    case 'line':
      return node.content;
    case 'row':
      return node.cells.flat();
    case 'if':
      return [...node.then, ...node.else].flatMap(piecesIn);
    case 'each':
      return node.body.flatMap(piecesIn);
  }
}

/** What the author wrote outside placeholders, as one text. */
export function wordsOf(template: Template): string {
  return piecesOf(template)
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('');
}

/** Whether a placeholder prints something made of this fact. A condition that only asks for it prints nothing. */
export function prints(template: Template, path: string): boolean {
  const reads = (expression: Expression) => expression.reads.includes(path);
  return piecesOf(template).some((piece) => 'expression' in piece && reads(piece.expression));
}
