import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ConfigProblem } from '../config/config-error.js';
import { readSignatureTrust } from '../config/signature-trust.js';
import { Malformed } from '../signatures/der.js';
import { pemBlocks } from '../signatures/certificate.js';
import { faultTexts } from '../signatures/fault-texts.js';
import { readTrust } from '../signatures/read-trust.js';
import { type GivenSignature, type Trust, verifySignature } from '../signatures/verify-signature.js';
import { AskedWrongly, type Command, ExitCode } from './command.js';

/** `verify-signature <data> <signature>`: the verdict that the portal gave, once more, without portal and database. */
export const verifySignatureCommand: Command = {
  name: 'verify-signature',
  usage: ['<データ> <署名> --trust <ファイル>', '<data> <signature> --trust <file>'],
  summary: [
    '申請に付いた電子署名を、画面から保存したファイルだけで確かめる',
    'verify the signature of an application from the files that the screens give out',
  ],
  operands: { least: 2, most: 2 },
  options: [
    {
      name: 'trust',
      value: ['ファイル', 'file'],
      summary: [
        '信頼する認証局と失効リスト（SIGNATURE_TRUST_FILE と同じ書き方）',
        'whose certificates count, written as SIGNATURE_TRUST_FILE',
      ],
    },
    {
      name: 'certificate',
      value: ['ファイル', 'file'],
      summary: [
        '署名した人の証明書（署名が CMS でなく値だけのとき。DER か PEM）',
        'certificate of the signer, when the signature is a bare value (DER or PEM)',
      ],
    },
    {
      name: 'at',
      value: ['日時', 'instant'],
      summary: [
        'この日時に正しかったかを確かめる（例 2026-11-22T09:00:00+09:00）。なければ今',
        'judge as of this instant, such as 2026-11-22T09:00:00+09:00; otherwise now',
      ],
    },
  ],
  async run({ operands: [data = '', signature = ''], value }, io) {
    const trustFile = value('trust');
    if (trustFile === null) {
      throw new AskedWrongly(['--trust <ファイル> が要ります。', 'It needs --trust <file>.']);
    }
    const at = instantOf(value('at'));
    const trust = await trustIn(trustFile);
    const content = await bytesOf(data);
    const given = await signatureIn(signature, value('certificate'));
    const verdict = await verifySignature(given, content, trust, at);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const asked = { sha256, form: given.form, at: at.toISOString() };
    if (!verdict.ok) {
      const { ja, en } = faultTexts[verdict.fault];
      io.say(
        `✗ 正しい署名ではありません（${verdict.fault}）`,
        `✗ The signature is not good (${verdict.fault})`,
      );
      io.say(`  ${ja}`, `  ${en}`);
      io.json({ ok: false, fault: verdict.fault, ...asked });
      return ExitCode.problems;
    }
    const { signer } = verdict;
    io.say('✓ 正しい署名です', '✓ The signature is good');
    io.say(
      `  署名者：${signer.card?.name ?? signer.subject}`,
      `  Signed by: ${signer.card?.name ?? signer.subject}`,
    );
    io.say(`  証明書の発行者：${signer.issuer}`, `  Certificate issued by: ${signer.issuer}`);
    io.say(`  照合値（SHA-256）：${sha256}`, `  Fingerprint (SHA-256): ${sha256}`);
    io.json({ ok: true, signer, ...asked });
    return ExitCode.fine;
  },
};

function instantOf(text: string | null): Date {
  const at = text === null ? new Date() : new Date(text);
  if (Number.isNaN(at.getTime())) {
    throw new AskedWrongly([`${text} は日時として読めません。`, `${text} is no instant.`]);
  }
  return at;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new AskedWrongly([`${file} を読めません。`, `${file} cannot be read.`]);
  }
}

async function signatureIn(file: string, certificateFile: string | null): Promise<GivenSignature> {
  const value = await bytesOf(file);
  if (certificateFile === null) return { form: 'cms', value };
  const certificate = await bytesOf(certificateFile);
  const [pem] = pemBlocks(certificate.toString('latin1'), 'CERTIFICATE');
  return { form: 'raw', value, certificate: pem ?? certificate };
}

async function trustIn(file: string): Promise<Trust> {
  const problems: ConfigProblem[] = [];
  const settings = readSignatureTrust(file, problems);
  if (problems.length > 0) {
    throw new AskedWrongly([
      problems.map(({ ja }) => `${file}: ${ja}`).join('\n'),
      problems.map(({ en }) => `${file}: ${en}`).join('\n'),
    ]);
  }
  try {
    return await readTrust(settings);
  } catch (error) {
    const path = (error as NodeJS.ErrnoException).path;
    if (path === undefined && !(error instanceof Malformed)) throw error;
    throw new AskedWrongly([
      `${file} が指すファイルを読めません：${path ?? '証明書か失効リストの形式が違います'}`,
      `${file} names a file that cannot be read: ${path ?? 'it is no certificate, or no list'}`,
    ]);
  }
}
