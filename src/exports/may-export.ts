import { Injectable } from '@nestjs/common';
import { rolesToActIn, type StaffAsker, withoutUnlendable } from '../access/asker.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';

/** The right to take a procedure's applications out: a role, own or lent, with `exports` in the version in force. */
@Injectable()
export class MayExport {
  constructor(private readonly procedures: ProceduresQueries) {}

  /** Versions in force of the procedures that the official may export. */
  async of(staff: StaffAsker): Promise<readonly CompiledVersion[]> {
    const all = await this.procedures.all();
    return all.map(({ version }) => version).filter((version) => exportingRoles(staff, version).length > 0);
  }

  /** The version in force; null where the official may not export it, or there is no such procedure. */
  async in(staff: StaffAsker, procedureId: string): Promise<CompiledVersion | null> {
    const current = await this.procedures.current(procedureId);
    return current && exportingRoles(staff, current.version).length > 0 ? current.version : null;
  }
}

/** Names of the roles by which the official may. */
export function exportingRoles(staff: StaffAsker, { procedure }: CompiledVersion): readonly string[] {
  return rolesToActIn(withoutUnlendable(staff, procedure), procedure.info.id).filter(
    (role) => procedure.workflow.roles.get(role)?.exports === true,
  );
}
