import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import { type Outcome, refuse } from '../http/refusal.js';
import { oweCode } from './owe-code.js';
import { Registrations } from './registrations.queries.js';

@Injectable()
export class ResendCode {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registrations: Registrations,
  ) {}

  /** Owes another code to the same address. The one before counts until the new one is sent. */
  async run(registrationId: Buffer | null, askedFrom: string, language: Language): Promise<Outcome<null>> {
    const registration = await this.registrations.find(registrationId);
    if (!registration || registration.confirmed) return refuse('registration-not-begun');
    const { id, mail } = registration;
    return this.dataSource.transaction((tx) => oweCode(tx, { proofId: id, mail, askedFrom, language }));
  }
}
