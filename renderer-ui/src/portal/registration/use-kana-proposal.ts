import { useRef, type CompositionEvent } from 'react';
import { FORMATS } from '#engine';

const READING = /^[\u3041-\u3096\u30A1-\u30FAー\s]+$/u;

/**
 * The reading of a name, as it was typed before it became kanji. Proposed only: what is in the kana field already is
 * never replaced by something else, only added to while it still is our own proposal.
 */
export function useKanaProposal(
  kana: string,
  propose: (kana: string) => void,
): {
  readonly onCompositionUpdate: (event: CompositionEvent) => void;
  readonly onCompositionEnd: () => void;
} {
  const reading = useRef('');
  const proposed = useRef('');
  return {
    onCompositionUpdate(event) {
      if (READING.test(event.data)) reading.current = event.data;
    },
    onCompositionEnd() {
      const typed = reading.current;
      reading.current = '';
      if (typed === '' || kana !== proposed.current) return;
      const whole = kana + (FORMATS.kana?.normalize?.(typed) ?? typed);
      proposed.current = whole;
      propose(whole);
    },
  };
}
