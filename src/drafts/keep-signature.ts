import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ApplicantAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { faultTexts } from '../signatures/fault-texts.js';
import { SignatureTrust } from '../signatures/signature-trust.js';
import { TestAuthority } from '../signatures/test-authority.js';
import { type GivenSignature, verifySignature } from '../signatures/verify-signature.js';
import { type DraftSignature, DraftSignatures } from './draft-signatures.queries.js';

@Injectable()
export class KeepSignature {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signatures: DraftSignatures,
    private readonly trust: SignatureTrust,
    private readonly test: TestAuthority,
  ) {}

  /** Keeps a signature over what was prepared last, when it is good. One that is not is refused with its reason. */
  async run(applicantId: string, draftId: string, given: GivenSignature): Promise<Outcome<null>> {
    const prepared = await this.prepared(applicantId, draftId);
    return prepared.ok ? this.keep(prepared.value, given, new Date()) : prepared;
  }

  /** In a demo: signs in the visitor's name with a certificate of the test authority. */
  async signForTest(applicant: ApplicantAsker, draftId: string): Promise<Outcome<null>> {
    if (!this.test.isThere) return refuse('not-found');
    const prepared = await this.prepared(applicant.id, draftId);
    if (!prepared.ok) return prepared;
    const [row] = await this.dataSource.query<{ profile: Record<string, unknown> }[]>(
      'select profile from applicant where id = $1',
      [applicant.id],
    );
    const text = (name: string): string | null => {
      const value = row?.profile[name];
      return typeof value === 'string' && value !== '' ? value : null;
    };
    const now = new Date();
    const person = { name: applicant.name, birthDate: text('birth_date'), address: text('address') };
    const value = this.test.sign(prepared.value.content, person, now);
    return this.keep(prepared.value, { form: 'cms', value }, now);
  }

  private async prepared(applicantId: string, draftId: string): Promise<Outcome<DraftSignature>> {
    const prepared = await this.signatures.latest(draftId, applicantId);
    if (!prepared) return refuse('not-found');
    return prepared.signed_at === null ? done(prepared) : refuse('signed-already');
  }

  private async keep(prepared: DraftSignature, given: GivenSignature, now: Date): Promise<Outcome<null>> {
    const verdict = await verifySignature(given, prepared.content, await this.trust.of(now), now);
    if (!verdict.ok) {
      return refuse('signature-not-accepted', {
        detail: faultTexts[verdict.fault],
        params: { fault: verdict.fault },
      });
    }
    const certificate = given.form === 'raw' ? given.certificate : null;
    const [, kept] = await this.dataSource.query<[unknown[], number]>(
      `update signature set form = $2, value = $3, certificate = $4, signer = $5, signed_at = clock_timestamp()
       where id = $1 and signed_at is null
         and exists (select from draft where id = signature.draft_id and state = 'open')`,
      [prepared.id, given.form, given.value, certificate, JSON.stringify(verdict.signer)],
    );
    return kept === 1 ? done(null) : refuse('signed-already');
  }
}
