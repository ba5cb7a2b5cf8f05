import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keptDays } from '../builder/remove-draft.js';
import { CONFIG, type Config } from '../config/config.js';
import { RepeatedWork } from '../jobs/repeated-work.js';
import { CarryOutPublication } from './carry-out-publication.js';
import { lockRequest } from './locked-request.js';

const lookEvery = 5_000;

/** Publishes what was agreed to when its time has come, and empties the basket of drafts. */
@Injectable()
export class RunPublications extends RepeatedWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly carryOut: CarryOutPublication,
    @Inject(CONFIG) config: Config,
  ) {
    super(config.role, {
      log: 'publishing',
      pause: lookEvery,
      failure: 'Publications could not be looked at',
    });
  }

  protected turn(): Promise<void> {
    return this.run();
  }

  async run(): Promise<void> {
    const due = await this.dataSource.query<{ id: string }[]>(
      `select id from publication_request where state = 'planned' and starts_at <= clock_timestamp() order by starts_at`,
    );
    for (const { id } of due) {
      if (this.isStopped) return;
      await this.publishOne(id);
    }
    await this.dataSource.query(
      `delete from procedure_draft where removed_at < now() - interval '${keptDays} days'`,
    );
  }

  /** Once, however many processes look: who comes second finds it published. */
  private async publishOne(id: string): Promise<void> {
    const failure = await this.dataSource.transaction(async (tx) => {
      const request = await lockRequest(tx, id);
      if (request?.state !== 'planned' || !request.due) return null;
      // Another version came into force after everybody had agreed: nobody has seen what this would undo.
      if (!request.base_stands) return 'base-moved';
      const outcome = await this.carryOut.run(tx, request);
      return outcome.ok ? null : outcome.code;
    });
    if (failure === null) return;
    this.logger.error(`Publication ${id} did not take place: ${failure}.`);
    await this.dataSource.query(
      `update publication_request set state = 'failed', ended_at = clock_timestamp(), reason = $2
       where id = $1 and state = 'planned'`,
      [id, failure],
    );
  }
}
