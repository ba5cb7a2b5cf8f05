import { csvCell } from '../files/csv-text.js';
import type { Language } from '../http/language.js';
import type { PaymentRowView } from './payment-batch.dto.js';

const titles: Readonly<Record<Language, readonly string[]>> = {
  ja: ['照会番号', '申込番号', '対象', '申請者', '金額', '状態', '日付', '説明'],
  en: ['Reference', 'Number', 'Subject', 'Applicant', 'Amount', 'State', 'Day', 'Explanation'],
};
const states: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: { listed: '確認中', ready: '結果待ち', out: '対象外', paid: '振込済', failed: '組戻し' },
  en: { listed: 'being looked at', ready: 'unanswered', out: 'left out', paid: 'paid', failed: 'returned' },
};

/** UTF-8 with mark, so that a spreadsheet reads it as such; CRLF as RFC 4180 has it. */
export function paymentResultsCsv(rows: readonly PaymentRowView[], language: Language): string {
  const lines = rows.map((row) => {
    const stops = row.findings.filter(({ level }) => level === 'stop').map(({ text }) => text[language]);
    const why = row.out?.[language] ?? row.result?.[language] ?? '';
    return [
      String(row.reference).padStart(10, '0'),
      row.number,
      row.subject,
      row.applicantName,
      row.amount === null ? '' : String(row.amount),
      states[language][row.state] ?? row.state,
      row.settledOn ?? '',
      [why, ...(row.state === 'out' ? stops : [])].filter((text) => text !== '').join(' '),
    ];
  });
  const text = [titles[language], ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
  return `\u{FEFF}${text}`;
}
