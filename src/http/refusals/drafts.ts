import type { RefusalText } from './refusal-text.js';

/** About filling in, attaching, signing and submitting. */
export const draftsRefusals = {
  'draft-changed-elsewhere': {
    status: 409,
    title: 'Draft changed elsewhere',
    ja: 'この下書きは別の画面または端末で保存されています。どちらの内容を残すか選んでください。',
    en: 'This draft was saved in another window or on another device. Choose which content to keep.',
  },
  'form-changed': {
    status: 409,
    title: 'Form changed',
    ja: 'この手続きの様式が新しくなりました。入力した内容を新しい様式に引き継いでから、提出してください。',
    en: 'The form of this procedure has changed. Carry your answers over to the new form, then submit.',
  },
  'one-draft-only': {
    status: 409,
    title: 'One draft only',
    ja: 'この手続きを申請できるのは、おひとり1件です。入力中の申請を続けてください。',
    en: 'This procedure takes one application from each person. Please go on with the draft you have.',
  },
  'draft-already-submitted': {
    status: 409,
    title: 'Draft already submitted',
    ja: 'この下書きはすでに提出されています。',
    en: 'This draft has already been submitted.',
  },
  'already-applied': {
    status: 409,
    title: 'Already applied',
    ja: '同じ内容の申請がすでに提出されています。',
    en: 'The same application has already been submitted.',
  },
  'acceptance-closed': {
    status: 409,
    title: 'Acceptance closed',
    ja: '受付期間は{closes_at}で終了しました。',
    en: 'The acceptance period ended at {closes_at}.',
  },
  'acceptance-not-open': {
    status: 409,
    title: 'Acceptance not open yet',
    ja: '受付は{opens_at}に始まります。',
    en: 'Acceptance opens at {opens_at}.',
  },
  'correction-not-asked': {
    status: 409,
    title: 'No correction asked',
    ja: 'この申請には、いま補正のお願いは出ていません。',
    en: 'No correction is being asked for this application.',
  },
  'too-many-attachments': {
    status: 409,
    title: 'Too many attachments',
    ja: 'この欄に添付できるのは{max}件までです。',
    en: 'This field takes at most {max} files.',
  },
  'upload-incomplete': {
    status: 409,
    title: 'Upload incomplete',
    ja: 'ファイルの送信がまだ終わっていません。続きを送ってください。',
    en: 'The file has not arrived completely yet. Send the rest of it.',
  },
  'outside-correction': {
    status: 422,
    title: 'Change outside the correction',
    ja: '補正をお願いした項目以外は変更できません。',
    en: 'Only the fields named in the request for correction can be changed.',
  },
  'signature-required': {
    status: 409,
    title: 'Signature required',
    ja: 'この手続には電子署名が必要です。署名してから申請してください。',
    en: 'This procedure asks for an electronic signature. Sign before you submit.',
  },
  'signature-fell-away': {
    status: 409,
    title: 'Changed after signing',
    ja: '署名したあとに内容が変わったため、署名は無効になりました。もう一度署名してください。',
    en: 'The application was changed after it was signed. Please sign again.',
  },
  'signature-not-asked': {
    status: 409,
    title: 'No signature asked',
    ja: 'この手続に電子署名は必要ありません。',
    en: 'This procedure asks for no signature.',
  },
  'signature-not-accepted': {
    status: 422,
    title: 'Signature not accepted',
    ja: '署名を受け付けられませんでした。',
    en: 'The signature was not accepted.',
  },
  'signed-already': {
    status: 409,
    title: 'Signed already',
    ja: 'この内容にはすでに署名されています。',
    en: 'This content has been signed already.',
  },
  'signing-not-possible': {
    status: 503,
    title: 'Signing not set up',
    ja: 'いまは電子署名を受け付けられません。入力内容は保存されています。お手数ですが、お問い合わせください。',
    en: 'Signatures cannot be taken at the moment. Your answers are kept; please contact us.',
  },
} as const satisfies Record<string, RefusalText>;
