import type { Sentences } from './sentences.js';

/**
 * For applicants: what to do, in plain words. `{title}` is the question. `code:kind` is for one kind of question and
 * goes before plain `code`.
 */
export const ANSWER_SENTENCES: Sentences = {
  required: ['{title}を入力してください。', 'Enter {title}.'],
  'required:choice': ['{title}を選んでください。', 'Choose {title}.'],
  'required:choices': ['{title}を1つ以上選んでください。', 'Choose at least one for {title}.'],
  'required:boolean': ['{title}に答えてください。', 'Answer {title}.'],
  'required:attachment': ['{title}のファイルを付けてください。', 'Attach a file for {title}.'],
  'required:rows': ['{title}を1件以上入力してください。', 'Add at least one entry to {title}.'],
  'consent-required': [
    '{title}をお読みになり、同意する場合はチェックを入れてください。',
    'Read {title} and tick the box if you agree.',
  ],
  'not-computed': [
    '{title}はまだ計算できません。計算に使う項目を入力してください。',
    '{title} cannot be worked out yet. Fill in the questions it depends on.',
  ],
  'cannot-compute': [
    '{title}を計算できませんでした。入力に誤りがないか確かめ、直らないときはお問い合わせください。',
    '{title} could not be worked out. Check your answers, and contact us if that does not help.',
  ],
  'wrong-type': [
    '{title}の入力のしかたが正しくありません。入力し直してください。',
    '{title} has the wrong form. Enter it again.',
  ],
  'wrong-type:integer': [
    '{title}は整数（小数点のない数字）で入力してください。',
    'Enter a whole number for {title}.',
  ],
  'wrong-type:number': ['{title}は数字で入力してください。', 'Enter a number for {title}.'],
  'wrong-type:boolean': ['{title}は「はい」か「いいえ」で答えてください。', 'Answer {title} with Yes or No.'],
  'wrong-type:choice': ['{title}は選択肢の中から選んでください。', 'Choose one of the options for {title}.'],
  'wrong-type:choices': ['{title}は選択肢の中から選んでください。', 'Choose from the options for {title}.'],
  'wrong-type:date': [
    '{title}は、実際にある日付を年・月・日で入力してください（例：2021年10月1日）。',
    'Enter a real date for {title} (for example 2021-10-01).',
  ],
  'wrong-type:attachment': ['{title}のファイルを付け直してください。', 'Attach the file for {title} again.'],
  'wrong-pattern': [
    '{title}の形が正しくありません。記入例のとおりに入力してください。',
    '{title} has the wrong form. Follow the example.',
  ],
  'wrong-value': [
    '{title}は変えられません。元の値に戻してください。',
    '{title} cannot be changed. Put the original value back.',
  ],
  'wrong-step': [
    '{title}は{multipleOf}きざみで入力してください。',
    'Enter {title} in steps of {multipleOf}.',
  ],
  'too-short': [
    '{title}は{limit}文字以上で入力してください。',
    'Enter at least {limit} characters for {title}.',
  ],
  'too-long': [
    '{title}は{limit}文字以内で入力してください。',
    'Enter at most {limit} characters for {title}.',
  ],
  'too-small': ['{title}は{limit}以上で入力してください。', 'Enter {limit} or more for {title}.'],
  'too-large': ['{title}は{limit}以下で入力してください。', 'Enter {limit} or less for {title}.'],
  'not-above': [
    '{title}は{limit}より大きい数（{limit}ちょうどは入りません）で入力してください。',
    'Enter more than {limit} for {title}.',
  ],
  'not-below': [
    '{title}は{limit}より小さい数（{limit}ちょうどは入りません）で入力してください。',
    'Enter less than {limit} for {title}.',
  ],
  'too-few': ['{title}は{limit}件以上入力してください。', 'Give at least {limit} entries for {title}.'],
  'too-few:choices': ['{title}は{limit}つ以上選んでください。', 'Choose at least {limit} for {title}.'],
  'too-many': ['{title}は{limit}件以内にしてください。', 'Give at most {limit} entries for {title}.'],
  'too-many:choices': ['{title}は{limit}つ以内で選んでください。', 'Choose at most {limit} for {title}.'],
  'too-many:attachment': [
    '{title}に付けられるファイルは{limit}件までです。',
    'Attach at most {limit} files for {title}.',
  ],
  'duplicate-items': [
    '{title}に同じものが2つ以上あります。1つにしてください。',
    '{title} holds the same entry twice. Keep one.',
  ],
  'unknown-choice': ['{title}は選択肢の中から選んでください。', 'Choose one of the options for {title}.'],
  'wrong-format': [
    '{title}の形が正しくありません。記入例のとおりに入力してください。',
    '{title} has the wrong form. Follow the example.',
  ],
  'not-valid': ['{title}を確かめて、入力し直してください。', 'Check {title} and enter it again.'],
  'not-valid:computed': [
    '{title}の計算結果が、扱える範囲を外れています。計算に使う項目の入力を確かめてください。',
    '{title} comes out beyond what is possible. Check the answers it is worked out from.',
  ],
  check: ['{title}を確かめてください。', 'Check {title}.'],
  'unknown-field': [
    'この申請にない項目（{path}）が送られました。画面を開き直してください。',
    'Something that this form does not ask was sent ({path}). Open the page again.',
  ],
  'not-asked': [
    '{title}は、いまの入力内容ではお答えいただく必要のない項目です。画面を開き直してください。',
    '{title} is not asked with your present answers. Open the page again.',
  ],
  'computed-mismatch': [
    '{title}は自動で計算する項目です。送られた値が計算結果と違います。画面を開き直してください。',
    '{title} is worked out for you; the value sent differs from it. Open the page again.',
  ],
  'duplicate-row-id': [
    '{title}に、ほかの行と同じ識別名（{id}）が付いています。行を消して、追加し直してください。',
    'Two rows share the id “{id}”: {title} and another. Remove the row and add it again.',
  ],
  'wrong-row-id': [
    '{title}の識別名（_id）が正しくありません。半角の英数字と「-」「_」で2文字から36文字にしてください。',
    'The id (_id) of {title} cannot be used. Give 2 to 36 letters, digits, “-” or “_”.',
  ],
  'attachment-unknown': [
    '{title}のファイルが見つかりません。もう一度付けてください。',
    'The file of {title} is not here. Attach it again.',
  ],
  'application-not-found': [
    '{title}に当てはまる、あなたの申請が見つかりません。一覧から選ぶか、番号に誤りがないか確かめてください。',
    'No application of yours fits {title}. Choose one from the list, or compare each digit of the number.',
  ],
  'application-not-fitting': [
    '{title}には、いまの状態では使えない申請です。ほかの申請を選んでください。',
    'In its present state this application cannot be used for {title}. Choose another one.',
  ],
  'application-not-fitting:open': [
    '{title}の申請は、まだ審査が終わっていません。結果が出た申請を選んでください。',
    'The application of {title} is still being reviewed. Choose one that has been decided.',
  ],
  'application-not-fitting:withdrawn': [
    '{title}の申請は取り下げられています。ほかの申請を選んでください。',
    'The application of {title} was withdrawn. Choose another one.',
  ],
  'outside-correction': [
    '{title}は補正をお願いした項目ではないため、変えられません。',
    '{title} is not among what we asked you to correct, so it cannot be changed.',
  ],
  'unsafe-character': [
    '{title}の{position}文字目に使えない文字（{character}）があります。その文字を消すか、別の文字に置き換えてください。',
    'Character {position} of {title} ({character}) cannot be used. Remove or replace it.',
  ],
  'unsafe-character:private-use': [
    '{title}の{position}文字目は外字（{character}）のため、ほかの機器では読めません。別の文字に置き換えてください。',
    'Character {position} of {title} is private to your device ({character}) and cannot be read elsewhere. Replace it.',
  ],
  'unsafe-character:surrogate': [
    '{title}の{position}文字目が壊れています（{character}）。その文字を入力し直してください。',
    'Character {position} of {title} is broken ({character}). Type it again.',
  ],
  'too-deep': [
    '送られた内容が複雑すぎます。画面を開き直してください。',
    'What was sent is nested too deeply. Open the page again.',
  ],
  'number-not-finite': ['{title}は扱えない数です。', '{title} is not a number we can use.'],
  'number-not-exact': [
    '{title}は桁が多すぎて正しく扱えない数です。',
    '{title} has too many digits to be kept exactly.',
  ],
};

