import { Injectable } from '@nestjs/common';
import { rolesOfStage, type Stage } from '#engine';
import type { StaffAsker } from '../access/asker.js';
import { mayInOffice } from '../access/office-roles.js';
import { type CompiledVersion } from '../procedures/procedure-library.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';

/** A procedure that pays, as far as an official has to do with it. */
export interface PayingProcedure {
  readonly id: string;
  readonly version: CompiledVersion;
  readonly stages: readonly Stage[];
  /** May the official make batches of it, and release those of others? Who may not looks only. */
  readonly pays: boolean;
}

/**
 * Whose payments an official has to do with: those of procedures in which they have, themselves, the role whose turn it
 * is where money is paid. Nobody stands in for it. Auditors look at all.
 */
@Injectable()
export class PaymentReach {
  constructor(private readonly procedures: ProceduresQueries) {}

  async of(asker: StaffAsker): Promise<readonly PayingProcedure[]> {
    const looks = mayInOffice(asker.officeRoles, 'read-record');
    return (await this.procedures.all()).flatMap(({ version }): PayingProcedure[] => {
      const { info, workflow } = version.procedure;
      const stages = [...workflow.stages.values()].filter(({ payment }) => payment !== null);
      const own = asker.roles[info.id] ?? [];
      const pays = stages.some((stage) => rolesOfStage(stage).some((role) => own.includes(role)));
      return stages.length > 0 && (pays || looks) ? [{ id: info.id, version, stages, pays }] : [];
    });
  }

  /** Ids of the procedures whose batches the official may change. */
  async paidBy(asker: StaffAsker): Promise<readonly string[]> {
    return (await this.of(asker)).filter(({ pays }) => pays).map(({ id }) => id);
  }

  /** Has anything to do with payments at all: who has not sees no account of the office's either. */
  async mayPay(asker: StaffAsker): Promise<boolean> {
    return (await this.paidBy(asker)).length > 0;
  }
}
