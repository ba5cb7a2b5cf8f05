import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Language } from '../../http/language.js';
import { pdfFaultTexts } from '../../signatures/pdf-fault.js';
import { verifyPdf } from '../../signatures/verify-pdf.js';
import { NoticeTrust } from './notice-trust.js';
import type { FileVerdict } from './proof.dto.js';
import { ProofsQueries } from './proofs.queries.js';

const notOnRecord = {
  ja: '電子署名は正しいものですが、発行の記録にありません。書類にある担当に問い合わせてください。',
  en: 'Its signature is good, but it is not on record as issued. Ask the office named in it.',
};

@Injectable()
export class JudgeFile {
  constructor(
    private readonly queries: ProofsQueries,
    private readonly trust: NoticeTrust,
  ) {}

  /** Is the file a notice of ours, as it was issued? Nothing of it is kept. */
  async run(file: Buffer, language: Language, now: Date): Promise<FileVerdict> {
    const notice = await this.queries.bySha256(sha256Of(file));
    if (notice) return { genuine: true, notice, fault: null };
    const verdict = await verifyPdf(file, await this.trust.of(now), now);
    if (verdict.ok) {
      return { genuine: false, notice: null, fault: { code: 'not-on-record', text: notOnRecord[language] } };
    }
    const { fault, original } = verdict;
    return {
      genuine: false,
      // Named only where its own bytes are all there: what was added to them is what must not be believed.
      notice:
        original === undefined ? null : await this.queries.bySha256(sha256Of(file.subarray(0, original))),
      fault: { code: fault, text: pdfFaultTexts[fault][language] },
    };
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
