import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Malformed } from '../signatures/der.js';
import { pdfFaultTexts } from '../signatures/pdf-fault.js';
import { readTrust } from '../signatures/read-trust.js';
import { readableName } from '../signatures/signer.js';
import { verifyPdf } from '../signatures/verify-pdf.js';
import type { Trust } from '../signatures/verify-signature.js';
import { AskedWrongly, type Command, ExitCode } from './command.js';

/** Larger than any notice. */
const mostBytes = 50_000_000;

/** `verify-notice <pdf>`: whether a notice is as it was signed, without portal and database. */
export const verifyNoticeCommand: Command = {
  name: 'verify-notice',
  usage: ['<PDF> --trust <証明書>', '<pdf> --trust <certificates>'],
  summary: [
    '通知書の PDF が、発行されたときのままか確かめる（取消しは画面の /verify で分かる）',
    'verify that the PDF of a notice is as it was issued (whether it was called back, the page /verify tells)',
  ],
  operands: { least: 1, most: 1 },
  options: [
    {
      name: 'trust',
      value: ['ファイル（PEM）', 'file (PEM)'],
      summary: [
        '信頼する認証局と時刻認証局の証明書',
        'certificates of the authorities that count, for keys and for time stamps',
      ],
    },
  ],
  async run({ operands: [file = ''], value }, io) {
    const trustFile = value('trust');
    if (trustFile === null) {
      throw new AskedWrongly(['--trust <ファイル> が要ります。', 'It needs --trust <file>.']);
    }
    const trust = await trustIn(trustFile);
    const pdf = await bytesOf(file);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const verdict = await verifyPdf(pdf, trust, new Date());
    if (!verdict.ok) {
      const { ja, en } = pdfFaultTexts[verdict.fault];
      io.say(
        `✗ 発行されたときのままとは確かめられません（${verdict.fault}）`,
        `✗ It cannot be shown to be as it was issued (${verdict.fault})`,
      );
      io.say(`  ${ja}`, `  ${en}`);
      io.json({ ok: false, fault: verdict.fault, sha256 });
      return ExitCode.problems;
    }
    const { signer, level, stampedAt } = verdict.signature;
    io.say('✓ 発行されたときのままです', '✓ It is as it was issued');
    io.say(`  署名者：${readableName(signer.subject)}`, `  Signed by: ${readableName(signer.subject)}`);
    io.say(`  証明書の発行者：${signer.issuer}`, `  Certificate issued by: ${signer.issuer}`);
    io.say(
      stampedAt ? `  署名の時刻（${level}）：${stampedAt.toISOString()}` : `  タイムスタンプなし（${level}）`,
      stampedAt ? `  Signed at (${level}): ${stampedAt.toISOString()}` : `  No time stamp (${level})`,
    );
    io.say(`  照合値（SHA-256）：${sha256}`, `  Fingerprint (SHA-256): ${sha256}`);
    io.json({ ok: true, signer, level, stampedAt: stampedAt?.toISOString() ?? null, sha256 });
    return ExitCode.fine;
  },
};

async function bytesOf(file: string): Promise<Buffer> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) throw new AskedWrongly([`${file} を読めません。`, `${file} cannot be read.`]);
  if (bytes.length > mostBytes) {
    throw new AskedWrongly([
      `${file} は大きすぎます（50 MB まで）。`,
      `${file} is too large (50 MB at most).`,
    ]);
  }
  return bytes;
}

async function trustIn(file: string): Promise<Trust> {
  const settings = {
    anchors: [file],
    intermediates: [],
    revocationLists: [],
    responder: null,
    revocation: 'when-known',
    policies: [],
  } as const;
  try {
    const trust = await readTrust(settings);
    if (trust.anchors.length > 0) return trust;
  } catch (error) {
    const isExpected = error instanceof Malformed || (error as NodeJS.ErrnoException).code !== undefined;
    if (!isExpected) throw error;
  }
  throw new AskedWrongly([`${file} に証明書（PEM）がありません。`, `${file} holds no certificate in PEM.`]);
}
