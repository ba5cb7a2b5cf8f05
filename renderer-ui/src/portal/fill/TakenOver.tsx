import { useEffect, type ReactNode } from 'react';
import { targetLabel, type Form, type Pointer, type RawAnswers } from '../../form/index.js';
import { useKeepingTexts, useLanguage } from '../../texts/index.js';
import { Banner, useAnnounce } from '../../ui/index.js';

interface TakenOverProps {
  readonly form: Form;
  readonly pointers: readonly Pointer[];
  readonly answers: RawAnswers;
}

const AT_A_GLANCE = 4;

/** What came in from another screen, in a word. */
export function TakenOver({ form, pointers, answers }: TakenOverProps): ReactNode {
  const texts = useKeepingTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const labels = [...new Set(pointers.map((pointer) => targetLabel(form, pointer, answers, language)))];
  const more = labels.length - AT_A_GLANCE;
  const said = [...labels.slice(0, AT_A_GLANCE), ...(more > 0 ? [texts.takenOverMore(more)] : [])];
  const sentence = said.length === 0 ? '' : texts.takenOver(said);
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
