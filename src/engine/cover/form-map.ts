import type { Step } from '../answers/plan.js';
import type { FeelType } from '../expression/index.js';
import { fieldOf } from '../expression/types.js';
import type { Form } from '../procedure/procedure.js';

/** One step of the form and where it stands. */
export interface Spot {
  /** JSON Pointer with `*` for a row. */
  readonly pointer: string;
  readonly step: Step;
  readonly parent: Spot | null;
  /** Pointer of the repeat it stands in. */
  readonly repeat: string | null;
}

/** The form by pointer: what stands where, and what depends on what. */
export class FormMap {
  readonly spots: ReadonlyMap<string, Spot>;
  /** The type of a row, by the pointer of its repeat. */
  readonly rowTypes: ReadonlyMap<string, FeelType>;
  private readonly byStep: ReadonlyMap<Step, Spot>;

  constructor(readonly form: Form) {
    const { plan } = form;
    const containers = new Map(
      [...plan.byPointer].filter(([, step]) => step.slot >= 0).map(([pointer, step]) => [step.slot, pointer]),
    );
    const spots = new Map<string, Spot>();
    const inScreenOrder = [...plan.byPointer].sort(([, a], [, b]) => a.place - b.place);
    for (const [pointer, step] of inScreenOrder) {
      const parent = spots.get(containers.get(step.parent) ?? '') ?? null;
      spots.set(pointer, { pointer, step, parent, repeat: step.repeat?.pointer ?? null });
    }
    this.spots = spots;
    this.byStep = new Map([...spots.values()].map((spot) => [spot.step, spot]));
    this.rowTypes = new Map(
      [...spots.values()].flatMap(({ pointer, step }): (readonly [string, FeelType])[] => {
        const type = step.kind === 'rows' ? this.typeAt(pointer) : undefined;
        return type?.kind === 'list' ? [[pointer, type.of]] : [];
      }),
    );
  }

  spotOf(step: Step): Spot | null {
    return this.byStep.get(step) ?? null;
  }

  /** What an expression names: `store.city`, `row.amount`, `sales.rows.amount`. Null for facts that are no answers. */
  spotRead(read: string, repeat: string | null): Spot | null {
    const [root = '', ...rest] = read.split('.');
    let found =
      root === 'row' && repeat !== null
        ? (this.spots.get(repeat) ?? null)
        : (this.spots.get(`/${root}`) ?? null);
    for (const name of rest) {
      const inside: Spot | null =
        this.spots.get(`${found?.pointer ?? ''}/${name}`) ??
        this.spots.get(`${found?.pointer ?? ''}/*/${name}`) ??
        null;
      if (!inside) break;
      found = inside;
    }
    return found;
  }

  /** From the outside in, itself last. */
  within(spot: Spot): readonly Spot[] {
    return spot.parent ? [...this.within(spot.parent), spot] : [spot];
  }

  /** The questions that a person answers, on which the facts depend; the nearest first. */
  inputsOf(reads: readonly { readonly read: string; readonly repeat: string | null }[]): readonly Spot[] {
    const inputs: Spot[] = [];
    const seen = new Set<Spot>();
    let queue = reads.flatMap(({ read, repeat }) => this.spotRead(read, repeat) ?? []);
    let conditions: Spot[] = [];
    while (queue.length > 0) {
      const next: Spot[] = [];
      for (const spot of queue) {
        if (seen.has(spot)) continue;
        seen.add(spot);
        conditions.push(...this.within(spot));
        const { step } = spot;
        if (step.kind === 'rows') inputs.push(spot);
        if (step.kind !== 'field') next.push(...this.childrenOf(spot));
        else if (!step.compute) inputs.push(spot);
        else next.push(...step.compute.reads.flatMap((read) => this.spotRead(read, spot.repeat) ?? []));
      }
      queue = next;
      if (queue.length > 0) continue;
      // What decides whether these are asked comes after what they are.
      queue = conditions.flatMap((spot) =>
        (spot.step.askWhen?.reads ?? []).flatMap((read) => this.spotRead(read, spot.repeat) ?? []),
      );
      conditions = [];
    }
    return inputs;
  }

  childrenOf(spot: Spot): readonly Spot[] {
    return [...this.spots.values()].filter((one) => one.parent === spot);
  }

  private typeAt(pointer: string): FeelType | undefined {
    const [root = '', ...rest] = pointer.split('/').slice(1);
    return rest.reduce<FeelType | undefined>(
      (type, name) => type && fieldOf(type, name),
      this.form.scope[root],
    );
  }
}
