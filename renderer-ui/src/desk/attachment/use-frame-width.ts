import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element as it is laid out, without its scroll bar; 0 until it is there. */
export function useFrameWidth(): { readonly ref: RefObject<HTMLDivElement | null>; readonly width: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watching = new ResizeObserver(() => setWidth(element.clientWidth));
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  return { ref, width };
}
