/** Who gets each of so many applications. */
export function shareOut(
  count: number,
  by: 'load' | 'turn',
  among: readonly { readonly id: string; readonly open: number }[],
): readonly string[] {
  const loads = among.map(({ id, open }) => ({ id, open: by === 'turn' ? 0 : open }));
  return Array.from({ length: count }, () => {
    // The first of those who have least: in turn it is everybody's once before it is anybody's twice.
    const next = loads.reduce((least, one) => (one.open < least.open ? one : least));
    next.open += 1;
    return next.id;
  });
}
