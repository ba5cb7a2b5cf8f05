import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, answersFor, type Form, sameName } from '#engine';
import { readableName, type Signer, type SignerCard } from '../signatures/signer.js';
import type { SubmissionSignatures } from './signatures.dto.js';

interface SignatureRow {
  readonly n: number;
  readonly answers: Answers;
  readonly form: 'cms' | 'raw';
  readonly signed_at: Date;
  readonly content_sha256: string;
  readonly signer: Signer;
}

export interface SignatureBytes {
  readonly procedure_id: string;
  readonly form: 'cms' | 'raw';
  readonly content: Buffer;
  readonly value: Buffer;
  readonly certificate: Buffer | null;
}

const signatures = `
select b.n, b.answers, s.form, s.signed_at, s.content_sha256, s.signer
from submission b join signature s on s.id = b.signature_id
where b.application_id = $1`;

@Injectable()
export class SignaturesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Of an application that was found within the official's reach, with what differs from the answers. */
  async list(applicationId: string, form: Form): Promise<SubmissionSignatures> {
    const rows = await this.dataSource.query<SignatureRow[]>(`${signatures} order by b.n desc`, [
      applicationId,
    ]);
    return { signatures: rows.map((row) => viewOf(row, form)) };
  }

  /** Of an own application; null for one of somebody else. */
  async own(applicationId: string, applicantId: string): Promise<SubmissionSignatures | null> {
    const [rows, [mine]] = await Promise.all([
      this.dataSource.query<SignatureRow[]>(`${signatures} order by b.n desc`, [applicationId]),
      this.dataSource.query<unknown[]>('select from application where id = $1 and applicant_id = $2', [
        applicationId,
        applicantId,
      ]),
    ]);
    if (!mine) return null;
    return { signatures: rows.map((row) => viewOf(row, null)) };
  }

  /** The exact bytes, of an application within reach: of one of these procedures, or of this applicant. */
  async bytes(
    applicationId: string,
    n: number,
    reach: { readonly procedures: readonly string[] } | { readonly applicantId: string },
  ): Promise<SignatureBytes | null> {
    const [condition, value] =
      'procedures' in reach
        ? ['a.procedure_id = any($3)', reach.procedures]
        : ['a.applicant_id = $3', reach.applicantId];
    const [row] = await this.dataSource.query<SignatureBytes[]>(
      `select a.procedure_id, s.form, s.content, s.value, s.certificate
       from submission b join application a on a.id = b.application_id join signature s on s.id = b.signature_id
       where b.application_id = $1 and b.n = $2 and ${condition}`,
      [applicationId, n, value],
    );
    return row ?? null;
  }
}

function viewOf(row: SignatureRow, form: Form | null): SubmissionSignatures['signatures'][number] {
  const { subject, issuer, serial, validUntil, card } = row.signer;
  return {
    n: row.n,
    form: row.form,
    signedAt: row.signed_at.toISOString(),
    contentSha256: row.content_sha256,
    signer: {
      subject,
      issuer,
      issuerName: readableName(issuer),
      serial,
      validUntil,
      card: card && {
        name: card.name,
        birthDate: card.birthDate,
        address: card.address,
        nameSubstituted: card.nameSubstituted,
        addressSubstituted: card.addressSubstituted,
      },
    },
    differences: card && form ? differencesOf(card, answersFor(form, row.answers, 'profile')) : [],
  };
}

function differencesOf(
  card: SignerCard,
  answered: Readonly<Record<string, unknown>>,
): SubmissionSignatures['signatures'][number]['differences'] {
  const { name, birth_date: birthDate } = answered;
  return [
    ...(typeof name === 'string' && !sameName(card.name, name)
      ? [{ field: 'name' as const, card: card.name, answer: name }]
      : []),
    ...(typeof birthDate === 'string' && card.birthDate !== null && card.birthDate !== birthDate
      ? [{ field: 'birth_date' as const, card: card.birthDate, answer: birthDate }]
      : []),
  ];
}
