import 'reflect-metadata';
import type { JobName } from './job-kinds.js';

const key = Symbol('on job');

type JobMethod = (id: string) => Promise<void>;

/**
 * Marks the method that carries out a kind of job. It gets the id of the row, may be run more than once for the same
 * row, and lets its errors fly: the queue runs it again later.
 */
export function OnJob(name: JobName) {
  return <T extends JobMethod>(
    _target: object,
    _method: string | symbol,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    if (descriptor.value) Reflect.defineMetadata(key, name, descriptor.value);
  };
}

export function jobOf(method: object): JobName | undefined {
  return Reflect.getMetadata(key, method) as JobName | undefined;
}
