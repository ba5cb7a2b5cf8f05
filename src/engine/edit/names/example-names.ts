import type { Outline } from '../schema-outline.js';
import type { PlainKind } from '../thing.js';
import type { Found, JsonFile, Keyword, Stretch } from './folder-text.js';
import { fieldKey, keyOf, type NameBook } from './name-book.js';

/** Of an expectation, the example's own or a step's. */
const EXPECTED: readonly Keyword<PlainKind>[] = [
  ['/stage', 'stage', 'expectation'],
  ['/team', 'team', 'expectation'],
  ['/awaits/*', 'role', 'expectation'],
  ['/effects/*/message', 'message', 'expectation'],
  ['/effects/*/notice', 'notice', 'expectation'],
  ['/problems/*/id', 'check', 'expectation'],
  ['/warnings/*/id', 'check', 'expectation'],
];
const VALUES: readonly Keyword<PlainKind>[] = [
  ['/notice/template', 'notice', 'expectation'],
  ['/steps/*/action', 'action', 'step'],
  ['/steps/*/timer', 'timer', 'step'],
  ['/steps/*/by/roles/*', 'role', 'step'],
  ['/steps/*/by/standsInFor/*/role', 'role', 'step'],
  ...['/expect', '/steps/*/expect'].flatMap((owner) =>
    EXPECTED.map(([pattern, kind, as]): Keyword<PlainKind> => [owner + pattern, kind, as]),
  ),
];
/** `section_chief: sato`, `remind 2021-11-16`: a name and what follows it. */
const FIRST_WORDS: readonly Keyword<PlainKind>[] = ['/expect', '/steps/*/expect'].flatMap(
  (owner): readonly Keyword<PlainKind>[] => [
    [`${owner}/approvals/*`, 'role', 'expectation'],
    [`${owner}/nextTimer`, 'timer', 'expectation'],
  ],
);

/** The names of one file of examples/. */
export function collectExample(book: NameBook, file: JsonFile): void {
  const texts = (pattern: string) => file.find(pattern).flatMap((found) => file.value(found) ?? []);
  for (const [pattern, kind, as] of VALUES)
    for (const text of texts(pattern)) book.add(keyOf({ kind, name: text.text }), as, text);
  for (const text of texts('/steps/*/override')) book.dotted(text, 'step', null);
  for (const [pattern, kind, as] of FIRST_WORDS) {
    for (const text of texts(pattern)) {
      const name = /^[^: ]*/.exec(text.text)?.[0] ?? '';
      book.add(keyOf({ kind, name }), as, text, 0, name.length);
    }
  }
  for (const owner of ['/expect', '/steps/*/expect']) {
    for (const key of ['values', 'asked'])
      for (const found of file.find(`${owner}/${key}/*`)) book.answerPointer(file.key(found), 'expectation');
    for (const key of ['problems', 'warnings'])
      for (const text of texts(`${owner}/${key}/*/path`)) book.answerPointer(text, 'expectation');
  }
  for (const text of texts('/steps/*/targets/*/path')) book.answerPointer(text, 'correction');
  for (const step of file.find('/steps/*')) collectStaffFields(book, file, step);
  for (const pattern of ['/answers', '/steps/*/answers'])
    for (const answers of file.find(pattern)) collectAnswers(book, file, answers, book.pages);
}

function collectStaffFields(book: NameBook, file: JsonFile, step: Found): void {
  const [action] = file.find('/action', step).map(({ node }) => node.value);
  for (const field of file.find('/fields/*', step)) {
    const name = field.member?.key ?? '';
    book.add(keyOf({ kind: 'staff-field', action: String(action), name }), 'answer', file.key(field));
  }
}

function collectAnswers(book: NameBook, file: JsonFile, answers: Found, fields: readonly Outline[]): void {
  for (const inner of file.find('/*', answers)) {
    const stretch: Stretch | null = file.key(inner);
    const field = fields.find((candidate) => candidate.name === inner.member?.key);
    if (!field) continue;
    book.add(fieldKey(field), 'answer', stretch);
    if (!field.row) collectAnswers(book, file, inner, field.fields);
    else for (const row of file.find('/*', inner)) collectAnswers(book, file, row, field.fields);
  }
}
