import type { TermsView } from './terms.dto.js';

/** A change of any sentence is a new version: what people agreed to is kept with each account. */
export const terms: TermsView = {
  version: '2026-11-22',
  ja: [
    {
      title: '第1条（目的）',
      paragraphs: [
        'この規約は、本サイトを利用して申請や届出などの手続きを行うために必要な事項を定めるものです。',
      ],
    },
    {
      title: '第2条（利用者登録）',
      paragraphs: [
        '利用者登録は、手続きを行うご本人が行ってください。個人事業主の方は、事業者として登録してください。',
        '登録する内容は、事実のとおりに入力してください。内容が変わったときは、すみやかに変更してください。',
      ],
    },
    {
      title: '第3条（利用者IDとパスワード）',
      paragraphs: [
        '利用者IDは、登録したメールアドレスです。',
        '利用者IDとパスワードは、利用者ご自身が責任をもって管理し、ほかの人に使わせたり教えたりしないでください。',
      ],
    },
    {
      title: '第4条（個人情報の取扱い）',
      paragraphs: [
        '登録された個人情報は、手続きの受付、審査、連絡のために使い、法令に定めのある場合を除いて、ほかの目的には使いません。',
      ],
    },
    {
      title: '第5条（禁止すること）',
      paragraphs: [
        'ほかの人になりすますこと、虚偽の内容を登録または申請すること、本サイトの運営を妨げることをしてはいけません。',
        'これらの行為があったときは、利用を止めることがあります。',
      ],
    },
    {
      title: '第6条（利用の停止と免責）',
      paragraphs: [
        '本サイトは、保守や障害などのため、予告なく利用を止めることがあります。受付期間に影響があるときは、本サイトでお知らせします。',
        '手続きは、紙による方法でも行うことができます。',
      ],
    },
    {
      title: '第7条（通知書の受け取り）',
      paragraphs: [
        '申請についての通知書は、本サイトに掲載してお渡しします。利用者登録をもって、この方法で受け取る意思を示したものとします（デジタル手続法第7条）。',
        '通知書を掲載したときは、登録されたメールアドレスにお知らせします。郵送を希望するときは、利用者情報の画面でいつでも変えられます。',
      ],
    },
    {
      title: '第8条（規約の変更）',
      paragraphs: [
        'この規約を変更するときは、変更の内容と適用の日を、あらかじめ本サイトでお知らせします。',
        'この規約は、日本語の文を正文とします。',
      ],
    },
  ],
  en: [
    {
      title: 'Article 1 (Purpose)',
      paragraphs: ['These terms say what holds when this site is used for applications and notifications.'],
    },
    {
      title: 'Article 2 (Registration)',
      paragraphs: [
        'Register for yourself. Sole proprietors register as a business.',
        'Enter what is true, and change it without delay when it changes.',
      ],
    },
    {
      title: 'Article 3 (User id and password)',
      paragraphs: [
        'Your user id is the mail address that you register.',
        'Keep your password to yourself. Do not let others use it and do not tell it to anybody.',
      ],
    },
    {
      title: 'Article 4 (Personal data)',
      paragraphs: [
        'Your personal data is used to receive, review and answer your procedures, and for nothing else unless the law says so.',
      ],
    },
    {
      title: 'Article 5 (What is forbidden)',
      paragraphs: [
        'Do not act as somebody else, register or apply with false statements, or disturb the running of this site.',
        'Whoever does may be kept from using the site.',
      ],
    },
    {
      title: 'Article 6 (Interruptions)',
      paragraphs: [
        'The site may be stopped without notice, for maintenance or because of a failure. If that touches an acceptance period, this site will say so.',
        'Every procedure can also be carried out on paper.',
      ],
    },
    {
      title: 'Article 7 (Documents)',
      paragraphs: [
        'Documents about your applications are handed over on this site. By registering you say that you accept them this way.',
        'We tell you by mail when one is there. You can ask for them by post at any time in your account.',
      ],
    },
    {
      title: 'Article 8 (Changes)',
      paragraphs: [
        'Changes of these terms, and the day from which they hold, are announced on this site beforehand.',
        'The Japanese text is the authoritative one.',
      ],
    },
  ],
};
