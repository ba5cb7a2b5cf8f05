import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { AnchorSeals } from './anchor-seals.js';
import { CheckLog } from './check-log.js';
import { KeyFileSigner } from './key-file-signer.js';
import { SealEvents } from './seal-events.js';
import { SealSigner } from './seal-signer.js';

/** A module of its own, because it works wherever jobs run and nowhere else. */
@Module({
  providers: [
    SealEvents,
    AnchorSeals,
    CheckLog,
    {
      provide: SealSigner,
      useFactory: ({ audit, dataDir }: Config) => new KeyFileSigner(audit.keyFile, dataDir),
      inject: [CONFIG],
    },
  ],
  exports: [SealEvents, AnchorSeals, CheckLog],
})
export class SealModule {}
