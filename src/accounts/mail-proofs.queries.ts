import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MailProof } from './mail-proof.entity.js';
import { type CookiePurpose, proofHours } from './proof-cookie.js';

export interface OpenProof {
  readonly id: Buffer;
  readonly purpose: MailProof['purpose'];
  readonly mail: string;
  readonly confirmed: boolean;
}

const columns = 'id, purpose, mail, confirmed_at is not null as confirmed';

@Injectable()
export class MailProofs {
  constructor(private readonly dataSource: DataSource) {}

  /** What the browser that holds the token has begun; null when there is nothing, or it is too old. */
  async find(id: Buffer | null, purpose: CookiePurpose): Promise<OpenProof | null> {
    if (id === null) return null;
    const [row] = await this.dataSource.query<OpenProof[]>(
      `select ${columns} from mail_proof
       where id = $1 and purpose = $2 and created_at > now() - $3::int * interval '1 hour'`,
      [id, purpose, proofHours],
    );
    return row ?? null;
  }

  /** What a guest has begun in the browser that holds the token; null as above. */
  async findGuest(id: Buffer | null): Promise<{ procedureId: string; mail: string } | null> {
    if (id === null) return null;
    const [row] = await this.dataSource.query<{ procedureId: string; mail: string }[]>(
      `select guest->>'procedureId' as "procedureId", mail from mail_proof
       where id = $1 and purpose = 'guest' and created_at > now() - $2::int * interval '1 hour'`,
      [id, proofHours],
    );
    return row ?? null;
  }

  /** The change of address that an account has begun; null as above. */
  async findChange(accountId: string): Promise<OpenProof | null> {
    const [row] = await this.dataSource.query<OpenProof[]>(
      `select ${columns} from mail_proof
       where account_id = $1 and created_at > now() - $2::int * interval '1 hour'`,
      [accountId, proofHours],
    );
    return row ?? null;
  }
}
