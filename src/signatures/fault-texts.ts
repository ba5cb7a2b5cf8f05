import type { Bilingual } from '../http/refusal.js';
import type { SignatureFault } from './signature-fault.js';

/** What is wrong with a signature, and what to do about it, in the applicant's words. */
export const faultTexts: Readonly<Record<SignatureFault, Bilingual>> = {
  'content-tampered': {
    ja: '署名されたデータが、この申請のデータと一致しません。この画面からダウンロードし直したファイルに、変更を加えずに署名してください。',
    en: 'What was signed is not the data of this application. Download the file from this page again and sign it unchanged.',
  },
  'signature-invalid': {
    ja: '署名の値が正しくありません。もう一度署名し直してください。',
    en: 'The value of the signature is wrong. Please sign again.',
  },
  'signing-certificate-mismatch': {
    ja: '署名に記録された証明書と、添付された証明書が異なります。署名に使った証明書を付けて、もう一度署名してください。',
    en: 'The certificate named in the signature is not the one that came with it. Sign again with the certificate included.',
  },
  'signer-certificate-missing': {
    ja: '署名した人の証明書が含まれていません。証明書を含める設定で、もう一度署名してください。',
    en: 'The signer’s certificate is missing. Sign again with the certificate included.',
  },
  untrusted: {
    ja: 'この手続で使えない認証局の証明書です。マイナンバーカードの署名用電子証明書など、案内にある証明書で署名してください。',
    en: 'The certificate is of an authority that is not accepted here. Sign with one of the certificates named in the guidance.',
  },
  expired: {
    ja: '証明書の有効期限が切れています。証明書を更新してから署名してください。',
    en: 'The certificate has expired. Renew it, then sign.',
  },
  'not-yet-valid': {
    ja: '証明書の有効期間がまだ始まっていません。有効な証明書で署名してください。',
    en: 'The certificate is not valid yet. Sign with a valid one.',
  },
  revoked: {
    ja: '証明書は失効しています。引っ越しや氏名の変更のあとは、市区町村の窓口で新しい証明書の発行を受けてください。',
    en: 'The certificate was revoked. After a move or a change of name, have a new one issued by your municipality.',
  },
  'revocation-unknown': {
    ja: '証明書が失効していないことを、いま確認できません。しばらく待ってから、もう一度お試しください。入力内容は保存されています。',
    en: 'At the moment we cannot find out whether the certificate was revoked. Try again later; your answers are kept.',
  },
  'key-usage': {
    ja: '署名用の証明書ではありません。署名用電子証明書（暗証番号が6〜16文字のもの）で署名してください。',
    en: 'The certificate is not meant for signing. Use the one for signatures, with the password of 6 to 16 characters.',
  },
  policy: {
    ja: 'この手続で使える種類の証明書ではありません。案内にある証明書で署名してください。',
    en: 'Certificates of this kind are not accepted here. Sign with one named in the guidance.',
  },
  'weak-algorithm': {
    ja: '安全でない署名方式が使われています。SHA-256 以上のハッシュと、2048ビット以上の鍵で署名してください。',
    en: 'The way of signing is not safe. Use SHA-256 or better, and a key of at least 2048 bits.',
  },
  'not-detached': {
    ja: 'データを含む形式の署名です。データを含めない形式（detached、.p7s）で署名してください。',
    en: 'The signature contains the data. Sign in the detached form (.p7s), without the data.',
  },
  'unsupported-extension': {
    ja: '証明書に、このシステムで扱えない条件が付いています。別の証明書で署名してください。',
    en: 'The certificate carries a condition that this system cannot handle. Sign with another certificate.',
  },
  malformed: {
    ja: '署名ファイルとして読めません。CMS（PKCS #7）の DER 形式の署名ファイル（.p7s）を選んでください。',
    en: 'This cannot be read as a signature. Choose a signature file (.p7s): CMS (PKCS #7) in DER.',
  },
};
