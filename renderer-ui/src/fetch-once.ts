/** What `use` looks at: a promise that says it is fulfilled gives its value at once, without a second drawing. */
interface Arriving<T> extends Promise<T> {
  status?: 'fulfilled';
  value?: T;
}

/**
 * The same promise at every call, for `use`. A failure is not remembered: the next call tries again.
 */
export function fetchOnce<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let coming: Arriving<T> | undefined;
  return () => {
    coming ??= fetchIt().then(
      (value) => {
        if (coming) void Object.assign(coming, { status: 'fulfilled', value });
        return value;
      },
      (failure: unknown) => {
        coming = undefined;
        throw failure;
      },
    );
    return coming;
  };
}
