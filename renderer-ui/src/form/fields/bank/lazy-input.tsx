import { Suspense, useState, type ComponentType, type ReactNode } from 'react';
import type { FieldInputProps } from '../field-type.js';
import { OneLine } from '../text/TextInputs.js';

export type LazyInputProps = FieldInputProps & {
  /** Somebody stands in the plain box already. */
  readonly autoFocus: boolean;
};

/** Until the box that proposes has arrived, a plain one takes what is typed. */
export function lazyInput(Proposing: ComponentType<LazyInputProps>): ComponentType<FieldInputProps> {
  return function LazyInput(props: FieldInputProps): ReactNode {
    const [inside, setInside] = useState(false);
    return (
      <Suspense
        fallback={
          <div onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
            <OneLine {...props} />
          </div>
        }
      >
        <Proposing {...props} autoFocus={inside} />
      </Suspense>
    );
  };
}
