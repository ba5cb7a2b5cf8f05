import type { Sentences } from './sentences.js';

/** For officials: what files that are sound each by itself do not say together. */
export const RULE_SENTENCES: Sentences = {
  'never-asked': [
    '「{title}」をたずねる条件が成り立つことはないため、だれにもたずねられません。',
    'The condition of “{title}” can never be true, so nobody is asked.',
  ],
  'never-asked-there': [
    '「{title}」をたずねる条件が、それを囲むページやまとまりの条件と同時に成り立つことはないため、だれにもたずねられません。',
    'The condition of “{title}” can never be true together with that of the page or group around it, so nobody is asked.',
  ],
  'always-asked': [
    '「{title}」をたずねる条件はいつでも成り立つため、書かないのと同じです。',
    'The condition of “{title}” is always true; it might as well not be there.',
  ],
  'asked-by-later-answer': [
    '「{title}」をたずねるかどうかが、後のページの「{later}」で決まります。答えた後に、前のページの質問が変わります。',
    'Whether “{title}” is asked depends on “{later}” of a later page; a page already behind would change.',
  ],
  'check-never-passes': [
    '確認 {id} の式が成り立つことはないため、だれも通りません。',
    'The check {id} can never be true, so nobody passes it.',
  ],
  'check-never-fails': [
    '確認 {id} の式は必ず成り立つため、何も確かめていません。',
    'The check {id} can never fail, so it checks nothing.',
  ],
  'condition-never-true': [
    '条件「{condition}」が成り立つことはないため、その先は使われません。',
    'The condition “{condition}” can never be true, so nothing behind it is ever used.',
  ],
  'condition-always-true': [
    '条件「{condition}」はいつでも成り立つため、書かないのと同じです。',
    'The condition “{condition}” is always true; it might as well not be there.',
  ],
  'route-shadowed': [
    '条件「{condition}」に合う申請は、すべて前の行き先に進むため、この行き先は使われません。',
    'Whatever fits “{condition}” has already taken an earlier route, so this one is never used.',
  ],
  'sensitive-without-purpose': [
    '「{title}」は取扱いに注意する情報ですが、何に使うか（x-purpose）が書かれていません。',
    '“{title}” is sensitive, but nothing says what it is for (x-purpose).',
  ],
  'sensitive-without-retention': [
    '「{title}」は取扱いに注意する情報ですが、何年保存するか（x-retention）が書かれていません。',
    '“{title}” is sensitive, but nothing says how many years it is kept (x-retention).',
  ],
  'purpose-missing': [
    '「{title}」は個人情報をたずねますが、何に使うか（x-purpose）が書かれていません。',
    '“{title}” asks for personal data, but nothing says what it is for (x-purpose).',
  ],
  'reading-missing': [
    '「{title}」のフリガナをたずねる項目が、同じまとまりの中にありません。',
    'No question asks for the reading (kana) of “{title}”.',
  ],
  'retention-beyond-file': [
    '「{title}」の保存年数が、申請そのものの保存年数（{limit}年）を超えています。',
    '“{title}” would be kept longer than the application itself ({limit} years).',
  ],
  'processing-days-short': [
    '標準処理期間は{limit}日ですが、ふつうの流れの期限を足すと{days}日になります。',
    'The standard processing period is {limit} days, but the due days of the usual way add up to {days}.',
  ],
  'stage-longer-than-promised': [
    '段階「{stage}」とその後にかかる日数（{days}日）が、標準処理期間（{limit}日）を超えています。',
    'The stage “{stage}”, with what follows it, takes {days} days: more than the standard processing period of {limit}.',
  ],
  'refusal-not-notified': [
    '操作「{action}」は申請を認めない決定ですが、申請者に何も送られません。',
    'The action “{action}” refuses the application, but the applicant is sent nothing.',
  ],
  'reason-not-printed': [
    'この文面は、操作「{action}」で申請を認めないときに送られますが、理由が書かれません。',
    'This text is sent when “{action}” refuses an application, but it does not give the reason.',
  ],
  'remedies-missing': [
    '処分の通知書に、審査請求ができることの教示がありません。',
    'The notice of a disposition does not tell how to appeal (教示).',
  ],
  'remedies-without-addressee': [
    '教示に、だれに対して審査請求をするかが書かれていません。',
    'The remedies do not say to whom to appeal.',
  ],
  'remedies-without-period': [
    '教示に、審査請求ができる期間が書かれていません。',
    'The remedies do not say within what time one may appeal.',
  ],
  'remedies-without-suit': [
    '教示に、取消しの訴えについての説明がありません。',
    'The remedies say nothing of the suit for annulment.',
  ],
  'remedies-not-fitting': [
    'この手続は処分ではない（legalNature）ため、審査請求について書くと誤った案内になります。',
    'This procedure is no disposition (legalNature), so to speak of an appeal (審査請求) misleads.',
  ],
  'role-unused': [
    '役割「{title}」は、どの段階でも使われていません。',
    'The role “{title}” is used in no stage.',
  ],
  'template-unused': [
    '文面 {name} は、どこからも送られません。',
    'Nothing sends the message or notice {name}.',
  ],
  'definition-unused': ['$defs の {name} は、どこからも使われていません。', 'Nothing uses {name} of $defs.'],
  'table-unused': ['表 {table} は、どこからも使われていません。', 'Nothing uses the table {table}.'],
  'column-unused': [
    '表 {table} の列 {column} は、どこからも使われていません。',
    'Nothing uses the column {column} of the table {table}.',
  ],
  'step-unused': [
    '「{title}」は画面に出ず、どの計算・条件・文面からも使われていません。',
    '“{title}” is on no screen, and nothing reads it.',
  ],
  'wrong-colour': [
    '色は #0017c1 のように、# と6桁で書いてください（{value}）。',
    'Write the colour as # and six digits, like #0017c1 ({value}).',
  ],
  'contrast-too-low': [
    '色 {colour} は、白との明るさの差（コントラスト比）が {ratio} しかなく、文字が読みにくくなります。4.5以上が必要です。',
    'The colour {colour} has a contrast of only {ratio} with white and makes text hard to read; it needs 4.5.',
  ],
};
