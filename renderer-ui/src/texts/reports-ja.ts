/** Words of the ways between 統計, 書き出し and 監査記録. */
export const reportsJa = {
  link: '統計・書き出し',
  nav: '統計と書き出し',
  statistics: '統計',
  exports: '申請の書き出し',
  log: '監査記録',
  /** In the record of readings. */
  exported: '一覧表への書き出し',
};
