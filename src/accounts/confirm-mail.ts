import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { passwordMatches } from '../access/password.js';
import { addressWorks } from '../deliveries/record-sending.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import type { OpenProof } from './mail-proofs.queries.js';

/** Tries that one code allows. */
const mostTries = 5;

@Injectable()
export class ConfirmMail {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Does the code show that the mail was read? A try counts before it is looked at, so that parallel guesses count each
   * other; the check costs the same when there is no code at all.
   */
  async run(proof: OpenProof, typed: string): Promise<Outcome<null>> {
    if (proof.confirmed) return done(null);
    // TypeORM gives rows and their count for an update.
    const [[attempt]] = await this.dataSource.query<[{ code_hash: string | null; tries: number }[], number]>(
      `update mail_proof set tries = tries + 1
       where id = $1 and confirmed_at is null and tries < $2 and coalesce(code_ends_at > clock_timestamp(), true)
       returning code_hash, tries`,
      [proof.id, mostTries],
    );
    if (!attempt) return refuse('code-spent');
    const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
    if (!(await passwordMatches(attempt.code_hash, code))) {
      const left = mostTries - attempt.tries;
      return left > 0 ? refuse('code-wrong', { params: { left } }) : refuse('code-spent');
    }
    const [, used] = await this.dataSource.query<[unknown[], number]>(
      `update mail_proof set confirmed_at = clock_timestamp(), code_hash = null
       where id = $1 and code_hash = $2`,
      [proof.id, attempt.code_hash],
    );
    if (used !== 1) return refuse('code-spent');
    // They have read a mail there, so mails arrive.
    const [asked] = await this.dataSource.query<{ mail: string }[]>(
      'select mail from mail_proof where id = $1',
      [proof.id],
    );
    if (asked) await addressWorks(this.dataSource.manager, asked.mail);
    return done(null);
  }
}
