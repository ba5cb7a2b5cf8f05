import { compileTemplate } from '../../../src/engine/notice/compile-template.js';
import type { TemplateKind } from '../../../src/engine/notice/compile-template.js';
import { noticeContext } from '../../../src/engine/notice/notice-context.js';
import type { Template } from '../../../src/engine/notice/template.js';
import { smallForm, smallProcedure } from '../workflow/small-procedure.js';

/** Compiles lines as the message or notice of that name in the small procedure. */
export function compileLines(kind: TemplateKind, name: string, lines: readonly string[]) {
  const text = `${lines.join('\n')}\n`;
  return compileTemplate(name, kind, text, noticeContext(smallForm, smallProcedure.workflow, kind, name));
}

export function noticeOf(...lines: readonly string[]): Template {
  const head = ['---', 'title: 支給決定通知書', 'layout: letter', 'numbering: yes', '---'];
  const { template, problems } = compileLines('notice', 'grant-decision', [...head, ...lines]);
  if (!template) throw new Error(JSON.stringify(problems, null, 2));
  return template;
}
