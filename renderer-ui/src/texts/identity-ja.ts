/** Signing in by an outside service, and what follows from it. */
export const identityJa = {
  signIn: {
    title: 'ほかの方法でログイン',
    lead: '次の認証サービスを使うと、パスワードなしでログインできます。初めての方も、ここから利用者登録ができます。',
    with: (service: string) => `${service}でログイン`,
    leading: '認証サービスの画面に移動しています',
  },
  failed: {
    title: 'ログインできませんでした',
    reasons: {
      'identity-denied':
        '認証サービスでの手続きが途中で中止されました。もう一度お試しになるか、メールアドレスとパスワードでログインしてください。',
      'identity-not-begun':
        'ログインを始めてから時間がたったか、別の画面で始められています。もう一度ログインからお試しください。',
      'identity-not-proven':
        '認証サービスからの返事を確かめられなかったため、安全のために中止しました。もう一度ログインからお試しください。',
      'identity-too-weak':
        '認証の強さが足りません。マイナンバーカードを読み取るなど、認証サービスが求める方法でもう一度お試しください。',
      'identity-provider-away':
        '認証サービスにつながりません。しばらく待つか、メールアドレスとパスワードでログインしてください。',
      'identity-unknown': 'この認証サービスは、いま使えません。ほかの方法でログインしてください。',
      'identity-taken':
        'この認証は別のアカウントにつながっています。使うには、先にそのアカウントでつながりを解除してください。',
      'account-disabled': 'このアカウントは使えません。お心当たりのない場合は、お問い合わせください。',
    },
    other: '途中で問題が起きました。もう一度ログインからお試しください。',
    kept: '入力途中の申請は保存されています。',
    again: 'ログインの画面へ',
  },
  welcome: {
    title: 'はじめてのご利用ですか',
    lead: (service: string) =>
      `${service}での認証ができました。この認証につながるアカウントは、まだありません。`,
    newTitle: '初めて利用する方',
    newLead:
      '氏名などは認証サービスから引き継ぎます。メールアドレスの確認と、残りの項目の入力をお願いします。',
    register: '利用者登録に進む',
    oldTitle: 'すでに利用者登録をした方',
    oldLead: '登録済みのアカウントに一度ログインすると、次からはこの認証でログインできます。',
    signIn: '登録済みのアカウントでログイン',
    gone: '認証してから時間がたちました。もう一度ログインからお試しください。',
  },
  link: {
    title: 'アカウントにつなぐ',
    lead: (service: string, mail: string) => `${service}での認証を、アカウント（${mail}）につなぎますか。`,
    then: '次からは、この認証でもログインできます。つながりはいつでも解除できます。',
    submit: 'つなぐ',
    cancel: 'つながない',
  },
  own: {
    title: 'ログイン方法',
    lead: 'マイナンバーカードなど、外部の認証サービスでのログインを使えます。',
    show: '確認する',
    over: '利用者情報',
    password: 'メールアドレスとパスワード',
    hasPassword: '使えます',
    noPassword: '設定していません',
    linkedOn: (date: string) => `${date}からつながっています`,
    lastUsed: (date: string) => `最後に使った日時：${date}`,
    proven: '本人確認済みの項目',
    fields: {
      name: '氏名・名称',
      birth_date: '生年月日',
      sex: '性別',
      address: '住所',
      corporate_number: '法人番号',
      representative_name: '代表者氏名',
    } as Readonly<Record<string, string>>,
    unlink: 'つながりを解除する',
    unlinkNamed: (service: string) => `${service}とのつながりを解除する`,
    unlinked: 'つながりを解除しました。',
    addTitle: '認証サービスをつなぐ',
    addLead: 'つなぐと、パスワードなしでもログインできます。',
    add: (service: string) => `${service}をつなぐ`,
    back: '利用者情報へ戻る',
  },
  profile: {
    provenTitle: '本人確認済みの項目',
    provenLead: (service: string) => `${service}で確認された内容です。ここでは変更できません。`,
    proven: '本人確認済み',
    prefilled: (service: string) => `${service}の登録内容を入れてあります。違うところは直してください。`,
  },
};
