import { useMemo, useState, type ReactNode } from 'react';
import { useFormTexts } from '../../../../texts/index.js';
import { comeLater, Icon, Spinner } from '../../../../ui/index.js';
import type { Evaluation, Page } from '../../../engine.js';
import { useFormSession } from '../../../session/form-session.js';
import { pickerAccept, ruleOf } from '../limits.js';
import { PickButton } from '../PickButton.js';
import { attachmentQuestions } from './attachment-questions.js';

const useSorting = comeLater(() => import('./SortFiles.js'));

interface ManyFilesProps {
  readonly page: Page;
  readonly asked: Evaluation['asked'];
}

/** Above a page that asks for several papers: all of them chosen or dropped at once, each then put to its question. */
export function ManyFiles({ page, asked }: ManyFilesProps): ReactNode {
  const { correction } = useFormSession();
  const all = useMemo(() => attachmentQuestions(page), [page]);
  const questions = all.filter(
    ({ pointer }) => asked.has(pointer) && (correction === null || correction.isOpen(pointer)),
  );
  return questions.length < 2 ? null : <ManyFilesBox questions={questions} />;
}

function ManyFilesBox({
  questions,
}: {
  readonly questions: ReturnType<typeof attachmentQuestions>;
}): ReactNode {
  const texts = useFormTexts().attachment;
  const [chosen, setChosen] = useState<readonly File[] | null>(null);
  const [over, setOver] = useState(false);
  const sorting = useSorting(chosen !== null);
  const accept = [...new Set(questions.flatMap(({ field }) => ruleOf(field).accept))];
  const take = (list: FileList | null): void => {
    setOver(false);
    if (list && list.length > 0) setChosen([...list]);
  };
  return (
    <section
      className={over ? 'tz-attach tz-attach--many tz-attach--over' : 'tz-attach tz-attach--many'}
      aria-labelledby="many-files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer.files);
      }}
    >
      <h2 id="many-files" className="tz-subheading">
        {texts.many.title}
      </h2>
      <p>{texts.many.lead}</p>
      <div className="tz-attach__pick">
        <PickButton control={{ id: 'many-files-pick' }} accept={pickerAccept({ accept })} many onPick={take}>
          <Icon name="file" />
          {texts.many.choose}
        </PickButton>
        <p className="tz-attach__drop">{texts.drop}</p>
      </div>
      {chosen !== null && sorting === null && <Spinner />}
      {sorting && <sorting.SortFiles questions={questions} files={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
