import type { Sentences } from './sentences.js';

/** For officials who write a procedure: form, tables, screen hints, procedure.json. */
export const DEFINITION_SENTENCES: Sentences = {
  'missing-file': ['ファイル {file} がありません。', 'The file {file} is missing.'],
  'unknown-file': [
    '{file} は使われないファイルです。名前を確かめてください。',
    'Nothing reads the file {file}. Check its name.',
  ],
  'file-too-large': [
    'ファイルが大きすぎます（{limit}文字まで）。',
    'The file is too large (at most {limit} characters).',
  ],
  'json-syntax': [
    '{line}行目の{column}文字目で、JSONの書き方が正しくありません。括弧・引用符・コンマを確かめてください。',
    'The JSON is wrong at line {line}, column {column}. Look at brackets, quotes and commas.',
  ],
  'too-deep': ['入れ子が深すぎます（{limit}段まで）。', 'Nested too deeply (at most {limit} levels).'],
  'duplicate-key': ['{key} が2回書かれています。1つにしてください。', '{key} is written twice. Keep one.'],
  'duplicate-id': [
    'ID {id} が2回使われています。別の名前にしてください。',
    'The id {id} is used twice. Choose another.',
  ],
  'unknown-key': ['{key} という設定はありません。', 'There is no setting {key}.'],
  'missing-key': ['{key} を書いてください。', '{key} is missing.'],
  'wrong-shape': ['ここには{expected}を書いてください。', 'Expected here: {expected}.'],
  'unknown-choice': [
    '{value} は使えません。使えるのは {choices} です。',
    '{value} cannot be used here. Use one of {choices}.',
  ],
  'keyword-not-for-type': [
    '{key} は、この種類（{type}）の項目には使えません。',
    '{key} cannot be used for a question of type {type}.',
  ],
  'unsafe-name': [
    '{name} は項目の名前にできません。文字で始まり、文字・数字・_ だけの63文字以内の名前にしてください。',
    '{name} cannot be a name. Begin with a letter, then letters, digits and _ only, at most 63.',
  ],
  'reserved-name': [
    '{name} は計算式の言葉として使われています。別の名前にしてください。',
    '{name} is a word of the expression language. Choose another name.',
  ],
  'unknown-field': ['{name} という項目はありません。', 'There is no field {name}.'],
  'field-unknown': ['{name} という項目はありません。', 'There is no field {name}.'],
  'unknown-part': [
    '{part} は、この項目の答えからはわかりません。書けるのは {parts} です。',
    'The answer to this question does not tell {part}. It tells {parts}.',
  ],
  'cannot-be-filled': [
    '{name} には入れられません。入れられるのは、計算で決まらない文字の項目と選択の項目です。',
    '{name} cannot be filled in. Only a text or a choice that is not computed can.',
  ],
  'no-fields': ['項目が1つもありません。', 'There is no field here.'],
  'too-many-fields': [
    '項目が多すぎます（{actual}個。{limit}個まで）。',
    'Too many fields: {actual} (at most {limit}).',
  ],
  'array-of-what': [
    '繰り返し（items に type: object）、複数選択（items に選択肢）、添付（x-attachment）のどれかにしてください。',
    'Make it a repeat (items with type object), several choices (items with options) or an attachment (x-attachment).',
  ],
  'nested-repeat': ['繰り返しの中に繰り返しは置けません。', 'A repeat cannot stand inside a repeat.'],
  'bounds-crossed': ['{low} が {high} を超えています。', '{low} is beyond {high}.'],
  'ref-not-local': [
    '$ref は、このファイルの #/$defs/… だけを指せます（{ref}）。',
    '$ref may only point to #/$defs/… of this file ({ref}).',
  ],
  'unknown-ref': ['$defs に {name} がありません。', '$defs has no {name}.'],
  'ref-cycle': ['$defs の {name} が自分自身を含んでいます。', 'The definition {name} contains itself.'],
  'wrong-dialect': ['$schema は {expected} にしてください。', '$schema must be {expected}.'],
  'pattern-syntax': [
    'pattern の{position}文字目の書き方が正しくありません。',
    'The pattern is wrong at character {position}.',
  ],
  'pattern-unsupported': [
    'pattern の{position}文字目の書き方は使えません。文字、[ ]、\\d、\\w、( )、|、* + ? { } だけで書いてください。',
    'The pattern uses something unsupported at character {position}. Use letters, [ ], \\d, \\w, ( ), | and * + ? { } only.',
  ],
  'pattern-too-many-repeats': [
    'pattern の{position}文字目の繰り返しは1000回までです。',
    'Repeats in a pattern go up to 1000 (character {position}).',
  ],
  'pattern-too-complex': [
    'pattern が複雑すぎます。短くするか、x-check で確かめてください。',
    'The pattern is too complex. Shorten it, or use x-check.',
  ],
  'pattern-exponential': [
    'pattern の照合が終わらなくなるおそれがあります。(a+)+ のような繰り返しの中の繰り返しや、同じ文字に当てはまる選択肢の繰り返しをなくしてください。',
    'Matching this pattern could take for ever. Remove repeats inside repeats, like (a+)+, and repeated alternatives that fit the same text.',
  ],
  'pattern-slow': [
    'pattern の照合に時間がかかりすぎます。maxLength（いまは{maxLength}）を短くするか、* や + を減らしてください。',
    'Matching this pattern takes too long. Lower maxLength (now {maxLength}) or use fewer * and +.',
  ],
  'no-options': ['選択肢がありません。', 'There are no options.'],
  'options-twice': [
    '選択肢の書き方は1つだけにしてください（{keywords}）。',
    'Give the options in one way only ({keywords}).',
  ],
  'option-type': [
    '選択肢の値 {value} が、項目の種類（{type}）に合いません。',
    'The option {value} does not fit the type {type}.',
  ],
  'duplicate-option': ['選択肢の値 {value} が2回あります。', 'The option {value} is there twice.'],
  'too-many-options': ['選択肢が多すぎます（{limit}個まで）。', 'Too many options (at most {limit}).'],
  'unknown-table': ['表 tables/{name}.csv がありません。', 'There is no table tables/{name}.csv.'],
  'unknown-column': [
    '表 {table} に {name} という列はありません。',
    'The table {table} has no column {name}.',
  ],
  'unknown-media-type': [
    '{type} は添付できる種類ではありません。使えるのは {known} です。',
    '{type} cannot be attached. Use {known}.',
  ],
  'unknown-prefill': [
    '{source} からは取り込めません。profile. previous. site. のどれかで始めてください。',
    'Nothing can be taken from {source}. Begin with profile., previous. or site.',
  ],
  'application-in-rows': [
    '{key} は、繰り返し（表）の中の項目には書けません。',
    '{key} does not go with a question inside a repeat.',
  ],
  'application-not-alone': [
    '申請から取り込む項目と、{key} は一緒に書けません。',
    'What comes from an application does not go together with {key}.',
  ],
  'unknown-application-fact': [
    '申請から {fact} は取り込めません。使えるのは {known} です。',
    'An application has no {fact}. Use {known}.',
  ],
  'no-application-question': [
    '{name} は、申請を選ぶ項目（x-application）ではありません。',
    '{name} is no question with x-application.',
  ],
  'fact-not-there': [
    '手続 {procedure} に {name} という項目はありません。',
    'The procedure {procedure} has no question {name}.',
  ],
  'fact-of-other-kind': [
    '手続 {procedure} の {name} の答えには、この項目に入らないものがあります。',
    'Some answers to {name} of {procedure} do not fit this question.',
  ],
  'read-only-unprotected': [
    'readOnly だけでは書き換えを防げません。x-compute か const と一緒に使ってください。',
    'readOnly alone does not stop a forged answer. Use it with x-compute or const.',
  ],
  'consent-preset': [
    '同意の欄を、はじめから選ばれた状態にはできません。',
    'A consent may not arrive ticked.',
  ],
  'default-not-valid': [
    'default の値が、この項目の答えとして正しくありません。',
    'The default is no valid answer to this question.',
  ],
  'dependency-cycle': [
    '項目が互いを待っていて決められません：{fields}。どれか1つの条件か計算を変えてください。',
    'These fields wait for one another: {fields}. Change one of their conditions or computations.',
  ],
  'target-in-repeat': [
    '{name} は繰り返しの中の項目です。行ごとに確かめるには、x-check を items に書いてください。',
    '{name} is inside a repeat. To check each row, write the x-check in items.',
  ],
  'criterion-unknown': [
    'procedure.json の criteria に {name} がありません。',
    'procedure.json has no criterion {name}.',
  ],
  'order-incomplete': [
    'ui:order に {names} がありません。書き加えるか、* を入れてください。',
    'ui:order lacks {names}. Add them, or *.',
  ],
  'csv-syntax': ['引用符の閉じ方が正しくありません。', 'A quote is not closed rightly.'],
  'table-empty': ['表に見出しの行がありません。', 'The table has no header line.'],
  'table-too-wide': [
    '表の列が多すぎます（{limit}列まで）。',
    'The table has too many columns (at most {limit}).',
  ],
  'table-too-long': [
    '表の行が多すぎます（{limit}行まで）。',
    'The table has too many rows (at most {limit}).',
  ],
  'duplicate-column': ['列 {name} が2つあります。', 'The column {name} is there twice.'],
  'unknown-column-type': [
    '列 {name} の種類 {type} は使えません。使えるのは {known} です。',
    'The column {name} has the unknown type {type}. Use {known}.',
  ],
  'table-row-length': [
    '列の数が見出しと合いません（見出しは{expected}列、この行は{actual}列）。',
    'The line has {actual} cells; the header has {expected}.',
  ],
  'table-cell-type': [
    '列 {column} の「{value}」は、種類 {type} の値ではありません。',
    '“{value}” in column {column} is no {type}.',
  ],
  'wrong-kana': [
    '「{value}」は読みではありません。全角カタカナ（数字・英字・空白も可）で書いてください。',
    '“{value}” is no reading: write it in full-width katakana (digits, Latin letters and spaces may stand in it).',
  ],
  'wrong-id': [
    'id は、英小文字・数字をハイフンでつないだ63文字以内にしてください（{id}）。',
    'The id must be lower-case letters and digits joined by hyphens, at most 63 ({id}).',
  ],
  'wrong-instant': [
    '日時は 2021-11-01T00:00:00+09:00 の形で書いてください（{value}）。',
    'Write the time like 2021-11-01T00:00:00+09:00 ({value}).',
  ],
  'wrong-month-day': [
    '毎年の日時は 04-01T09:00 の形で、ある日付を書いてください（{value}）。',
    'Write the yearly time like 04-01T09:00, of a day that there is ({value}).',
  ],
  'window-both-ways': [
    '受付期間に、一度だけの日時と毎年の日時の両方が書かれています。',
    'The acceptance window is given both for once and for every year.',
  ],
  'wrong-prefix': [
    'prefix は数字と英大文字8文字以内にしてください（{value}）。',
    'The prefix must be up to 8 digits and capitals ({value}).',
  ],
  'types-outdated': [
    'answers.d.ts が form.schema.json と合っていません。npx tetsuzuki types で作り直してください。',
    'answers.d.ts does not fit form.schema.json. Make it again with npx tetsuzuki types.',
  ],
  'not-valid': ['ここの書き方を確かめてください。', 'Check what is written here.'],
};
