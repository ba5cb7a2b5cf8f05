import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Text of a page's validator, served to browsers by the hash of its content. */
@Entity('validator_module')
export class ValidatorModule {
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  code!: string;
}
