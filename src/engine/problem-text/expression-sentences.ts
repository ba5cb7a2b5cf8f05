import type { Sentences } from './sentences.js';

/**
 * For officials: what is wrong with an expression. `{part}` is the piece of it, `{position}` where that begins, counted
 * from 1. What to do about it stands in `cures/expression-cures.ts`.
 */
export const EXPRESSION_SENTENCES: Sentences = {
  'expression-syntax': [
    '式の{position}文字目「{part}」の書き方が正しくありません。',
    'The expression cannot be read at character {position}, “{part}”.',
  ],
  'expression-too-long': [
    '式が{length}文字あり、長すぎます（{limit}文字まで）。',
    'The expression has {length} characters, which is too long (at most {limit}).',
  ],
  'expression-too-deep': [
    '式の{position}文字目で、かっこや if の入れ子が深すぎるか、and や + のつながりが長すぎます（{limit}段まで）。',
    'At character {position} brackets or conditions are nested too deeply, or a chain of “and” or “+” is too long (at most {limit}).',
  ],
  'expression-too-many-entries': [
    '式の中の「名前: 値」の組が多すぎます（{limit}個まで）。',
    'The expression has too many pairs of a name and a value (at most {limit}).',
  ],
  'expression-unsupported': [
    '式の{position}文字目の「{part}」は、このシステムでは使えません。',
    '“{part}” at character {position} is not supported here.',
  ],
  'expression-unknown-name': [
    '式の{position}文字目の「{name}」という名前はありません。',
    'There is no “{name}” (character {position} of the expression).',
  ],
  'expression-unknown-field': [
    '式の{position}文字目の「{name}」という項目はありません。',
    'There is no field “{name}” (character {position} of the expression).',
  ],
  'expression-unknown-function': [
    '式の{position}文字目の「{name}」という関数はありません。',
    'There is no function “{name}” (character {position} of the expression).',
  ],
  'expression-unknown-parameter': [
    '関数「{function}」に「{name}」という引数はありません。',
    'The function “{function}” has no parameter “{name}”.',
  ],
  'expression-unknown-option': [
    '「{value}」という選択肢はありません（選択肢：{options}）。',
    'There is no option “{value}”; the options are {options}.',
  ],
  'expression-unknown-type': [
    '式の{position}文字目の「{name}」という種類はありません。',
    'There is no type “{name}” (character {position} of the expression).',
  ],
  'expression-refused-function': [
    '関数「{name}」は使えません。同じ申請の結果が、計算する日によって変わってしまうためです。',
    'The function “{name}” cannot be used: the same application would come out differently on another day.',
  ],
  'expression-wrong-argument-count': [
    '関数「{function}」の引数は{expected}個ですが、{actual}個書かれています。',
    'The function “{function}” takes {expected} arguments, but {actual} are given.',
  ],
  'expression-wrong-type': [
    '式の{position}文字目の「{part}」は{actual}ですが、ここでは{expected}が必要です。',
    '“{part}” (character {position}) is {actual}, but {expected} is needed here.',
  ],
  'expression-unlike-types': [
    '式の「{part}」は、{left}と{right}という種類の違うものを合わせています。',
    '“{part}” puts together unlike things: {left} and {right}.',
  ],
  'expression-condition-not-boolean': [
    '式の{position}文字目の「{part}」は{actual}で、はい・いいえ（true・false）になりません。',
    '“{part}” (character {position}) is {actual}, where it must be true or false.',
  ],
  'expression-duplicate-key': [
    '式の { } の中に「{name}」が2回書かれています。',
    '“{name}” is written twice inside the braces.',
  ],
  'expression-bad-literal': [
    '式の{position}文字目の「{found}」という日付・時刻・数はありません。',
    'There is no such date, time or number as “{found}” (character {position}).',
  ],
  'expression-bad-pattern': [
    '「{pattern}」という正規表現は使えません。',
    'The regular expression “{pattern}” cannot be used.',
  ],
  'expression-wrong-result': [
    'この式の結果は{actual}ですが、ここでは{expected}が必要です。',
    'The expression gives {actual}, but {expected} is needed here.',
  ],
  'expression-possible-null': [
    '式の「{part}」は、答えがなく空のことがありますが、ここでは値が必要です。',
    '“{part}” may be empty, because it is not always answered; a value is needed here.',
  ],
  'expression-possible-null-written': [
    '式の{position}文字目の null（空）が結果になることがありますが、ここでは値が必要です。',
    'The null at character {position} can become the result; a value is needed here.',
  ],
  'expression-possible-division-by-zero': [
    '式の「{part}」で割っていますが、これが0のとき、結果が空になります。',
    'The expression divides by “{part}”; where that is 0 there is no result.',
  ],
  'expression-possible-missing-item': [
    '式の「{part}」で取り出す行が、一覧にないことがあります。',
    'The list may have no such item as “{part}”.',
  ],
  'expression-possible-empty-list': [
    '式の「{part}」は、一覧に1件もないとき、{function} の結果が空になります。',
    '“{part}”: {function} has no result for an empty list.',
  ],
  'expression-possible-missing-result': [
    '式の「{part}」は、値によって {function} の結果が空になることがあります。',
    '“{part}”: {function} has no result for some values.',
  ],
};
