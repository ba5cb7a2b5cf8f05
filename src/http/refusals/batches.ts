import type { RefusalText } from './refusal-text.js';

/** About many applications at once. From `listed-twice` on they are said of single applications. */
export const batchesRefusals = {
  'batch-empty': {
    status: 422,
    title: 'No application',
    ja: '申請が1件もありません。申請を選ぶか、申込番号の一覧を入れてください。',
    en: 'There is no application. Tick some, or enter a list of numbers.',
  },
  'batch-too-long': {
    status: 422,
    title: 'Too many applications',
    ja: '一度に処理できるのは{max}件までです。分けてください。',
    en: 'At most {max} applications can be done at once. Divide them.',
  },
  'batch-without-numbers': {
    status: 422,
    title: 'No column of numbers',
    ja: '「申込番号」の列が見つかりません。1行目を「申込番号,理由,申請者への理由」にするか、見出しなしで番号から始めてください。',
    en: 'There is no column “number”. Begin with a line “number,reason,reason for the applicant”, or with the numbers themselves.',
  },
  'batch-begun': {
    status: 409,
    title: 'Begun or ended already',
    ja: 'このまとめて処理は、すでに始まったか終わっているため、変更できません。画面を最新にしてください。',
    en: 'This has begun or ended already and cannot be changed. Reload the page.',
  },
  'listed-twice': {
    status: 409,
    title: 'Listed twice',
    ja: '同じ申請が一覧の上のほうにもあります。この行では何もしません。',
    en: 'The same application stands further up in the list. Nothing is done for this line.',
  },
  'batch-lines-differ': {
    status: 422,
    title: 'Lines of a number differ',
    ja: '同じ申込番号の行で、「{column}」の列の値が違います。1つにそろえてください。',
    en: 'Lines of the same number say different things in the column “{column}”. Let them say one.',
  },
  'batch-cell-wrong': {
    status: 422,
    title: 'Cell not understood',
    ja: '「{column}」の列の「{cell}」を読み取れません。書ける値：{expected}',
    en: '“{cell}” in the column “{column}” is not understood. It may be: {expected}',
  },
  'batch-point-without-field': {
    status: 422,
    title: 'Question missing',
    ja: '補正する項目が書かれていない行があります。「項目」の列に、画面の項目名を書いてください。',
    en: 'A line does not say what is to be corrected. Write the title of the question in the column “Question”.',
  },
  'batch-point-unknown': {
    status: 422,
    title: 'Unknown question',
    ja: '「{field}」という項目が、この申請書にありません。画面の項目名のとおりに書いてください。',
    en: 'The form has no question “{field}”. Write its title as the screen has it.',
  },
  'batch-point-ambiguous': {
    status: 422,
    title: 'Several questions of that title',
    ja: '「{field}」に当たる項目が2つ以上あります。「{one}」「{other}」のように、ページの名前から書いてください。',
    en: 'Several questions are called “{field}”. Write the page, too: “{one}”, “{other}”.',
  },
  'batch-point-without-words': {
    status: 422,
    title: 'What to correct is missing',
    ja: '「{field}」をどう直すかが書かれていません。理由コードか補正の内容を書いてください。',
    en: 'It is not said what to correct in “{field}”. Write a reason code or what to correct.',
  },
  'batch-point-not-asked': {
    status: 422,
    title: 'Not asked of this applicant',
    ja: 'この申請では「{field}」を尋ねていないため、補正をお願いできません。',
    en: '“{field}” was not asked in this application and cannot be corrected.',
  },
  'batch-reason-unknown': {
    status: 422,
    title: 'Unknown reason code',
    ja: '理由コード「{code}」が、この手続にありません。',
    en: 'The procedure has no reason code “{code}”.',
  },
} as const satisfies Record<string, RefusalText>;
