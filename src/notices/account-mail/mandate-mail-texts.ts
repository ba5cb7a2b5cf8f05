import type { Language } from '../../http/language.js';
import type { AccountMailText, MandateFacts, Words } from './account-mail-texts.js';

type MandateText = Extract<AccountMailText, MandateFacts>;

export function isAboutMandate(what: AccountMailText): what is MandateText {
  return 'principal' in what;
}

/** What principal and agent are told of a mandate. No link opens anything: who reads it must sign in. */
export function mandateMailWords(what: MandateText, language: Language, signIn: string): Words {
  return language === 'ja' ? japanese(what, signIn) : english(what, signIn);
}

function japanese({ kind, principal, agent, title, number, endsOn }: MandateText, signIn: string): Words {
  const [year, month, day] = endsOn.split('-').map(Number);
  const what = [
    `委任する方：${principal}`,
    `手続き：${title}`,
    ...(number === null ? [] : [`申請：${number}`]),
    `期限：${year}年${month}月${day}日まで`,
  ];
  switch (kind) {
    case 'mandate-offered':
      return {
        title: '代理の依頼が届いています',
        paragraphs: [
          `${principal} さまから、次の手続きを代理で行ってほしいという依頼が届いています。`,
          ...what,
          'このメールアドレスでログインし（登録がまだの方は、このメールアドレスで新規登録し）、「利用者情報」の「委任・代理」で、引き受けるかどうかを選んでください。引き受けるまで、委任は始まりません。',
          signIn,
          'お心当たりのない場合は、引き受けずに、このメールを削除してください。',
        ],
      };
    case 'mandate-accepted':
      return {
        title: '代理人が引き受けました',
        paragraphs: [
          `${agent} さまが、次の手続きの代理を引き受けました。`,
          ...what,
          '代理人が行ったことは、申請の経過に「代理」と記録されます。「利用者情報」の「委任・代理」で、いつでも取り消せます。',
          signIn,
        ],
      };
    case 'mandate-declined':
      return {
        title: '代理の依頼が断られました',
        paragraphs: [`${agent} さまへの、次の代理の依頼は断られました。`, ...what],
      };
    case 'mandate-ended':
      return {
        title: '委任が終わりました',
        paragraphs: [
          '次の委任は取り消されました。これからは代理で手続きを行えません。',
          ...what,
          `代理人：${agent}`,
        ],
      };
  }
}

function english({ kind, principal, agent, title, number, endsOn }: MandateText, signIn: string): Words {
  const what = [
    `Principal: ${principal}`,
    `Procedure: ${title}`,
    ...(number === null ? [] : [`Application: ${number}`]),
    `Until: ${endsOn} (Japan time)`,
  ];
  switch (kind) {
    case 'mandate-offered':
      return {
        title: 'Somebody asks you to act as their agent',
        paragraphs: [
          `${principal} asks you to act for them in this procedure:`,
          ...what,
          'Sign in with this mail address (or register with it), and choose under “Your account”, “Agents” whether you accept. Nothing is entrusted to you before you do.',
          signIn,
          'If you do not know them, do not accept, and delete this mail.',
        ],
      };
    case 'mandate-accepted':
      return {
        title: 'Your agent has accepted',
        paragraphs: [
          `${agent} has agreed to act for you:`,
          ...what,
          'What they do is recorded as done by your agent. You can revoke it at any time under “Your account”, “Agents”.',
          signIn,
        ],
      };
    case 'mandate-declined':
      return {
        title: 'Your request to an agent was declined',
        paragraphs: [`${agent} has declined to act for you:`, ...what],
      };
    case 'mandate-ended':
      return {
        title: 'A mandate has ended',
        paragraphs: [
          'This mandate was revoked. From now on nothing can be done by it.',
          ...what,
          `Agent: ${agent}`,
        ],
      };
  }
}
