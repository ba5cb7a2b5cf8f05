import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CONFIG, type Config } from './config/config.js';
import { connectionOptions, databaseSettings } from './database/connection.js';
import { entities } from './database/entities.js';

/** Configuration and database, for every module of the application that imports it. */
@Global()
@Module({})
export class ConfiguredModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: ConfiguredModule,
      imports: [
        TypeOrmModule.forRoot({
          ...connectionOptions(databaseSettings(config, databaseUrl)),
          entities,
          retryAttempts: 0,
        }),
      ],
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
