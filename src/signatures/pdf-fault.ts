import type { Bilingual } from '../http/refusal.js';
import { faultTexts } from './fault-texts.js';
import type { SignatureFault } from './signature-fault.js';

/** What can be wrong with a signed PDF: with the file itself, or with its signature. */
export type PdfFault =
  'not-a-pdf' | 'no-signature' | 'several-signatures' | 'appended' | 'changed' | SignatureFault;

const own = {
  'not-a-pdf': {
    ja: 'PDF ファイルではありません。受け取った PDF ファイルをそのまま選んでください。',
    en: 'This is no PDF. Choose the PDF file as you received it.',
  },
  'no-signature': {
    ja: '電子署名がありません。印刷して読み取ったものや、別の形で保存し直したものには署名が残りません。受け取った PDF ファイルをそのまま選ぶか、紙面の二次元コードを読み取ってください。',
    en: 'It has no signature. A scan or a copy saved anew loses it. Choose the file as you received it, or scan the code on the paper.',
  },
  'several-signatures': {
    ja: '電子署名が1つではありません。発行後に署名が加えられています。発行元から受け取ったままのファイルを確かめてください。',
    en: 'It does not have exactly one signature; something was added after it was issued. Check the file as it was issued.',
  },
  appended: {
    ja: '発行した後に、ファイルに何かが書き加えられています。書き加えられた内容は信用できません。発行元から元のファイルを受け取ってください。',
    en: 'Something was added to the file after it was issued, which cannot be trusted. Ask the office for the original.',
  },
  changed: {
    ja: '発行した後に、ファイルの内容が変えられています。この書類は信用できません。発行元から元のファイルを受け取ってください。',
    en: 'The file was changed after it was issued. It cannot be trusted. Ask the office for the original.',
  },
  untrusted: {
    ja: 'この役所のものではない証明書で署名されています。発行元に問い合わせてください。',
    en: 'It is signed with a certificate that is not this office’s. Ask the office that is named in it.',
  },
  revoked: {
    ja: '署名に使われた証明書は、署名の時点で失効していました。発行元に問い合わせてください。',
    en: 'The certificate it was signed with had been revoked by then. Ask the office that issued it.',
  },
  expired: {
    ja: '署名に使われた証明書の有効期限が切れていて、署名の時刻を証明するタイムスタンプもありません。発行元に問い合わせてください。',
    en: 'The certificate has expired, and no time stamp proves when it was signed. Ask the office that issued it.',
  },
} as const satisfies Partial<Record<PdfFault, Bilingual>>;

export const pdfFaultTexts: Readonly<Record<PdfFault, Bilingual>> = { ...faultTexts, ...own };
