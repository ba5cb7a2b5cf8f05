import type { Sentences } from '../sentences.js';

/** What to do about a problem of the form, its tables or procedure.json, where the sentence does not say it itself. */
export const DEFINITION_CURES: Sentences = {
  'missing-file': ['ファイル {file} を作ってください。', 'Make the file {file}.'],
  'file-too-large': [
    'ファイルを小さくしてください。データは tables/ の表に分けられます。',
    'Make the file smaller. Data can go into tables of their own in tables/.',
  ],
  'too-deep': [
    '{ }、[ ]、{{#if}} の重なりを{limit}段までに減らしてください。',
    'Nest { }, [ ] and {{#if}} at most {limit} deep.',
  ],
  'unknown-key': [
    'つづりを確かめ、使わない設定は消してください。使える設定は README にあります。',
    'Check the spelling, or remove it. The README lists the settings.',
  ],
  'unknown-choice': ['使えるもののどれかに直してください。', 'Change it to one of those.'],
  'keyword-not-for-type': [
    '{key} を消すか、項目の種類（type）を変えてください。',
    'Remove {key}, or change the type of the question.',
  ],
  'unknown-field': [
    '項目の名前を form.schema.json のとおりに直してください。',
    'Write the name as it is in form.schema.json.',
  ],
  'field-unknown': [
    '書かれている項目の名前に直すか、その項目を足してください。',
    'Use the name of a question that is there, or add it.',
  ],
  'unknown-part': [
    'ui:fills は、郵便番号（prefecture、city、town、municipality、address）、名前（kana）、銀行（code）、支店（code、account）の項目に書きます。',
    'Write ui:fills at a postal code (prefecture, city, town, municipality, address), a name (kana), a bank (code) or a branch (code, account).',
  ],
  'cannot-be-filled': [
    '同じページやまとまりにある、申請者が答える項目の名前を書いてください。',
    'Name a question of the same page or group that the applicant answers.',
  ],
  'no-fields': ['properties に項目を1つ以上書いてください。', 'Write at least one field into properties.'],
  'too-many-fields': [
    '項目を減らすか、同じ質問は繰り返し（items）にまとめてください。',
    'Ask less, or make like questions a repeat (items).',
  ],
  'nested-repeat': [
    '内側の繰り返しを外に出し、どの行のものかを選ばせる項目を足してください。',
    'Move the inner repeat out and add a question that says to which row it belongs.',
  ],
  'wrong-month-day': [
    '月-日T時:分の形（例：04-01T09:00）に直してください。',
    'Write month, day, hour and minute like 04-01T09:00.',
  ],
  'window-both-ways': [
    'everyYear か、opensAt と closesAt のどちらかを消してください。',
    'Take away either everyYear, or opensAt and closesAt.',
  ],
  'bounds-crossed': [
    '{low} を {high} より小さく（日時なら前に）してください。',
    'Make {low} less (or earlier) than {high}.',
  ],
  'ref-not-local': [
    '使いたい定義をこのファイルの $defs に写し、#/$defs/名前 と書いてください。',
    'Copy the definition into $defs of this file and write #/$defs/name.',
  ],
  'unknown-ref': ['$defs にある名前に直してください。', 'Use a name that $defs has.'],
  'ref-cycle': [
    '{name} の中の $ref を、別の定義に変えてください。',
    'Let the $ref inside {name} point to another definition.',
  ],
  'pattern-syntax': [
    '括弧や [ ] の閉じ忘れ、余分な記号がないか確かめてください。',
    'Look for brackets that are not closed and for stray signs.',
  ],
  'pattern-too-many-repeats': [
    '{n,m} の数を1000以下にするか、maxLength で長さを決めてください。',
    'Lower the numbers in {n,m} to 1000, or limit the length with maxLength.',
  ],
  'no-options': ['選択肢を1つ以上書いてください。', 'Write at least one option.'],
  'option-type': [
    '選択肢の値か、項目の種類（type）のどちらかをもう一方に合わせてください。',
    'Make the option and the type agree.',
  ],
  'duplicate-option': ['同じ値の選択肢を1つにしてください。', 'Keep one of the two.'],
  'too-many-options': [
    '選択肢を減らすか、大きな分類と細かい分類の2つの質問に分けてください。',
    'Offer fewer, or ask in two steps: first the group, then the option.',
  ],
  'unknown-table': [
    '表の名前を直すか、tables/{name}.csv を作ってください。',
    'Correct the name, or make tables/{name}.csv.',
  ],
  'unknown-column': [
    '表の1行目にある列の名前に直してください。',
    'Use a name from the first line of the table.',
  ],
  'unknown-media-type': ['使えるもののどれかに直してください。', 'Change it to one of those.'],
  'application-in-rows': ['繰り返しの外の項目にしてください。', 'Move the question out of the repeat.'],
  'application-not-alone': ['どちらか一方にしてください。', 'Keep one of the two.'],
  'unknown-application-fact': ['使えるもののどれかに直してください。', 'Change it to one of those.'],
  'no-application-question': [
    'x-application のある項目を、ページから（例：store.gold_ref）書いてください。',
    'Name a question that has x-application, from its page on, like store.gold_ref.',
  ],
  'fact-not-there': [
    'その手続の項目をページから（例：answers.store.name）書いてください。',
    'Name a question of that procedure from its page on, like answers.store.name.',
  ],
  'fact-of-other-kind': [
    '種類と選択肢を同じにし、文字の項目では maxLength をもとの項目以上にしてください。',
    'Give it the same kind and options, and a text at least the same maxLength.',
  ],
  'consent-preset': ['default を消してください。', 'Remove the default.'],
  'default-not-valid': [
    'default を、この項目で答えられる値に直すか、消してください。',
    'Make the default a valid answer, or remove it.',
  ],
  'criterion-unknown': [
    'criteria にある id に直すか、criteria に足してください。',
    'Use an id that criteria has, or add it there.',
  ],
  'csv-syntax': [
    'この行の " の数を確かめてください。" を含む値は全体を " で囲み、中の " は "" と書きます。',
    'Count the quotes of this line. A value with a quote stands in quotes, and each quote inside is doubled.',
  ],
  'table-empty': [
    '1行目に、列の名前をコンマで区切って書いてください。',
    'Write the names of the columns into the first line, with commas between.',
  ],
  'table-too-wide': ['使わない列を消してください。', 'Remove columns that are not used.'],
  'table-too-long': ['表を分けるか、使わない行を消してください。', 'Split the table, or remove rows.'],
  'duplicate-column': ['どちらかの列の名前を変えてください。', 'Rename one of the two.'],
  'unknown-column-type': [
    '「{name}」の後の : に続く種類を直すか、消してください（文字として読みます）。',
    'Correct the type after the colon of “{name}”, or remove it (the column then holds text).',
  ],
  'table-row-length': [
    'この行のコンマの数を見出しに合わせてください。コンマを含む値は " で囲みます。',
    'Give the line as many commas as the header. A value with a comma stands in quotes.',
  ],
  'table-cell-type': [
    '値を直すか、1行目の種類を変えてください。空のままにもできます。',
    'Correct the value, or the type in the first line; the cell may also be empty.',
  ],
};
