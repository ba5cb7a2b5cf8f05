import { useState, type ReactNode } from 'react';
import type { Operation, WorkflowList } from '#engine';
import { Button, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { useLettersTexts } from '../texts/letters.js';
import { useSigns } from '../texts/signs.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { type DraftWorkflow, isMembers, listOf, readDraftWorkflow } from '../workflow/draft-workflow.js';
import type { LetterFolder } from './titles.js';

/** A moment of the review at which something can be sent. */
interface Moment {
  readonly key: string;
  readonly words: string;
  readonly list: WorkflowList;
  /** Where among what it sends this letter stands; -1: it does not. */
  readonly index: number;
}

/** When this letter goes out, as officials know it; chosen here as well as in the review. */
export function SentWhen({
  of,
  name,
  title,
}: {
  readonly of: LetterFolder;
  readonly name: string;
  readonly title: string;
}): ReactNode {
  const texts = useLettersTexts();
  const signs = useSigns();
  const workspace = useWorkspace();
  const workflow = useDraft(({ files }) => readDraftWorkflow(files));
  // With the arrow keys a list is walked through before anything is meant.
  const [chosen, setChosen] = useState('');
  const kind = of === 'messages' ? 'message' : 'notice';
  const moments = workflow ? momentsOf(workflow, kind, name, texts) : [];
  const sending = moments.filter(({ index }) => index >= 0);
  const others = moments.filter(({ index }) => index < 0);
  const perform = (operation: Operation): void =>
    void workspace.perform(operation, texts.changedMoment(title));
  function add(): void {
    const moment = others.find(({ key }) => key === chosen);
    if (!moment) return;
    setChosen('');
    perform({ kind: 'add-entry', list: moment.list, value: { [kind]: name } });
  }
  return (
    <div className="letter__moments">
      {sending.length > 0 && (
        <ul aria-label={texts.sentBy}>
          {sending.map(({ key, words, list, index }) => (
            <li key={key}>
              {texts.sentBy}
              {signs.colon}
              {words}
              <Button
                size="small"
                look="text"
                aria-label={texts.notThen(words)}
                onClick={() => perform({ kind: 'remove-entry', list, index })}
              >
                {texts.stopThen}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field label={sending.length > 0 ? texts.sendAlso : texts.sendWhen}>
        {(control) => (
          <div className="letter__moment">
            <Select
              {...control}
              value={chosen}
              empty={sending.length > 0 ? texts.chooseMoment : texts.neverSent}
              choices={others.map(({ key, words }) => ({ value: key, label: words }))}
              onChange={({ target }) => setChosen(target.value)}
            />
            <Button size="small" blocked={chosen === ''} onClick={add}>
              {texts.sendThen}
            </Button>
          </div>
        )}
      </Field>
    </div>
  );
}

function momentsOf(
  workflow: DraftWorkflow,
  kind: 'message' | 'notice',
  name: string,
  texts: ReturnType<typeof useLettersTexts>,
): readonly Moment[] {
  const place = (effects: Parameters<typeof listOf>[0]): number =>
    listOf(effects).findIndex((effect) => isMembers(effect) && effect[kind] === name);
  const ofStages = workflow.stages.flatMap(({ name: stage, title, actions, timers }) =>
    (['action', 'timer'] as const).flatMap((part) =>
      (part === 'action' ? actions : timers).map((one): Moment => ({
        key: `${stage} ${part} ${one.name}`,
        words: texts.momentOf(title, one.title),
        list: { of: 'effects', stage, [part]: one.name },
        index: place(one.value['effects']),
      })),
    ),
  );
  return [
    {
      key: 'arrival',
      words: texts.onArrival,
      list: { of: 'onArrival' },
      index: place(workflow.value['onArrival']),
    },
    ...ofStages,
  ];
}
