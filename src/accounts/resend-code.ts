import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import type { Outcome } from '../http/refusal.js';
import type { OpenProof } from './mail-proofs.queries.js';
import { oweCode } from './owe-code.js';

@Injectable()
export class ResendCode {
  constructor(private readonly dataSource: DataSource) {}

  /** Owes another code to the same address. The one before counts until the new one is sent. */
  async run({ id, mail }: OpenProof, askedFrom: string, language: Language): Promise<Outcome<null>> {
    return this.dataSource.transaction((tx) => oweCode(tx, { proofId: id, mail, askedFrom, language }));
  }
}
