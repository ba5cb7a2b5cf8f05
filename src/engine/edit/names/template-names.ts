import { compileExpression, type FeelType, type Scope } from '../../expression/index.js';
import { type Loop, templateExpressions } from '../template-expressions.js';
import type { NameBook } from './name-book.js';

/** The names of one message or notice. */
export function collectTemplate(book: NameBook, file: string, text: string, scope: Scope): void {
  for (const { source, from, line, loops } of templateExpressions(text)) {
    const at = (offset: number) => from + offset;
    const stretch = { file, path: `${file}#${line}`, text: source, at };
    book.expression({
      stretch,
      as: 'template',
      scope: scopeIn(scope, loops),
      repeat: null,
      loops,
      owner: null,
    });
  }
}

function scopeIn(scope: Scope, loops: readonly Loop[]): Scope {
  return loops.reduce<Scope>((outer, { name, list }) => {
    const compiled = compileExpression(list, outer);
    const type: FeelType = compiled.ok ? compiled.expression.type : { kind: 'any' };
    return { ...outer, [name]: type.kind === 'list' ? type.of : { kind: 'any' } };
  }, scope);
}
