import { Module } from '@nestjs/common';
import { Banks } from './banks.js';
import { LookupsController } from './lookups.controller.js';
import { PostalCodes } from './postal-codes.js';

@Module({ controllers: [LookupsController], providers: [Banks, PostalCodes], exports: [Banks] })
export class LookupsModule {}
