import { createHash } from 'node:crypto';
import { type Remitter, transferFile, type Transfer } from '../../src/payments/zengin/transfer-file.js';
import type { Measure } from './report.js';
import { median } from './rounds.js';

const rounds = 7;
const remitter: Remitter = {
  clientCode: '0012345678',
  clientName: 'ｵｵｻｶﾌ',
  bankCode: '0010',
  bankName: 'ﾘｿﾅ',
  branchCode: '101',
  branchName: 'ｾﾝﾊﾞ',
  accountType: '1',
  accountNumber: '7654321',
  slash: false,
  newline: true,
  endMark: false,
  clearingHouse: 'spaces',
  headerAccount: true,
  rowsPerFile: 100_000,
};

/** A file of 10,000 and of 20,000 payments: time and memory grow with the rows and no faster. */
export function benchPayments(): Promise<readonly Measure[]> {
  const measures = [10_000, 20_000].map((rows): Measure => {
    const transfers = Array.from({ length: rows }, (_, n) => transferOf(n));
    const times: number[] = [];
    let grown = 0;
    let bytes: Buffer = Buffer.alloc(0);
    for (let round = 0; round < rounds; round++) {
      const before = process.memoryUsage().rss;
      const start = performance.now();
      bytes = transferFile(remitter, '2026-12-10', transfers);
      createHash('sha256').update(bytes).digest('hex');
      times.push(performance.now() - start);
      grown = Math.max(grown, process.memoryUsage().rss - before);
    }
    if (bytes.length !== (rows + 3) * 122) throw new Error('A record has 120 bytes and a line end.');
    return {
      measure: 'write a file for the bank',
      subject: `${rows.toLocaleString('en-GB')} payments`,
      value: median(times),
      unit: 'ms',
      more: { best: Math.min(...times), megabytes_grown: grown / 2 ** 20, rows_per_ms: rows / median(times) },
    };
  });
  return Promise.resolve(measures);
}

function transferOf(n: number): Transfer {
  return {
    bankCode: '0010',
    bankName: 'ﾘｿﾅ',
    branchCode: '101',
    branchName: 'ｾﾝﾊﾞ',
    accountType: '1',
    accountNumber: String(n).padStart(7, '0'),
    holder: 'ｶ)ｵｵｻｶｼﾖｸﾄﾞｳ',
    amount: 600_000 + n,
    newCode: '0',
    reference: n + 1,
  };
}
