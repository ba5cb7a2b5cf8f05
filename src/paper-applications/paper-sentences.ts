/** What is said of a paper's first facts, and printed with its letters, in both languages. */
export const paperSentences = {
  noAccount: {
    ja: 'このメールアドレスとお名前の両方が合うアカウントはありません。書かれたとおりか確かめるか、「郵便でお知らせする」を選んでください。',
    en: 'No account has both this mail address and this name. Check what is written, or choose letters by post.',
  },
  nameMissing: {
    ja: '申請者の名前（名称）を入力してください。',
    en: 'Enter the applicant’s name.',
  },
  addressMissing: {
    ja: 'お知らせを送る住所を入力してください。',
    en: 'Enter the address that letters go to.',
  },
  postalWrong: {
    ja: '郵便番号は7桁の数字で入力してください。',
    en: 'Enter the postal code with seven digits.',
  },
  phoneWrong: {
    ja: '電話番号は市外局番から入力してください。',
    en: 'Enter the telephone number with its area code.',
  },
} as const;
