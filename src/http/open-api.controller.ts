import { Controller, Inject } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from './endpoint.js';
import { declaredEndpoints, openApiDocument } from './open-api.js';

@Controller()
export class OpenApiController {
  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    permit: 'public',
    shared: true,
    summary: 'This description.',
    reply: 'application/json',
  })
  document(): object {
    return openApiDocument(declaredEndpoints(this.discovery), this.config.http.publicUrl);
  }
}
