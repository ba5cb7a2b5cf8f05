import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Answers, answersFor, type Form, sameName } from '#engine';
import type { Signer, SignerCard } from '../signatures/signer.js';
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
  readonly form: 'cms' | 'raw';
  readonly content: Buffer;
  readonly value: Buffer;
  readonly certificate: Buffer | null;
}

@Injectable()
export class SignaturesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Of an application that was found within the asker's reach. */
  async list(applicationId: string, form: Form): Promise<SubmissionSignatures> {
    const rows = await this.dataSource.query<SignatureRow[]>(
      `select b.n, b.answers, s.form, s.signed_at, s.content_sha256, s.signer
       from submission b join signature s on s.id = b.signature_id
       where b.application_id = $1 order by b.n desc`,
      [applicationId],
    );
    return { signatures: rows.map((row) => viewOf(row, form)) };
  }

  /** The exact bytes, of an application of one of these procedures. */
  async bytes(
    applicationId: string,
    n: number,
    procedures: readonly string[],
  ): Promise<SignatureBytes | null> {
    const [row] = await this.dataSource.query<SignatureBytes[]>(
      `select s.form, s.content, s.value, s.certificate
       from submission b join application a on a.id = b.application_id join signature s on s.id = b.signature_id
       where b.application_id = $1 and b.n = $2 and a.procedure_id = any($3)`,
      [applicationId, n, procedures],
    );
    return row ?? null;
  }
}

function viewOf(row: SignatureRow, form: Form): SubmissionSignatures['signatures'][number] {
  const { subject, issuer, serial, validUntil, card } = row.signer;
  return {
    n: row.n,
    form: row.form,
    signedAt: row.signed_at.toISOString(),
    contentSha256: row.content_sha256,
    signer: {
      subject,
      issuer,
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
    differences: card ? differencesOf(card, answersFor(form, row.answers, 'profile')) : [],
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
