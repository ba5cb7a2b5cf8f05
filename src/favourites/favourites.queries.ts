import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../http/language.js';
import { inLanguage } from '../procedures/in-language.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import type { Favourites } from './favourite.dto.js';

@Injectable()
export class FavouritesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly procedures: ProceduresQueries,
  ) {}

  /** Every category there is with its mark, and the marked procedures; what is no longer in force is left out. */
  async of(accountId: string, language: Language): Promise<Favourites> {
    const [rows, current, [account]] = await Promise.all([
      this.dataSource.query<{ kind: 'category' | 'procedure'; name: string }[]>(
        'select kind, name from favourite where account_id = $1',
        [accountId],
      ),
      this.procedures.all(),
      this.dataSource.query<{ wants_news: boolean }[]>('select wants_news from account where id = $1', [
        accountId,
      ]),
    ]);
    const marked = (kind: string, name: string) => rows.some((row) => row.kind === kind && row.name === name);
    const infos = current.map(({ version }) => ({
      said: version.procedure.info,
      shown: inLanguage(version, language).procedure.info,
    }));
    const titles = new Map(infos.map(({ said, shown }) => [said.category, shown.category]));
    return {
      categories: [...titles]
        .sort(([a], [b]) => a.localeCompare(b, 'ja'))
        .map(([name, title]) => ({ name, title, marked: marked('category', name) })),
      procedures: infos
        .filter(({ said }) => marked('procedure', said.id))
        .map(({ shown }) => ({ id: shown.id, title: shown.title })),
      wantsNews: account?.wants_news ?? false,
    };
  }
}
