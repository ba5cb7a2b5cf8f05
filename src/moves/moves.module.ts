import { Module } from '@nestjs/common';
import { MovesController } from './moves.controller.js';
import { MovesQueries } from './moves.queries.js';
import { TakeBackMove } from './take-back-move.js';

/** Applications under review that follow their procedure to a new version. */
@Module({ controllers: [MovesController], providers: [MovesQueries, TakeBackMove] })
export class MovesModule {}
