import type { RefusalText } from './refusal-text.js';

/** About drafts of procedures and their publication; for officials who write and publish. */
export const builderRefusals = {
  'own-mail-missing': {
    status: 409,
    title: 'No mail address of your own',
    ja: 'あなたのメールアドレスが登録されていません。管理者に登録を頼んでください。',
    en: 'No mail address is kept for you. Ask an administrator to add it.',
  },
  'draft-changed': {
    status: 409,
    title: 'Somebody else changed it',
    ja: '{name}さんが同じファイルを先に変更しました。あなたの変更は画面に残っています。両方を見比べて、残すほうを選んでください。',
    en: '{name} has changed the same file before you. Your change is still on your screen: compare the two and choose what stays.',
  },
  'draft-path': {
    status: 422,
    title: 'Not a file of a procedure',
    ja: '「{file}」は手続のファイルの名前ではありません。フォルダーの決まりに合う名前にしてください。',
    en: '“{file}” is no file of a procedure. Give it a name that fits into the folder.',
  },
  'draft-too-large': {
    status: 422,
    title: 'Too large for a procedure',
    ja: '手続が大きすぎます。1ファイルは1MBまで、全体で8MB、1,000ファイルまでです。大きな表は分けてください。',
    en: 'The procedure is too large: a file may have 1 MB, all of them 8 MB, and there may be 1,000. Divide large tables.',
  },
  'draft-id-taken': {
    status: 409,
    title: 'The id is taken',
    ja: '手続ID「{id}」は、ほかの手続で使われています。別のIDにしてください。',
    en: 'The id “{id}” belongs to another procedure. Choose another one.',
  },
  'folder-not-procedure': {
    status: 422,
    title: 'Not a procedure',
    ja: 'procedure.jsonのある手続のフォルダーではないか、読み取れません。書き出したままのフォルダーかZIPを指定してください。',
    en: 'This is no folder of a procedure with a procedure.json, or it cannot be read. Choose a folder or ZIP as it was exported.',
  },
  'zip-unreadable': {
    status: 422,
    title: 'Not a ZIP of a procedure',
    ja: 'ZIPとして読めないか、手続のファイルではないものが入っています（{file}）。手続を書き出したZIPを、そのまま選んでください。',
    en: 'It cannot be read as a ZIP, or holds what is no file of a procedure ({file}). Choose a ZIP as it was exported.',
  },
  'revision-unknown': {
    status: 422,
    title: 'No such revision',
    ja: 'その時点の版は見つかりません。画面を最新にして、履歴から選び直してください。',
    en: 'There is no such revision. Reload the page and choose from the history again.',
  },
  'example-unusable': {
    status: 422,
    title: 'Cannot be shown with this example',
    ja: 'この例では「{template}」を書けません。例が審査でそこまで進むか、文面と質問に問題がないかを確かめてください。',
    en: 'With this example “{template}” cannot be written. See whether the example gets that far, and whether the text and the form have problems.',
  },
  'draft-has-problems': {
    status: 422,
    title: 'The draft has problems',
    ja: '下書きに問題が{count}件あります。すべて直すと、公開を申請できます。',
    en: 'The draft has {count} problems. Once all are mended, it can be published.',
  },
  'nothing-to-publish': {
    status: 409,
    title: 'Nothing is different',
    ja: 'いま公開されている版と同じ内容です。公開する変更がありません。',
    en: 'It is the same as what is in force. There is nothing to publish.',
  },
  'publication-open': {
    status: 409,
    title: 'Asked for already',
    ja: 'この下書きには、承認を待っているか予定されている公開があります。取りやめてから、あらためて申請してください。',
    en: 'A publication of this draft waits for approval or its day. Withdraw it before you ask again.',
  },
  'publication-ended': {
    status: 409,
    title: 'Ended already',
    ja: 'この公開の申請は、すでに公開されたか、取りやめられています。画面を最新にしてください。',
    en: 'This has been published or withdrawn already. Reload the page.',
  },
  'publication-void': {
    status: 409,
    title: 'The draft has changed since',
    ja: '申請のあとで下書きが変更されたため、この申請は無効になりました。内容を確かめて、あらためて申請してください。',
    en: 'The draft was changed after this was asked for, so it no longer counts. Look at it and ask again.',
  },
  'approve-own-work': {
    status: 403,
    title: 'Somebody else must agree',
    ja: '自分が申請したか、最後に変更した内容は、自分では承認できません。ほかの承認者に頼んでください。',
    en: 'You asked for this, or changed it last, and cannot agree to it yourself. Ask another approver.',
  },
  'plan-in-the-past': {
    status: 422,
    title: 'The time has passed',
    ja: '公開の日時が過ぎています。これからの日時にするか、「承認されたらすぐ」を選んでください。',
    en: 'That time has passed. Choose a later one, or publish as soon as it is agreed to.',
  },
  'already-in-force': {
    status: 409,
    title: 'In force already',
    ja: 'その版は、いま公開されています。',
    en: 'That version is in force already.',
  },
  'move-taken-back': {
    status: 409,
    title: 'Taken back already',
    ja: 'この移行は、すでに取りやめられています。',
    en: 'This move has been taken back already.',
  },
  'pause-stands': {
    status: 409,
    title: 'Paused or open already',
    ja: 'この手続は、すでに停止または再開されています。画面を最新にしてください。',
    en: 'The procedure has been paused or reopened already. Reload the page.',
  },
  'acceptance-paused': {
    status: 409,
    title: 'Paused',
    ja: 'この手続は、いま受付を一時停止しています。入力した内容は保存されています。',
    en: 'This procedure accepts nothing for the moment. What you entered is kept.',
  },
} as const satisfies Record<string, RefusalText>;
