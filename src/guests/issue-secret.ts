import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashPassword } from '../access/password.js';

/** No 0, 1, i, l, o: it is written down by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 12 letters of 31 are 59 bits; guesses are throttled as passwords are. */
const GROUPS = 3;
const GROUP = 4;

@Injectable()
export class IssueSecret {
  constructor(private readonly dataSource: DataSource) {}

  /** A secret by which a guest finds their applications again, `abcd-efgh-jkmn`; the one before no longer counts. */
  async run(accountId: string): Promise<string> {
    const secret = Array.from({ length: GROUPS }, () =>
      Array.from({ length: GROUP }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    ).join('-');
    await this.dataSource.query(
      'update account set password_hash = $2 where id = $1 and guest_of is not null',
      [accountId, await hashPassword(plain(secret))],
    );
    return secret;
  }
}

/** As it is compared: without what people add or leave out when they copy it. */
export function plain(secret: string): string {
  return secret
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
