/**
 * In the place of rjsf's comparison, which a library of its own carries out: what it compares are props of ours, made of
 * plain objects, and functions count as alike.
 */
export default function deepEquals(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function') return typeof other === 'function';
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every(
      (name) => Object.hasOwn(other, name) && deepEquals(Reflect.get(one, name), Reflect.get(other, name)),
    )
  );
}
