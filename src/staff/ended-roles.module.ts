import { Module } from '@nestjs/common';
import { ReleaseEnded } from './release-ended.js';

/** What happens by itself when roles end. A module of its own, because workers serve no page. */
@Module({ providers: [ReleaseEnded], exports: [ReleaseEnded] })
export class EndedRolesModule {}
