import type { MigrationInterface } from 'typeorm';

/** Every migration. TypeORM runs them by the timestamp that ends the class name; a released one is never changed. */
export const migrations: (new () => MigrationInterface)[] = [];
