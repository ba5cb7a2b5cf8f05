import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../database/id.js';

const windowMinutes = 15;
/** Failures within the window. An office or a school shares one address, so that limit is wide. */
const mostPerAccount = 10;
const mostPerAddress = 100;

/** Slows guessing down. Counts failures in the database, so that all instances together have one limit. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Records an attempt before its password is looked at, so that parallel guesses count each other.
   * @returns id of the attempt, or null when there were too many
   */
  async begin(kind: string, account: string, address: string): Promise<string | null> {
    const id = newId();
    const key = keyOf(kind, account);
    await this.dataSource.query(
      'insert into sign_in_attempt (id, account_key, address) values ($1, $2, $3)',
      [id, key, address],
    );
    const [count] = await this.dataSource.query<{ account: number; address: number }[]>(
      `select (select count(*)::int from sign_in_attempt
               where account_key = $1 and not succeeded and at > now() - $3::int * interval '1 minute') as account,
              (select count(*)::int from sign_in_attempt
               where address = $2 and not succeeded and at > now() - $3::int * interval '1 minute') as address`,
      [key, address, windowMinutes],
    );
    if (!count) return null;
    return count.account <= mostPerAccount && count.address <= mostPerAddress ? id : null;
  }

  async succeeded(attempt: string): Promise<void> {
    await this.dataSource.query('update sign_in_attempt set succeeded = true where id = $1', [attempt]);
    await this.dataSource.query(`delete from sign_in_attempt where at < now() - interval '1 day'`);
  }

  /** What failed before no longer counts against this account. */
  async forget(kind: string, account: string): Promise<void> {
    await this.dataSource.query('delete from sign_in_attempt where account_key = $1', [keyOf(kind, account)]);
  }

  readonly waitMinutes = windowMinutes;
}

function keyOf(kind: string, account: string): Buffer {
  return createHash('sha256').update(`${kind}:${account.trim().toLowerCase()}`).digest();
}
