/** In the place of `fast-uri`: the two functions that rjsf calls, by the browser's own reading of addresses. */
const webUri = {
  resolve: (base: string, reference: string): string => new URL(reference, base).href,
  equal: (one: string, other: string): boolean => new URL(one).href === new URL(other).href,
};

export default webUri;
