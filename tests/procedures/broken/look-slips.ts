import { put, set, type Slip, swap } from './broken-folder.js';

const ui = 'form.ui.json';

/** Slips in form.ui.json and in tables. */
export const LOOK_SLIPS: readonly Slip[] = [
  {
    name: 'a hint for a question that there is not',
    of: 'jitan-9',
    edit: set(ui, '/applicant/tel', { 'ui:autocomplete': 'tel' }),
    path: `${ui}#/applicant/tel`,
    code: 'unknown-field',
    says: 'tel という項目はありません。',
  },
  {
    name: 'a hint that there is not',
    of: 'jitan-9',
    edit: set(ui, '/applicant/name/ui:autocomplet', 'name'),
    path: `${ui}#/applicant/name/ui:autocomplet`,
    code: 'unknown-field',
    says: '「ui:autocomplete」のことですか。',
  },
  {
    name: 'an order that forgets questions',
    of: 'gold-sticker',
    edit: set(ui, '/visit', {
      'ui:order': ['contact_name', 'contact_tel', 'preferred_days', 'preferred_time'],
    }),
    path: `${ui}#/visit/ui:order`,
    code: 'order-incomplete',
    says: 'ui:order に closed_days がありません。',
  },
  {
    name: 'a widget that is a number',
    of: 'gold-sticker',
    edit: set(ui, '/leader/note/ui:widget', 3),
    path: `${ui}#/leader/note/ui:widget`,
    code: 'wrong-shape',
    says: 'ここには文字',
  },
  {
    name: 'a list where the screens stand',
    of: 'gold-sticker',
    edit: put(ui, '[]'),
    path: `${ui}#`,
    code: 'wrong-shape',
    says: '{ } で囲んだまとまり',
  },
  {
    name: 'a rate that is no number',
    of: 'jitan-9',
    edit: swap('tables/bands.csv', 'C/floor,C,0,25000,25000', 'C/floor,C,0,25千円,25000'),
    path: 'tables/bands.csv#8',
    code: 'table-cell-type',
    says: '列 floor の「25千円」は、種類 number の値ではありません。',
  },
  {
    name: 'a thousands separator, which makes a cell more',
    of: 'jitan-9',
    edit: swap('tables/bands.csv', 'C/floor,C,0,25000,25000', 'C/floor,C,0,"25,000",25,000'),
    path: 'tables/bands.csv#8',
    code: 'table-row-length',
    says: '見出しは5列、この行は6列',
  },
  {
    name: 'a column twice',
    of: 'jitan-9',
    edit: swap('tables/months.csv', 'id,title\n10,10月\n', 'id,title,title\n10,10月,10月\n'),
    path: 'tables/months.csv#1',
    code: 'duplicate-column',
    says: '列 title が2つあります。',
  },
  {
    name: 'a type of column that there is not',
    of: 'jitan-9',
    edit: swap('tables/month_days.csv', 'days:number', 'days:integer'),
    path: 'tables/month_days.csv#1',
    code: 'unknown-column-type',
    says: '列 days の種類 integer は使えません。',
  },
  {
    name: 'a quote that is not closed',
    of: 'gold-sticker',
    edit: (files) => ({
      ...files,
      'tables/cities.csv': `${files['tables/cities.csv'] ?? ''}"279999,新しい市\n`,
    }),
    path: 'tables/cities.csv#45',
    code: 'csv-syntax',
    says: '引用符の閉じ方',
  },
  {
    name: 'a table with nothing in it',
    of: 'gold-sticker',
    edit: put('tables/holidays.csv', ''),
    path: 'tables/holidays.csv',
    code: 'table-empty',
    says: '見出しの行がありません。',
  },
];
