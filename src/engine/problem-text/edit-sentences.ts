import type { Sentences } from './sentences.js';

/** For officials: a change of a procedure's files that cannot be made. */
export const EDIT_SENTENCES: Sentences = {
  'edit-place-unknown': [
    '直そうとしたところ（{pointer}）が、ファイルに見つかりません。ファイルを読み込み直してください。',
    'The place to be changed ({pointer}) is not in the file. Load the file again.',
  ],
  'name-unknown': [
    '「{name}」という名前のものは、この手続にありません。つづりを確かめてください。',
    'This procedure has nothing of the name “{name}”. Check the spelling.',
  ],
  'name-taken': [
    '「{name}」という名前は、すでに使われています。別の名前にしてください。',
    'The name “{name}” is taken. Choose another one.',
  ],
  'rename-caught': [
    '「{name}」を「{to}」に変えると、ここに書かれた名前が別のものを指してしまいます。別の名前にしてください。',
    'With “{name}” renamed to “{to}”, a name written here would mean something else. Choose another name.',
  ],
  'rename-breaks': [
    '「{name}」を「{to}」に変えると、ここに次の問題ができるため、変えませんでした。別の名前にしてください。',
    '“{name}” was not renamed to “{to}”, because that would bring the following problem here. Choose another name.',
  ],
  'holds-no-fields': [
    '「{name}」には項目を置けません。ページ、まとまり、くり返しのどれかを選んでください。',
    '“{name}” cannot hold fields. Choose a page, a group or a repeat.',
  ],
  'has-no-options': [
    '「{name}」には、直せる選択肢がありません。表から選ばせる項目は、表を直してください。',
    '“{name}” has no choices of its own. Where they come from a table, change the table.',
  ],
  'move-nowhere': [
    '「{name}」は「{to}」へ移せません。ページはページの中へ、項目はページの外へ、どれも自分の中へは移せません。別の場所を選んでください。',
    '“{name}” cannot be moved to “{to}”: no page into a page, no field out of all pages, nothing into itself. Choose another place.',
  ],
  'move-shared': [
    '「{name}」は、いくつかの場所で共に使う定義（$defs）の中にあるため、移せません。定義を使わない形にしてから移してください。',
    '“{name}” stands in a definition that several places share ($defs) and cannot be moved. Write it out first.',
  ],
  'move-crosses-repeat': [
    '「{name}」は「{to}」へ移せません。くり返しの内と外では式の書き方が変わります。ここに書かれた名前を先に消してください。',
    '“{name}” cannot be moved to “{to}”: inside and outside of a repeat it is named differently. Remove the name written here first.',
  ],
  'move-unclear': [
    'ここに書かれた「{name}」を、移した先の名前に書き換えられないため、移しませんでした。ここを先に書き直してください。',
    'It was not moved, because “{name}” as written here cannot be rewritten. Change this place first.',
  ],
  'row-unknown': [
    '表に{row}行目はありません（全{rows}行）。表を読み込み直してください。',
    'The table has no row {row} (of {rows}). Load the table again.',
  ],
};
