import { useState } from 'react';

/**
 * What is typed into a box whose text also stands in the address: another address (a search that was removed, a step back)
 * takes its place, and the box, with whoever is in it, stays.
 */
export function useTyped(inAddress: string): readonly [typed: string, type: (text: string) => void] {
  const [state, setState] = useState({ typed: inAddress, inAddress });
  if (state.inAddress !== inAddress) setState({ typed: inAddress, inAddress });
  return [state.typed, (typed) => setState({ typed, inAddress })];
}
