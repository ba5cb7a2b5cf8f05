import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { connectionOptions, type DatabaseSettings } from './connection.js';
import { entities } from './entities.js';

export function createDataSource(settings: DatabaseSettings): DataSource {
  return new DataSource({ ...connectionOptions(settings), entities });
}
