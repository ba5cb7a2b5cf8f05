import { Body, Controller, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentAsker, type StaffAsker } from '../../access/asker.js';
import { Endpoint } from '../../http/endpoint.js';
import { orRefuse } from '../../http/refusal.js';
import { RemoveView } from './remove-view.js';
import { SaveView } from './save-view.js';
import { SavedViewList, SaveViewRequest } from './saved-view.dto.js';

/** Lists that officials have saved, each for themselves. */
@Controller()
export class SavedViewsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly save: SaveView,
    private readonly remove: RemoveView,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/views',
    permit: 'staff',
    shows: 'nothing',
    summary: 'The asker’s own saved lists.',
    reply: SavedViewList,
  })
  async list(@CurrentAsker() { id }: StaffAsker): Promise<SavedViewList> {
    const views = await this.dataSource.query<SavedViewList['views']>(
      'select id, title, place from desk_view where staff_id = $1 order by title, id',
      [id],
    );
    return { views };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/views',
    permit: 'staff',
    summary: 'Saves a list; one of the same name is replaced.',
    body: SaveViewRequest,
    reply: SavedViewList,
    status: 201,
  })
  async add(@CurrentAsker() me: StaffAsker, @Body() body: SaveViewRequest): Promise<SavedViewList> {
    orRefuse(await this.save.run(me.id, body));
    return this.list(me);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/desk/views/:id',
    permit: 'staff',
    summary: 'Removes a saved list of the asker’s own.',
    reply: SavedViewList,
  })
  async removeOne(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<SavedViewList> {
    orRefuse(await this.remove.run(me.id, id));
    return this.list(me);
  }
}
