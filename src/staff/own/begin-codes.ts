import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../../access/asker.js';
import { writeBase32 } from '../../access/second-factor/base32.js';
import { keyUri, newSecret } from '../../access/second-factor/one-time-code.js';
import { secondFactorOf } from '../../access/second-factor/prove-code.js';
import { SecretBox } from '../../access/second-factor/secret-box.js';
import { CONFIG, type Config } from '../../config/config.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';
import type { CodesSetUp } from './own-account.dto.js';
import { ProveOwnPassword } from './prove-own-password.js';

@Injectable()
export class BeginCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProveOwnPassword,
    private readonly box: SecretBox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A key for a device. It counts, and the one before it ends, once a code of it was shown. */
  async run(me: StaffAsker, password: string, address: string): Promise<Outcome<CodesSetUp>> {
    if (me.entering === 'code' || me.entering === 'password') return refuse('sign-in-unfinished');
    if (me.entering === null) {
      const proven = await this.prove.run(me, password, address);
      if (!proven.ok) return proven;
    }
    const secret = newSecret();
    const [staff] = await this.dataSource.query<{ login: string }[]>(
      `with begun as (
         insert into second_factor (staff_id, pending) values ($1, $2)
         on conflict (staff_id) do update set pending = excluded.pending returning staff_id
       )
       select login from staff join begun on begun.staff_id = staff.id`,
      [me.id, this.box.seal(secret, secondFactorOf(me.id))],
    );
    const { host } = new URL(this.config.http.publicUrl);
    return done({ uri: keyUri(secret, host, staff?.login ?? ''), key: writeBase32(secret) });
  }
}
