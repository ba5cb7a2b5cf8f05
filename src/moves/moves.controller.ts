import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse } from '../http/refusal.js';
import { MoveList, TakeBackRequest } from './moves.dto.js';
import { MovesQueries } from './moves.queries.js';
import { TakeBackMove } from './take-back-move.js';

/** What new versions did with applications under review. */
@Controller()
export class MovesController {
  constructor(
    private readonly queries: MovesQueries,
    private readonly takeBack: TakeBackMove,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/builder/procedures/:id/moves',
    permit: 'office:read-drafts',
    shows: 'nothing',
    params: { id: /^[a-z0-9][a-z0-9-]{0,63}$/ },
    summary: 'How many applications under review followed a procedure to its versions, and why others stay.',
    reply: MoveList,
  })
  async list(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<MoveList> {
    return { moves: await this.queries.ofProcedure(me, id) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/moves/:id/take-back',
    permit: 'office:publish',
    summary:
      'Takes applications back to the version they came from, but for those that were worked on since.',
    body: TakeBackRequest,
    reply: MoveList,
  })
  async back(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: TakeBackRequest,
  ): Promise<MoveList> {
    const procedureId = orRefuse(await this.takeBack.run(me, id, reason));
    return { moves: await this.queries.ofProcedure(me, procedureId) };
  }
}
