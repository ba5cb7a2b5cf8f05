import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { jobNames, type JobName } from './job-kinds.js';
import { jobOf } from './on-job.js';

interface Handler {
  /** For messages: `DeliverMessage.run`. */
  readonly title: string;
  readonly run: (id: string) => Promise<void>;
}

/** Knows who carries out which job. Start fails unless every kind of job has exactly one handler. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly handlers = new Map<string, Handler>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const found = this.marked();
    const faults = jobNames.flatMap((name) => faultsOf(name, found.get(name) ?? []));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    for (const [name, [handler]] of found) if (handler) this.handlers.set(name, handler);
  }

  /** @param name as stored in the queue; a newer release may know jobs that this one does not */
  async run(name: string, id: string): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`This release knows no job ${name}.`);
    await handler.run(id);
  }

  private marked(): ReadonlyMap<JobName, readonly Handler[]> {
    const scanner = new MetadataScanner();
    const found = new Map<JobName, Handler[]>();
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, (id: string) => Promise<void>>;
      for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const run = methods[method];
        const name = run && jobOf(run);
        if (!name) continue;
        const title = `${instance.constructor.name}.${method}`;
        found.set(name, [...(found.get(name) ?? []), { title, run: run.bind(instance) }]);
      }
    }
    return found;
  }
}

function faultsOf(name: JobName, handlers: readonly Handler[]): readonly string[] {
  if (handlers.length === 0) return [`No handler is marked @OnJob('${name}').`];
  if (handlers.length === 1) return [];
  return [`Job ${name} has ${handlers.length} handlers: ${handlers.map(({ title }) => title).join(', ')}.`];
}
