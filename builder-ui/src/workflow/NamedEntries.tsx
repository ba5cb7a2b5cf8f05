import { useState, type ReactNode } from 'react';
import type { Thing } from '#engine';
import { Button, Field, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { RenameDisclosure } from '../naming/RenameBox.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useSigns } from '../texts/signs.js';
import { isMembers, type Members, textOf } from './draft-workflow.js';
import { ExpressionInput } from './ExpressionInput.js';
import { useInspected } from './inspector-context.js';
import type { Path } from './part-change.js';
import { emptyOf, type SchemaNode } from './workflow-schema.js';

const NAME = /^[\p{L}][\p{L}\p{N}_]{0,62}$/u;

/** Entries under names of the author's choice: roles, teams, fields that staff fill in. */
export function NamedEntries({
  label,
  support,
  path,
  value,
  node,
  thingOf,
  children,
}: {
  readonly label: string;
  readonly support: string | null;
  readonly path: Path;
  readonly value: Members;
  readonly node: SchemaNode;
  /** What is renamed wherever it is used; null where the name stands only here. */
  readonly thingOf?: (key: string) => Thing | null;
  /** The members of an entry that is an object. */
  readonly children?: (key: string) => ReactNode;
}): ReactNode {
  const texts = useWorkflowTexts();
  const signs = useSigns();
  const part = useInspected();
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  function add(): void {
    if (!NAME.test(name)) return setError(texts.nameBad);
    if (Object.hasOwn(value, name)) return setError(texts.nameTaken);
    setError('');
    setName('');
    const empty = emptyOf(node);
    const begun = isMembers(empty) && 'title' in empty ? { ...empty, title: name } : empty;
    part.change({ kind: 'set', path: [...path, name], value: begun }, texts.addOne(label));
  }
  return (
    <fieldset className="flow-group">
      <legend>{label}</legend>
      {support !== null && <p className="tz-quiet builder-small">{support}</p>}
      <ul className="flow-entries">
        {Object.entries(value).map(([key, entry]) => {
          const title = (isMembers(entry) && textOf(entry['title'])) || key;
          const thing = thingOf?.(key) ?? null;
          return (
            <li key={key} className="flow-entry">
              <div className="flow-entry__head">
                <strong>
                  {title}
                  {title !== key && <code className="flow-id">{key}</code>}
                </strong>
                <Button
                  size="small"
                  look="text"
                  aria-label={texts.removeOf(title)}
                  onClick={() => part.change({ kind: 'remove', path: [...path, key] }, texts.removeOf(title))}
                >
                  {texts.remove}
                </Button>
              </div>
              {isMembers(entry) ? (
                children?.(key)
              ) : (
                <ExpressionInput
                  label={texts.match(key)}
                  isCondition={false}
                  value={textOf(entry)}
                  errors={[]}
                  onChange={(now) =>
                    part.change({ kind: 'set', path: [...path, key], value: now ?? '' }, texts.changed(label))
                  }
                />
              )}
              {thing && <RenameDisclosure thing={thing} title={title} />}
            </li>
          );
        })}
      </ul>
      <div className="flow-add-named">
        <Field
          label={`${texts.addOne(label)}${signs.colon}${texts.addName}`}
          errors={error === '' ? [] : [error]}
        >
          {(control) => (
            <TextInput
              {...control}
              chars={16}
              value={name}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
              }}
            />
          )}
        </Field>
        <Button size="small" aria-label={texts.addOne(label)} onClick={add}>
          {texts.add}
        </Button>
      </div>
    </fieldset>
  );
}
