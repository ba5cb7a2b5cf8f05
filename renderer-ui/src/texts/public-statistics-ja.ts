/** Words of a procedure's page of numbers. */
const n = (count: number): string => count.toLocaleString('ja-JP');

export const publicStatisticsJa = {
  title: '申請と審査の状況',
  lead: 'これまでに届いた申請と、審査や手続の終わった申請の数です。この画面は、自動で新しくなります。',
  arrived: '申請',
  decided: '審査済',
  count: (count: number | null) => (count === null ? '5件未満' : `${n(count)}件`),
  share: (share: number) => `申請の${share}%`,
  median: '審査が終わるまでの日数（中央値）',
  medianValue: (days: number, clock: 'working' | 'calendar') =>
    `${n(days)}${clock === 'working' ? '営業日' : '日'}`,
  medianNone: '審査の終わった申請が5件以上になると表示します。',
  medianHelp: '半分の申請は、この日数までに審査が終わりました。補正をお待ちした日数は含みません。',
  standard: '標準処理期間',
  asOf: (at: string) => `${at}現在`,
  small: '個人や事業者がわからないように、1件から4件までは「5件未満」と表示しています。',
  back: '手続のページに戻る',
};
