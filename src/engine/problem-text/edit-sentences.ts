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
};
