import { Module } from '@nestjs/common';
import { FilesModule } from './files.module.js';
import { SweepFiles } from './sweep-files.js';

/** A module of its own, because it works wherever jobs run and nowhere else. */
@Module({ imports: [FilesModule], providers: [SweepFiles], exports: [SweepFiles] })
export class FileSweepModule {}
