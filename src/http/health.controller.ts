import { Controller } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { DataSource } from 'typeorm';
import { Endpoint } from './endpoint.js';
import { Refused, refuse } from './refusal.js';

const Health = Type.Object({ status: Type.Literal('ok') }, { $id: 'Health' });

@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Endpoint({
    method: 'GET',
    path: '/healthz',
    permit: 'public',
    summary: 'The process answers.',
    reply: Health,
  })
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Endpoint({
    method: 'GET',
    path: '/readyz',
    permit: 'public',
    summary: 'The process can do its work: the database answers.',
    reply: Health,
  })
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new Refused(refuse('unavailable'));
    }
    return { status: 'ok' };
  }
}
