import { Entity, PrimaryColumn } from 'typeorm';

/** An official is in a team. */
@Entity('staff_team')
export class StaffTeam {
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId!: string;
}
