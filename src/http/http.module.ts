import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HealthController } from './health.controller.js';
import { OpenApiController } from './open-api.controller.js';
import { RequestShapeGuard } from './request-shape.guard.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, OpenApiController],
  providers: [RequestShapeGuard],
  exports: [RequestShapeGuard],
})
export class HttpModule {}
