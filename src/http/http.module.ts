import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { OpenApiController } from './open-api.controller.js';
import { PaceGuard } from './pace.guard.js';
import { RequestShapeGuard } from './request-shape.guard.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, OpenApiController],
  providers: [PaceGuard, RequestShapeGuard],
  exports: [PaceGuard, RequestShapeGuard],
})
export class HttpModule {}
