import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { Endpoint } from '../http/endpoint.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { RecordReading } from '../readings/record-reading.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { CaseDeliveries, DeliveriesView, SettleDeliveryRequest } from './delivery.dto.js';
import { SettleDelivery } from './settle-delivery.js';

/** 送信状況: whether mails and documents reach their people. */
@Controller()
export class DeliveriesController {
  constructor(
    private readonly queries: DeliveriesQueries,
    private readonly settle: SettleDelivery,
    private readonly reading: RecordReading,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/deliveries',
    permit: 'staff',
    shows: 'list',
    summary: 'What did not arrive in the procedures that the official works on, and how mails got on lately.',
    reply: DeliveriesView,
  })
  view(@CurrentAsker() me: StaffAsker): Promise<DeliveriesView> {
    return this.queries.view(me);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/desk/applications/:id/deliveries',
    permit: 'staff',
    shows: 'application',
    summary: 'What became of each mail about an application, and how its documents come.',
    reply: CaseDeliveries,
  })
  async ofCase(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<CaseDeliveries> {
    const found = await this.queries.ofCase(id, me);
    if (!found) throw new Refused(refuse('not-found'));
    const { procedureId, ...view } = found;
    await this.reading.run(me, { id, procedure_id: procedureId });
    return view;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/desk/deliveries/:id/settle',
    permit: 'staff',
    summary:
      'Settles what did not arrive: reached otherwise, sent again, put among the letters, or left with a reason.',
    body: SettleDeliveryRequest,
    status: 204,
  })
  async settleTask(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: SettleDeliveryRequest,
  ): Promise<void> {
    orRefuse(await this.settle.run(me, id, body));
  }
}
