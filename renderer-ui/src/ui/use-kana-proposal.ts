import { useRef, type CompositionEvent } from 'react';

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
      const whole = kana + inKatakana(typed);
      proposed.current = whole;
      propose(whole);
    },
  };
}

/** やまだ → ヤマダ; all that a reading may consist of otherwise stays. */
function inKatakana(reading: string): string {
  return reading.replace(/[\u3041-\u3096]/gu, (kana) =>
    String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60),
  );
}
