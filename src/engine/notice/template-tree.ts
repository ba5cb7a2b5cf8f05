import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import type { SourceLine } from './template-lines.js';

/** The lines of a template with its controls nested, before any expression is read. */
export type SourceNode =
  | { readonly kind: 'line'; readonly line: SourceLine }
  | {
      readonly kind: 'if';
      readonly line: SourceLine;
      readonly condition: string;
      readonly then: SourceNode[];
      readonly else: SourceNode[];
    }
  | {
      readonly kind: 'each';
      readonly line: SourceLine;
      readonly name: string;
      readonly list: string;
      readonly body: SourceNode[];
    };

const CONTROL = /^\{\{\s*(#if|#else|\/if|#each|\/each)(?:\s+(.*?))?\s*\}\}$/u;
const EACH = /^(\p{L}[\p{L}\p{N}_]*)\s+in\s+(.+)$/u;
const MAX_DEPTH = 16;

interface Open {
  readonly node: SourceNode & { readonly kind: 'if' | 'each' };
  /** Where the lines go that follow. */
  into: SourceNode[];
  inElse: boolean;
}

export function nestControls(
  path: string,
  lines: readonly SourceLine[],
  problems: Problem[],
): readonly SourceNode[] {
  const root: SourceNode[] = [];
  const open: Open[] = [];
  const report = (line: SourceLine, code: string, params?: Problem['params']) =>
    problems.push(problem(`${path}#${line.number}`, code, params));
  const add = (node: SourceNode) => (open.at(-1)?.into ?? root).push(node);
  const enter = (node: Open['node'], into: SourceNode[]) => {
    if (open.length === MAX_DEPTH) report(node.line, 'too-deep', { limit: MAX_DEPTH });
    // What lies deeper is read no further: who walks the tree must come to its end.
    if (open.length < MAX_DEPTH) add(node);
    open.push({ node, into, inElse: false });
  };
  const leave = (line: SourceLine, kind: 'if' | 'each') => {
    if (open.at(-1)?.node.kind === kind) open.pop();
    else report(line, 'control-not-opened', { control: `/${kind}` });
  };

  for (const line of lines) {
    const control = CONTROL.exec(line.text.trim());
    if (!control) {
      add({ kind: 'line', line });
      continue;
    }
    const [, word = '', argument = ''] = control;
    switch (word) {
      case '#if': {
        if (argument === '') report(line, 'control-without-condition', { control: '#if' });
        const node = { kind: 'if' as const, line, condition: argument, then: [], else: [] };
        enter(node, node.then);
        break;
      }
      case '#each': {
        const parts = EACH.exec(argument);
        if (!parts) report(line, 'each-needs-name-and-list', { source: argument });
        const node = {
          kind: 'each' as const,
          line,
          name: parts?.[1] ?? '',
          list: parts?.[2] ?? '',
          body: [],
        };
        enter(node, node.body);
        break;
      }
      case '#else': {
        const last = open.at(-1);
        if (last?.node.kind !== 'if' || last.inElse) report(line, 'control-not-opened', { control: '#else' });
        else Object.assign(last, { into: last.node.else, inElse: true });
        break;
      }
      case '/if':
        leave(line, 'if');
        break;
      default:
        leave(line, 'each');
    }
  }
  for (const { node } of open) report(node.line, 'control-not-closed', { control: `#${node.kind}` });
  return root;
}
