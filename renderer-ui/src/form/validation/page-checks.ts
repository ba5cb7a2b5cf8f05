import type { FormBundle } from '../../api/types.js';
import type { PageValidator, PageValidators } from '../engine.js';
import { patiently } from './patiently.js';

/**
 * The published Ajv modules of a form, one a page: a page's comes when somebody opens it, the others once they fill
 * it in, because all of them weigh as much as a third of the engine. A check that is not here yet finds nothing; what
 * is asked, missing or computed the engine says without it, and the server checks every page again.
 */
export class PageChecks {
  private readonly here: Record<string, PageValidator> = {};
  private readonly coming = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private failures = 0;

  /** @param addresses page → its module */
  constructor(private readonly addresses: FormBundle['validators']) {
    for (const page of Object.keys(addresses)) this.here[page] = findsNothingYet;
  }

  /** For the engine: the same object at all times. */
  get validators(): PageValidators {
    return this.here;
  }

  isPage(name: string): boolean {
    return Object.hasOwn(this.here, name);
  }

  isHere(page: string): boolean {
    return this.here[page] !== findsNothingYet;
  }

  /** Resolves when the check is here, or when it is not to be had at this moment. */
  async bring(page: string): Promise<void> {
    const coming = this.coming.get(page) ?? this.fetch(page);
    this.coming.set(page, coming);
    await patiently(coming);
  }

  async bringAll(): Promise<void> {
    await Promise.all(Object.keys(this.addresses).map((page) => this.bring(page)));
  }

  /** Calls back whenever a check has come. @returns the way to stop */
  readonly onArrival = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** From our own origin: the content policy allows it, and nothing is evaluated. */
  private async fetch(page: string): Promise<void> {
    // Browsers remember that a module could not be had, so another try asks at another address.
    const again = this.failures > 0 ? `?again=${this.failures}` : '';
    try {
      const module = (await import(/* @vite-ignore */ `${this.addresses[page]}${again}`)) as {
        readonly default: PageValidator;
      };
      this.here[page] = module.default;
      for (const listener of this.listeners) listener();
    } catch {
      this.failures += 1;
      this.coming.delete(page);
    }
  }
}

const findsNothingYet: PageValidator = () => true;
