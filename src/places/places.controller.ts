import { Controller } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { worksOn } from '../casework/case-reach.js';
import { Endpoint } from '../http/endpoint.js';
import { receivesPaper } from '../paper-applications/paper-reach.js';
import { PaymentReach } from '../payments/payment-reach.js';
import { ProceduresQueries } from '../procedures/procedures.queries.js';
import { DeskPlaces } from './places.dto.js';

@Controller()
export class PlacesController {
  constructor(
    private readonly procedures: ProceduresQueries,
    private readonly payments: PaymentReach,
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
    return {
      paper: mine.some((procedure) => receivesPaper(me, procedure)),
      payments: (await this.payments.of(me)).length > 0,
      inspection: mine.some(
        ({ info, workflow }) =>
          worksOn(me, info.id) && [...workflow.stages.values()].some(({ kind }) => kind === 'inspection'),
      ),
    };
  }
}
