/** Mail address of a demo account → its saved sites, the last used last. */
export const demoSites: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'naniwa@example.jp': [
    {
      name: '串かつ なにわ 新世界店',
      kana: 'クシカツ ナニワ シンセカイテン',
      postal: '5560002',
      city: '271004',
      address: '浪速区恵美須東3-4-5',
      tel: '0666543210',
    },
    {
      name: 'なにわ酒場 堺東店',
      kana: 'ナニワサカバ サカイヒガシテン',
      postal: '5900028',
      city: '271403',
      address: '堺区三国ヶ丘御幸通1-2-3',
      building: '堺東ビル 2階',
      tel: '0722345678',
    },
    {
      name: 'なにわ酒場 難波本店',
      kana: 'ナニワサカバ ナンバホンテン',
      postal: '5420076',
      city: '271004',
      address: '中央区難波1-2-3',
      tel: '0612345678',
    },
  ],
  'kitano@example.jp': [
    {
      name: '喫茶キタノ',
      kana: 'キッサキタノ',
      postal: '5300012',
      city: '271004',
      address: '北区芝田2-3-4',
      tel: '0687654321',
    },
  ],
};
