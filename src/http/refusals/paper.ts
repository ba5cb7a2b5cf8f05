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
  'letter-not-waiting': {
    status: 409,
    title: 'Not waiting any more',
    ja: '選んだお知らせの中に、もう送ったものか、送れないものがあります。画面を最新にしてください。',
    en: 'One of the chosen letters has left already or cannot be sent. Reload the page.',
  },
} as const satisfies Record<string, RefusalText>;
