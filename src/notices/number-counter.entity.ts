import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last document number (文書番号) given under a symbol in a fiscal year. */
@Entity('number_counter')
export class NumberCounter {
  @PrimaryColumn('text')
  symbol!: string;

  @PrimaryColumn('int', { name: 'fiscal_year' })
  fiscalYear!: number;

  @Column('int')
  value!: number;
}
