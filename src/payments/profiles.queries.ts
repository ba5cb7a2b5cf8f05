import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StaffAsker } from '../access/asker.js';
import { Banks } from '../lookups/banks.js';
import type { ProfileList, ProfileView } from './payment-profile.dto.js';
import type { ProfileState, StoredSettings } from './payment-profile.entity.js';
import { PaymentReach } from './payment-reach.js';

interface Row {
  readonly id: string;
  readonly n: number;
  readonly state: ProfileState;
  readonly settings: StoredSettings;
  readonly ends: boolean;
  readonly proposed_by: string;
  readonly proposed_name: string;
  readonly proposed_at: Date;
  readonly decided_name: string | null;
  readonly decided_at: Date | null;
}

type Change = ProfileView['history'][number];

@Injectable()
export class ProfilesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reach: PaymentReach,
    private readonly banks: Banks,
  ) {}

  /** With their history, newest change first; those in use before those that are not. */
  async list(staff: StaffAsker): Promise<ProfileList> {
    const reach = await this.reach.of(staff);
    if (reach.length === 0) return { profiles: [], mayChange: false };
    const rows = await this.dataSource.query<Row[]>(
      `select f.id, f.n, f.state, f.settings, f.ends, f.proposed_by, p.name as proposed_name, f.proposed_at,
         d.name as decided_name, f.decided_at
       from payment_profile f join staff p on p.id = f.proposed_by left join staff d on d.id = f.decided_by
       order by f.id, f.n desc`,
    );
    const byId = new Map<string, Change[]>();
    for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), this.toChange(row, staff.id)]);
    const profiles = [...byId].map(([id, history]) => ({
      id,
      inForce: history.find(({ state }) => state === 'in_force') ?? null,
      proposed: history.find(({ state }) => state === 'proposed') ?? null,
      history,
    }));
    const rank = ({ inForce, proposed }: ProfileView): number => (inForce ? 0 : proposed ? 1 : 2);
    return {
      profiles: profiles.sort((one, other) => rank(one) - rank(other)),
      mayChange: reach.some(({ pays }) => pays),
    };
  }

  private toChange(row: Row, asker: string): Change {
    const { bankInFile: _bank, branchInFile: _branch, ...settings } = row.settings;
    const { bank, branch } = this.banks.find(settings.bankCode, settings.branchCode);
    return {
      n: row.n,
      state: row.state,
      settings,
      ends: row.ends,
      bankName: bank?.name ?? settings.bankCode,
      branchName: branch?.name ?? settings.branchCode,
      proposedBy: row.proposed_name,
      proposedAt: row.proposed_at.toISOString(),
      decidedBy: row.decided_name,
      decidedAt: row.decided_at?.toISOString() ?? null,
      mine: row.proposed_by === asker,
    };
  }
}
