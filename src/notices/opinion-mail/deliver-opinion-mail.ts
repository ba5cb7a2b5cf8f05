import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config/config.js';
import { OnJob } from '../../jobs/on-job.js';
import { ProcedureLibrary } from '../../procedures/procedure-library.js';
import { SendOwed, type WriteOwed, wordsOf } from '../mail/send-owed.js';
import type { OpinionMailKind } from './opinion-mail.entity.js';
import { writeOpinionMail } from './write-opinion-mail.js';

interface OwedRow {
  readonly recipient: string;
  readonly kind: OpinionMailKind;
  readonly opinion_id: string;
  readonly application_id: string;
  readonly number: string;
  readonly version_hash: string;
  readonly asked_from: string;
  readonly department: string;
  readonly due_on: string;
  readonly state: 'asked' | 'answered' | 'withdrawn';
}

@Injectable()
export class DeliverOpinionMail {
  constructor(
    private readonly sending: SendOwed,
    private readonly library: ProcedureLibrary,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells an official of an opinion, unless there is nothing to do about it any more. */
  @OnJob('deliver-opinion-mail')
  async run(id: string): Promise<void> {
    await this.sending.run('opinion_mail', id, (tx) => this.write(tx, id));
  }

  private async write(tx: EntityManager, id: string): ReturnType<WriteOwed> {
    const [owed] = await tx.query<OwedRow[]>(
      `select m.recipient, m.kind, m.opinion_id, o.application_id, a.number, a.version_hash, o.asked_from,
         d.full_ja as department, o.due_on::text as due_on, o.state
       from opinion_mail m join opinion o on o.id = m.opinion_id join application a on a.id = o.application_id
       join department d on d.id = o.department_id
       where m.id = $1 and m.state = 'queued' for update of m nowait`,
      [id],
    );
    if (!owed) return null;
    const toAnswer = owed.kind !== 'withdrawn' && owed.kind !== 'answered';
    if (toAnswer && owed.state !== 'asked') return { dropped: 'nothing waits for it any more' };
    const { procedure } = await this.library.version(owed.version_hash);
    const { publicUrl } = this.config.http;
    const link =
      owed.kind === 'answered'
        ? `${publicUrl}/desk/applications/${owed.application_id}`
        : `${publicUrl}/desk/opinions/${owed.opinion_id}`;
    const model = writeOpinionMail({
      kind: owed.kind,
      number: owed.number,
      procedureTitle: procedure.info.title,
      askedFrom: owed.asked_from,
      department: owed.department,
      dueOn: owed.due_on,
      link,
    });
    return { to: owed.recipient, ...wordsOf(model, [link]) };
  }
}
