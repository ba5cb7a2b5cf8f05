import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { registrationHours } from './registration-cookie.js';

export interface OpenRegistration {
  readonly id: Buffer;
  readonly mail: string;
  readonly confirmed: boolean;
}

@Injectable()
export class Registrations {
  constructor(private readonly dataSource: DataSource) {}

  /** The registration under way of the browser that holds its token; null when there is none or it is too old. */
  async find(id: Buffer | null): Promise<OpenRegistration | null> {
    if (id === null) return null;
    const [row] = await this.dataSource.query<OpenRegistration[]>(
      `select id, mail, confirmed_at is not null as confirmed from mail_proof
       where id = $1 and purpose = 'registration' and created_at > now() - $2::int * interval '1 hour'`,
      [id, registrationHours],
    );
    return row ?? null;
  }
}
