import { type ReactNode } from 'react';
import type { JsonValue } from '#engine';
import { Button } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useInspected } from './inspector-context.js';
import type { Path } from './part-change.js';

interface EntriesProps {
  readonly label: string;
  readonly support?: string | null;
  readonly count: number;
  readonly path: Path;
  readonly titleOf: (index: number) => string;
  /** What a new one begins with. */
  readonly add: JsonValue;
  readonly children: (index: number) => ReactNode;
}

/** A list whose entries have members: each can be moved, removed, and another added. */
export function Entries({ label, support, count, path, titleOf, add, children }: EntriesProps): ReactNode {
  const texts = useWorkflowTexts();
  const part = useInspected();
  return (
    <fieldset className="flow-group">
      <legend>{label}</legend>
      {support && <p className="tz-quiet builder-small">{support}</p>}
      <ol className="flow-entries">
        {Array.from({ length: count }, (_, index) => (
          <li key={index} className="flow-entry">
            <EntryHead label={label} title={titleOf(index)} index={index} count={count} path={path} />
            {children(index)}
          </li>
        ))}
      </ol>
      <Button
        size="small"
        onClick={() => part.change({ kind: 'insert', path, value: add }, texts.addOne(label))}
      >
        {texts.addOne(label)}
      </Button>
    </fieldset>
  );
}

interface EntryHeadProps {
  readonly label: string;
  readonly title: string;
  readonly index: number;
  readonly count: number;
  readonly path: Path;
}

export function EntryHead({ label, title, index, count, path }: EntryHeadProps): ReactNode {
  const texts = useWorkflowTexts();
  const part = useInspected();
  const move = (to: number): void =>
    part.change({ kind: 'move', path: [...path, index], to }, texts.changed(label));
  return (
    <div className="flow-entry__head">
      <strong>{title}</strong>
      <span className="flow-entry__tools">
        <Button
          size="small"
          aria-label={texts.upOf(title)}
          blocked={index === 0}
          onClick={() => move(index - 1)}
        >
          {texts.up}
        </Button>
        <Button
          size="small"
          aria-label={texts.downOf(title)}
          blocked={index === count - 1}
          onClick={() => move(index + 1)}
        >
          {texts.down}
        </Button>
        <Button
          size="small"
          look="text"
          aria-label={texts.removeOf(title)}
          onClick={() => part.change({ kind: 'remove', path: [...path, index] }, texts.removeOf(title))}
        >
          {texts.remove}
        </Button>
      </span>
    </div>
  );
}
