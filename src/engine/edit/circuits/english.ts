/** What applicants read of the circuits, in English. */
export const CIRCUIT_ENGLISH: Readonly<Record<string, string>> = {
  審査担当: 'Reviewer',
  係長: 'Section chief',
  課長: 'Manager',
  会計担当: 'Accountant',
  現地確認担当: 'Inspector',
  審査中: 'In review',
  '内容と書類を確かめています。足りないものがあれば、まとめてお知らせします。':
    'We are looking at what you entered and at your documents. If anything is missing, we will tell you all of it at once.',
  最終審査中: 'In final review',
  '責任者が、結果を決めています。': 'The person in charge is deciding.',
  取り下げる: 'Withdraw',
  取り下げました: 'Withdrawn',
  補正をお願いしています: 'Please correct your entries',
  '直していただきたい項目があります。期限までに直して、もう一度提出してください。':
    'There are entries to be corrected. Please correct them by the due day and submit again.',
  補正して提出する: 'Correct and submit',
  補正を提出しました: 'Correction submitted',
  認められませんでした: 'Not granted',
  '認められないことが決まりました。理由は通知書をご確認ください。':
    'It was decided not to grant this. Please read the notice for the reason.',
  取下げ: 'Withdrawn',
  '取り下げられました。受付期間の中なら、あらためて提出できます。':
    'This was withdrawn. You may submit again within the acceptance period.',
  確認中: 'Being looked at',
  '届け出た内容を確かめています。足りないものがあれば、まとめてお知らせします。':
    'We are looking at your notification. If anything is missing, we will tell you all of it at once.',
  届出を受け付けました: 'Notification complete',
  '届出の手続は終わりました。お手続きいただくことはありません。':
    'Your notification is complete. There is nothing more to do.',
  形式審査中: 'Formal check',
  '書類がそろっているか、書き方に誤りがないかを確かめています。':
    'We are checking that the documents are complete and filled in correctly.',
  許可: 'Permitted',
  '許可が決まりました。通知書をご確認ください。': 'The permit was granted. Please read the notice.',
  支払の準備中: 'Payment in preparation',
  '交付が決まりました。通知書をご確認ください。まもなく口座に振り込みます。':
    'The grant was decided. Please read the notice. The money will soon be transferred to your account.',
  交付済み: 'Paid',
  '口座に振り込みました。': 'The money was transferred to your account.',
  現地確認: 'Visit',
  '職員がうかがって、現地を確かめます。': 'Officials visit and look on the spot.',
  認定: 'Certified',
  '認定が決まりました。通知書をご確認ください。': 'The certification was decided. Please read the notice.',
  抽選待ち: 'Waiting for the draw',
  '申込みを受け付けました。抽選の結果が出るまでお待ちください。':
    'Your entry is complete. Please wait for the result of the draw.',
  当選: 'Drawn',
  '当選しました。通知書をご確認ください。': 'You were drawn. Please read the notice.',
  落選: 'Not drawn',
  '残念ながら落選しました。': 'Unfortunately you were not drawn.',
  振込先: 'Account to pay into',
  '振り込む口座をうかがいます。申請する方ご本人の名義の口座に限ります。':
    'We ask for the account to pay into. It must be in the name of the applicant.',
  金融機関の名前: 'Name of the bank',
  振り込むため: 'To transfer the money',
  金融機関コード: 'Bank code',
  '4桁の数字です。通帳やキャッシュカードに書かれています。':
    'Four digits, printed in the passbook or on the cash card.',
  支店の名前: 'Name of the branch',
  支店コード: 'Branch code',
  '3桁の数字です。': 'Three digits.',
  預金の種類: 'Type of account',
  普通: 'Ordinary',
  当座: 'Current',
  貯蓄: 'Savings',
  口座番号: 'Account number',
  '7桁の数字です。7桁に足りないときは、左に0を付けてください。':
    'Seven digits. If it has fewer, put zeros before it.',
  '口座の名義（カナ）': 'Holder of the account (kana)',
  '通帳の表紙の内側に書かれたカナのとおりに入力してください。':
    'Enter the kana as printed inside the cover of the passbook.',
};
