import type { Sentences } from './sentences.js';

/** For officials: what is wrong with an expression. `{part}` is the piece of it, `{position}` where it begins. */
export const EXPRESSION_SENTENCES: Sentences = {
  'expression-syntax': [
    '式の{position}文字目「{part}」の書き方が正しくありません。',
    'The expression is wrong at character {position}: “{part}”.',
  ],
  'expression-too-long': [
    '式が長すぎます（{limit}文字まで）。',
    'The expression is too long (at most {limit} characters).',
  ],
  'expression-too-deep': [
    '式の入れ子が深すぎます（{limit}段まで）。',
    'The expression is nested too deeply (at most {limit}).',
  ],
  'expression-unsupported': [
    '式の「{part}」は、このシステムでは使えません。',
    '“{part}” is not supported here.',
  ],
  'expression-unknown-name': ['式の「{name}」という名前はありません。', 'There is no “{name}”.'],
  'expression-unknown-field': ['式の「{name}」という項目はありません。', 'There is no field “{name}”.'],
  'expression-unknown-function': ['「{name}」という関数はありません。', 'There is no function “{name}”.'],
  'expression-unknown-parameter': [
    '関数に「{name}」という引数はありません。',
    'The function has no parameter “{name}”.',
  ],
  'expression-unknown-option': ['「{value}」という選択肢はありません。', 'There is no option “{value}”.'],
  'expression-unknown-type': ['「{name}」という種類はありません。', 'There is no type “{name}”.'],
  'expression-refused-function': ['関数「{name}」は使えません。', 'The function “{name}” cannot be used.'],
  'expression-wrong-argument-count': [
    '関数「{function}」の引数は{expected}個です（いまは{actual}個）。',
    'The function “{function}” takes {expected} arguments, not {actual}.',
  ],
  'expression-wrong-type': [
    '式の「{part}」は{actual}ですが、ここでは{expected}が必要です。',
    '“{part}” is {actual}, but {expected} is needed here.',
  ],
  'expression-unlike-types': [
    '式の「{part}」は、種類の違うものを比べています。',
    '“{part}” compares unlike things.',
  ],
  'expression-condition-not-boolean': [
    '式の「{part}」は、はい・いいえ（true・false）になりません。',
    '“{part}” is not true or false.',
  ],
  'expression-duplicate-key': ['「{name}」が2回書かれています。', '“{name}” is written twice.'],
  'expression-bad-literal': ['「{part}」は正しい値ではありません。', '“{part}” is no valid value.'],
  'expression-bad-pattern': [
    '「{part}」の正規表現は使えません。',
    'The regular expression in “{part}” cannot be used.',
  ],
  'expression-wrong-result': [
    'この式の結果は{actual}ですが、ここでは{expected}が必要です。',
    'The expression gives {actual}, but {expected} is needed here.',
  ],
};
