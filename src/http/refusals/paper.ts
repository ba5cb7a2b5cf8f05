import type { RefusalText } from './refusal-text.js';

/** About what arrives on paper. */
export const paperRefusals = {
  'arrival-in-future': {
    status: 422,
    title: 'Arrival in the future',
    ja: '受付日が今日より後になっています。紙が届いた日を入力してください。',
    en: 'The day of arrival lies in the future. Enter the day on which the paper arrived.',
  },
  'scan-required': {
    status: 422,
    title: 'No scan',
    ja: '紙のスキャンが付いていません。PDFか写真を付けてから、提出してください。',
    en: 'No scan of the paper is attached. Attach a PDF or photographs first.',
  },
  'paper-needs-answer': {
    status: 422,
    title: 'The review needs an answer',
    ja: '省いた項目の中に、審査が計算や判定に使うものがあります。紙を出した方に確かめて、入力してください。',
    en: 'The review reckons with one of the answers that were set aside. Ask whoever sent the paper, and enter it.',
  },
  'paper-check-required': {
    status: 409,
    title: 'Not checked yet',
    ja: '2人で入力する項目の照合が済んでいないか、照合のあとで変わっています。照合に回してください。',
    en: 'Answers that two officials key in have not been checked, or were changed since. Ask for a check first.',
  },
  'paper-check-not-wanted': {
    status: 409,
    title: 'Nothing to check',
    ja: 'この紙には、2人で入力する項目がありません。このまま提出してください。',
    en: 'Nothing of this paper is keyed in twice. Submit it as it is.',
  },
  'paper-check-not-waiting': {
    status: 409,
    title: 'The check has gone on',
    ja: 'この照合は、ほかの職員が先に進めました。画面を最新にしてください。',
    en: 'Somebody else has gone on with this check. Reload the page.',
  },
  'paper-check-by-another': {
    status: 403,
    title: 'Seen already',
    ja: '先に入力された内容を見た職員は、照合の入力をできません。まだ見ていない職員に頼んでください。',
    en: 'Whoever has seen the first entry cannot key it in again. Ask a colleague who has not.',
  },
  'paper-check-open': {
    status: 422,
    title: 'A difference is open',
    ja: 'どちらが正しいか選んでいない項目があります。すべて選んでください。',
    en: 'A difference is still open. Choose for each of them.',
  },
  'letter-not-waiting': {
    status: 409,
    title: 'Not waiting any more',
    ja: '選んだお知らせの中に、もう送ったものか、送れないものがあります。画面を最新にしてください。',
    en: 'One of the chosen letters has left already or cannot be sent. Reload the page.',
  },
} as const satisfies Record<string, RefusalText>;
