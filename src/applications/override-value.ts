import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fieldPathAt, overrideValue, sightOf } from '#engine';
import { actorIn, type StaffAsker } from '../access/asker.js';
import { done, type Outcome, refuse } from '../http/refusal.js';
import { ProcedureLibrary } from '../procedures/procedure-library.js';
import { viewerOf } from '../readings/viewer.js';
import { fromEngine } from './engine-refusal.js';
import { factsOf, lockApplication } from './locked-application.js';
import type { OverrideRequest } from './override.dto.js';
import { RecordAdvance } from './record-advance.js';

@Injectable()
export class OverrideValue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly library: ProcedureLibrary,
    private readonly record: RecordAdvance,
  ) {}

  /** Sets a computed answer to another value, with reasons; or, with null, back to what was computed. */
  async run(staff: StaffAsker, id: string, request: OverrideRequest): Promise<Outcome<null>> {
    return this.dataSource.transaction(async (tx): Promise<Outcome<null>> => {
      const application = await lockApplication(tx, id, { procedures: Object.keys(staff.roles) });
      if (!application) return refuse('not-found');
      if (application.lock !== request.lock) return refuse('application-changed');
      const { procedure } = await this.library.version(application.version_hash);
      const field = fieldPathAt(request.path);
      const asked = procedure.form.fields.get(field);
      const viewer = viewerOf(staff, procedure, application.state.stage);
      // Nobody changes what they do not see.
      if (!asked || sightOf(procedure, viewer, asked) !== 'plain')
        return refuse('action-not-available', { params: { action: 'override' } });
      const command = {
        field,
        value: request.value ?? null,
        reason: request.reason.trim(),
        publicReason: request.publicReason.trim(),
        actor: actorIn(staff, application.procedure_id),
      };
      const now = application.now.toISOString();
      const next = overrideValue(procedure, application.state, command, factsOf(application), now);
      if (!next.ok) return fromEngine(next);
      await this.record.run(tx, application, procedure, next);
      return done(null);
    });
  }
}
