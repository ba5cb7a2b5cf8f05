import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A PDF that was drawn when somebody asked for it, by what it was drawn from. Whoever asks again gets the same bytes. */
@Entity('drawn_paper')
export class DrawnPaper {
  @PrimaryColumn('text', { name: 'input_sha256' })
  inputSha256!: string;

  @Column('text', { name: 'pdf_sha256' })
  pdfSha256!: string;

  @Column('timestamptz', { name: 'drawn_at', default: () => 'now()' })
  drawnAt!: Date;
}
