import { Controller } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { worksOn } from '../casework/case-reach.js';
import { DeliveriesQueries } from '../deliveries/deliveries.queries.js';
import { Endpoint } from '../http/endpoint.js';
import { mayInOffice } from '../access/office-roles.js';
import { OperationsQueries } from '../operations/operations.queries.js';
import { OpinionListQueries } from '../opinions/opinion-list.queries.js';
import { receivesPaper } from '../paper-applications/paper-reach.js';
import { PaymentReach } from '../payments/payment-reach.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { DeskPlaces } from './places.dto.js';

@Controller()
export class PlacesController {
  constructor(
    private readonly procedures: ProceduresQueries,
    private readonly payments: PaymentReach,
    private readonly opinions: OpinionListQueries,
    private readonly operations: OperationsQueries,
    private readonly deliveries: DeliveriesQueries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/desk/places',
    permit: 'staff',
    shows: 'nothing',
    summary: 'Which places of the desk the official’s roles open.',
    reply: DeskPlaces,
  })
  async show(@CurrentAsker() me: StaffAsker): Promise<DeskPlaces> {
    const mine = (await this.procedures.all())
      .map(({ version }) => version.procedure)
      .filter(({ info }) => Object.hasOwn(me.roles, info.id));
    const operates = mayInOffice(me.officeRoles, 'operate');
    const works = mine.some(({ info }) => worksOn(me, info.id));
    return {
      deliveries: works || operates ? await this.deliveries.open(me) : null,
      faults: operates ? await this.operations.faults() : 0,
      opinions: await this.opinions.concerns(me),
      paper: mine.some((procedure) => receivesPaper(me, procedure)),
      payments: (await this.payments.of(me)).length > 0,
      inspection: mine.some(
        ({ info, workflow }) =>
          worksOn(me, info.id) && [...workflow.stages.values()].some(({ kind }) => kind === 'inspection'),
      ),
    };
  }
}
