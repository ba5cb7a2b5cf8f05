import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse } from '../http/refusal.js';
import { LeaveJobRequest, OperationsView } from './operations.dto.js';
import { OperationsQueries } from './operations.queries.js';
import { SettleDeadJob } from './settle-dead-job.js';

/** 稼働状況: what goes on by itself, and what of it has failed. */
@Controller()
export class OperationsController {
  constructor(
    private readonly queries: OperationsQueries,
    private readonly settle: SettleDeadJob,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/operations',
    permit: 'office:operate',
    shows: 'nothing',
    summary: 'Repeated work, timers, queues and dead jobs, each with its last run and failure.',
    reply: OperationsView,
  })
  show(): Promise<OperationsView> {
    return this.queries.view();
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/operations/dead-jobs/:id/run-again',
    permit: 'office:operate',
    summary: 'Gives a dead job back to its queue, with all its attempts.',
    reply: OperationsView,
  })
  async runAgain(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<OperationsView> {
    orRefuse(await this.settle.runAgain(me, id));
    return this.queries.view();
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/operations/dead-jobs/:id/leave',
    permit: 'office:operate',
    summary: 'Leaves a dead job undone, with the reason.',
    body: LeaveJobRequest,
    reply: OperationsView,
  })
  async leave(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: LeaveJobRequest,
  ): Promise<OperationsView> {
    orRefuse(await this.settle.leave(me, id, reason));
    return this.queries.view();
  }
}
