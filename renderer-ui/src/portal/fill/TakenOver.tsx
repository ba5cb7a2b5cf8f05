import { useEffect, type ReactNode } from 'react';
import { targetLabel, useInHand, type AnswersInHand, type Form, type Pointer } from '../../form/index.js';
import { useKeepingTexts, useLanguage } from '../../texts/index.js';
import { Banner, useAnnounce } from '../../ui/index.js';

interface TakenOverProps {
  readonly form: Form;
  readonly pointers: readonly Pointer[];
  readonly inHand: AnswersInHand;
}

const AT_A_GLANCE = 4;

/** What came in from another screen, in a word. */
export function TakenOver({ form, pointers, inHand }: TakenOverProps): ReactNode {
  const texts = useKeepingTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const sentence = useInHand(inHand, ({ answers }) => {
    if (pointers.length === 0) return '';
    const labels = [...new Set(pointers.map((pointer) => targetLabel(form, pointer, answers, language)))];
    const more = labels.length - AT_A_GLANCE;
    return texts.takenOver([
      ...labels.slice(0, AT_A_GLANCE),
      ...(more > 0 ? [texts.takenOverMore(more)] : []),
    ]);
  });
  useEffect(() => {
    if (sentence !== '') announce(sentence);
  }, [sentence, announce]);
  if (sentence === '') return null;
  return (
    <div className="tz-fill__banner">
      <Banner tone="info" title={sentence} />
    </div>
  );
}
