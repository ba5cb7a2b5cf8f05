import type { Sentences } from './sentences.js';

/** For officials: the folder itself, before anything in it is read, and its English. */
export const FOLDER_SENTENCES: Sentences = {
  'folder-missing': [
    'フォルダーが見つかりません。名前と場所を確かめてください。',
    'No such folder. Check its name and where it is.',
  ],
  'not-a-folder': [
    'これはファイルです。手続のフォルダー（procedure.json のあるところ）を指定してください。',
    'This is a file. Name the folder of the procedure, the one that has procedure.json.',
  ],
  'folder-empty': [
    'このフォルダーには手続のファイルがありません。procedure.json のあるフォルダーを指定してください。',
    'This folder has no file of a procedure. Name the folder that has procedure.json.',
  ],
  'file-unreadable': [
    'ファイルを読めません。ほかのプログラムが使っていないか、読む権限があるかを確かめてください。',
    'The file cannot be read. See that no other program holds it and that you may read it.',
  ],
  'file-shift-jis': [
    '文字コードが Shift_JIS です。UTF-8 で保存し直してください。',
    'The file is written in Shift_JIS. Save it again as UTF-8.',
  ],
  'file-not-utf8': [
    '文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。',
    'The file is not written in UTF-8. Save it again as UTF-8.',
  ],
  'english-missing': [
    '申請者が読む文{of}件のうち、英語のないものが{count}件あります：{texts}。texts/en.json に「"日本語": "英語"」の形で足してください。',
    '{count} of the {of} texts that applicants read have no English: {texts}. Add them to texts/en.json as "Japanese": "English".',
  ],
  'mail-without-english': [
    'このメールには英語のない行が{count}行あり、英語を選んだ人にも日本語で送られます：{texts}。texts/en.json に足してください（差し込みは {1}、{2} … と書きます）。',
    '{count} lines of this mail have no English, so those who chose English get it in Japanese: {texts}. Add them to texts/en.json (placeholders are written {1}, {2} …).',
  ],
  'english-placeholders': [
    '「{text}」の英語は、差し込み（{1}、{2} …）が日本語と違います。同じものを入れてください。',
    'The English of “{text}” has other placeholders ({1}, {2} …) than the Japanese. Please use the same ones.',
  ],
  'english-unused': [
    '「{text}」という文は、申請者が読むところにありません。日本語を直したのなら、texts/en.json の側も同じ文にし、英語を見直してください。',
    'Applicants read no text “{text}”. If the Japanese was changed, change it in texts/en.json too and look at its English again.',
  ],
};
