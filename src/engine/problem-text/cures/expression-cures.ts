import type { Sentences } from '../sentences.js';

/** What to do about an expression, where the sentence does not say it itself. */
export const EXPRESSION_CURES: Sentences = {
  'expression-syntax': [
    '括弧・引用符・コンマ・演算子を確かめてください。文字は " で囲みます。',
    'Look at brackets, quotes, commas and operators. A text stands in double quotes.',
  ],
  'expression-too-long': [
    '計算の途中を、x-compute の項目に分けてください。',
    'Put parts of it into questions of their own with x-compute.',
  ],
  'expression-too-deep': [
    '計算の途中を、x-compute の項目に分けてください。',
    'Put parts of it into questions of their own with x-compute.',
  ],
  'expression-too-many-entries': [
    '一覧ならば、tables/ の表にしてください。',
    'A list of values belongs into a table in tables/.',
  ],
  'expression-unsupported': [
    '別の書き方に直してください。使えるものは README の「Expressions」にあります。',
    'Write it another way; the README lists what there is under “Expressions”.',
  ],
  'expression-unknown-name': [
    'ページの名前から書いてください（例：store.city）。文字なら " で囲みます。',
    'Begin with the name of a page (store.city). A text stands in double quotes.',
  ],
  'expression-unknown-field': [
    '項目の名前を form.schema.json のとおりに直してください。',
    'Write the name as it is in form.schema.json.',
  ],
  'expression-unknown-function': ['関数の名前を確かめてください。', 'Check the name of the function.'],
  'expression-unknown-parameter': [
    '引数の名前を直すか、名前を付けずに順番に書いてください。',
    'Correct the name, or give the values in order, without names.',
  ],
  'expression-unknown-option': [
    '項目の選択肢にある値に直してください。',
    'Use a value that the question offers.',
  ],
  'expression-unknown-type': [
    'number、string、boolean、date などの種類に直してください。',
    'Use a type such as number, string, boolean or date.',
  ],
  'expression-refused-function': [
    '今日の日付は today と書いてください。ほかの関数は使わずに書き直してください。',
    'The day is written today; do without any other such function.',
  ],
  'expression-wrong-argument-count': ['引数の数を直してください。', 'Correct the number of arguments.'],
  'expression-wrong-type': [
    '{expected}になる項目や式に直してください。',
    'Put something there that is {expected}.',
  ],
  'expression-unlike-types': [
    '同じ種類のものどうしを比べてください。日付は date("2021-10-01") と書きます。',
    'Compare like with like. A date is written date("2021-10-01").',
  ],
  'expression-condition-not-boolean': [
    '= や < で何かと比べる式に直してください。',
    'Compare it with something, by = or <.',
  ],
  'expression-duplicate-key': ['1つにしてください。', 'Keep one of the two.'],
  'expression-bad-literal': [
    '実際にある日付・時刻・数に直してください。',
    'Write a date, time or number that exists.',
  ],
  'expression-bad-pattern': [
    '文字、[ ]、( )、|、* + ? だけで書いてください。',
    'Use letters, [ ], ( ), | and * + ? only.',
  ],
  'expression-possible-null': [
    '必ず答える項目（required）にするか、同じ条件でたずねる項目にするか、if {part} = null then … else … と書いてください。',
    'Make the question required, ask it under the same condition, or write: if {part} = null then … else ….',
  ],
  'expression-possible-null-written': [
    'null の代わりに値（0 や "" など）を書いてください。',
    'Write a value instead of null, such as 0 or "".',
  ],
  'expression-possible-division-by-zero': [
    'if {part} = 0 then … else … のように、0のときの値を決めて別の項目（x-compute）に分けるか、決まった数で割ってください。',
    'Say what holds where it is 0, and keep the result in a question that need not have a value, or divide by a fixed number.',
  ],
  'expression-possible-missing-item': [
    '一覧の最少の件数（minItems）を決めるか、count(…) で件数を確かめてから取り出してください。',
    'Give the list a minItems, or look at count(…) first.',
  ],
  'expression-possible-empty-list': [
    'if count(…) = 0 then … else … のように、1件もないときの値を書いてください。',
    'Say what holds for an empty list: if count(…) = 0 then … else ….',
  ],
  'expression-possible-missing-result': [
    'if {part} = null then … else … のように、結果がないときの値を書いてください。',
    'Say what holds where there is none: if {part} = null then … else ….',
  ],
  'expression-wrong-result': ['{expected}になる式に直してください。', 'Make the expression give {expected}.'],
};