/** Format → the cure for `wrong-format`. */
export const FORMAT_SENTENCES: Sentences = {
  date: [
    '{title}は、実際にある日付を年・月・日で入力してください（例：2021年10月1日）。',
    'Enter a real date for {title} (for example 2021-10-01).',
  ],
  email: [
    '{title}は、メールアドレスの形で入力してください（例：taro@example.jp）。',
    'Enter an e-mail address for {title} (for example taro@example.jp).',
  ],
  kana: [
    '{title}は、全角カタカナで入力してください（例：オオサカ　タロウ）。',
    'Enter {title} in full-width katakana.',
  ],
  'postal-jp': [
    '{title}は、7桁の数字で入力してください（例：5400008）。',
    'Enter the 7 digits of {title} (for example 5400008).',
  ],
  'tel-jp': [
    '{title}は、0から始まる10桁か11桁の数字で入力してください（例：0669410351）。',
    'Enter the 10 or 11 digits of {title}, beginning with 0 (for example 0669410351).',
  ],
  'corporate-number': [
    '{title}は、13桁の法人番号です。数字に誤りがないか、国税庁の通知書で確かめてください。',
    '{title} is a 13-digit corporate number. Compare each digit with the notice of the National Tax Agency.',
  ],
  'municipality-code': [
    '{title}は、6桁の数字で入力してください。最後の1桁は検査数字です（例：大阪府は270008）。',
    'Enter the 6 digits of {title}, the check digit included (for example 270008).',
  ],
  'bank-code': ['{title}は、4桁の数字で入力してください（例：0158）。', 'Enter the 4 digits of {title}.'],
  'branch-code': ['{title}は、3桁の数字で入力してください（例：001）。', 'Enter the 3 digits of {title}.'],
  'account-number': [
    '{title}は、7桁の数字で入力してください。7桁に満たないときは、左に0を付けてください（例：0012345）。',
    'Enter the 7 digits of {title}; fill short numbers with 0 from the left (for example 0012345).',
  ],
  'zengin-name': [
    '{title}は、通帳のカナのとおり、半角カナ・英大文字・数字・( ) - . と空白で30文字以内（濁点も1文字）で入力してください（例：ｶ)ｵｵｻｶｼﾖｳﾃﾝ）。',
    'Enter {title} as in the passbook: half-width katakana, capitals, digits, ( ) - . and spaces, at most 30 characters.',
  ],
  hours: [
    '{title}は、時刻で入力してください（例：21:30。午前2時は26:00）。',
    'Enter a time for {title} (for example 21:30; 26:00 is 2 a.m. of the next day).',
  ],
  url: [
    '{title}は、https:// から始まるアドレスで入力してください（例：https://www.example.jp/）。',
    'Enter an address for {title} that begins with https://.',
  ],
  uuid: ['{title}のファイルを付け直してください。', 'Attach the file for {title} again.'],
};
