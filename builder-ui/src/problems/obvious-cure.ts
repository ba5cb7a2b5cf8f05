import { locate, type Operation, type Problem, type ProcedureFiles } from '#engine';
import type { Language } from '../../../renderer-ui/src/texts/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { formPlaceOf } from './problem-place.js';

/** What everybody would do about a problem, offered as a button. */
export interface ObviousCure {
  /** On the button, and in the list of what can be undone. */
  readonly words: string;
  mend(workspace: Workspace): void;
}

/** Null where there is more than one thing that could be done, or what is to be written only the author knows. */
export function obviousCure(files: ProcedureFiles, problem: Problem, language: Language): ObviousCure | null {
  const meant = problem.params?.['suggestion'];
  if (typeof meant === 'string') return spelling(files, problem, meant, language);
  const operation = OPERATIONS[problem.code]?.(files, problem, formPlaceOf(files, problem.path)?.path ?? '');
  if (!operation) return null;
  const words = WORDS[problem.code]?.[language === 'ja' ? 0 : 1] ?? '';
  return {
    words,
    mend: (workspace) => void workspace.perform(operation, words),
  };
}

/** A word that is nearly another: that other in its place, where exactly that word stands. */
function spelling(
  files: ProcedureFiles,
  problem: Problem,
  meant: string,
  language: Language,
): ObviousCure | null {
  const place = locate(files, problem);
  const text = place && files[place.file];
  if (!place || text === undefined || text === null || place.endColumn === undefined) return null;
  if (place.endLine !== place.line) return null;
  const lines = text.split('\n');
  const line = lines[place.line - 1] ?? '';
  const written = line.slice(place.column - 1, place.endColumn - 1);
  const bare = written.replace(/^"(.*)"$/, '$1');
  const name = problem.params?.['name'] ?? problem.params?.['key'] ?? problem.params?.['part'];
  if (bare === '' || (name !== undefined && bare !== String(name))) return null;
  const mended =
    line.slice(0, place.column - 1) + written.replace(bare, meant) + line.slice(place.endColumn - 1);
  const words = language === 'ja' ? `「${meant}」に直す` : `Change to “${meant}”`;
  return {
    words,
    mend: (workspace) =>
      workspace.setTexts(
        { [place.file]: [...lines.slice(0, place.line - 1), mended, ...lines.slice(place.line)].join('\n') },
        words,
      ),
  };
}

type Cure = (files: ProcedureFiles, problem: Problem, path: string) => Operation | null;

const OPERATIONS: Readonly<Record<string, Cure>> = {
  'missing-key': (_files, { params }, path) =>
    params?.['key'] === 'maxItems' && path !== ''
      ? { kind: 'set-keyword', path, keyword: 'maxItems', value: 20 }
      : null,
  'always-asked': removeCondition,
  'condition-always-true': (files, problem, path) =>
    problem.path.endsWith('/x-askWhen') ? removeCondition(files, problem, path) : null,
  'sensitive-without-retention': (_files, _problem, path) =>
    path === '' ? null : { kind: 'set-keyword', path, keyword: 'x-retention', value: 5 },
  'table-unused': (_files, { params }) => ({ kind: 'remove-table', name: String(params?.['table']) }),
  'template-unused': (_files, { path }) => {
    const [, of = '', name = ''] = /^(messages|notices)\/([^/#]+)\.md/.exec(path) ?? [];
    return of === 'messages' || of === 'notices' ? { kind: 'remove-template', of, name } : null;
  },
};

function removeCondition(_files: ProcedureFiles, _problem: Problem, path: string): Operation | null {
  return path === '' ? null : { kind: 'set-keyword', path, keyword: 'x-askWhen', value: null };
}

const WORDS: Readonly<Record<string, readonly [ja: string, en: string]>> = {
  'missing-key': ['最多を20件にする', 'Allow 20 rows at most'],
  'always-asked': ['条件をはずす', 'Take the condition away'],
  'condition-always-true': ['条件をはずす', 'Take the condition away'],
  'sensitive-without-retention': ['保存年数を5年にする', 'Keep it for 5 years'],
  'table-unused': ['この表を削除する', 'Remove this table'],
  'template-unused': ['この文面を削除する', 'Remove this text'],
};
