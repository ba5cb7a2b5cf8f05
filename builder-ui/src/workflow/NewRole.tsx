import { useState, type ReactNode } from 'react';
import type { Operation } from '#engine';
import { Button, Disclosure, Field, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useInspected } from './inspector-context.js';
import { freeName } from './stage-operations.js';

interface NewRoleProps {
  /** Of the list in which roles are chosen. */
  readonly label: string;
  /** Makes the role and chooses it, as one step. */
  readonly onMade: (name: string, making: Operation) => void;
}

/** A role that there is none of yet, made where somebody is to have it. */
export function NewRole({ label, onMade }: NewRoleProps): ReactNode {
  const texts = useWorkflowTexts();
  const { workflow } = useInspected();
  const [title, setTitle] = useState('');
  const [error, setError] = useState('');
  function make(): void {
    const wanted = title.trim();
    if (wanted === '') return setError(texts.roleMissing);
    if (workflow.roles.some((role) => role.title === wanted)) return setError(texts.nameTaken);
    setError('');
    setTitle('');
    const name = freeName(
      'role',
      workflow.roles.map((role) => role.name),
    );
    onMade(name, { kind: 'add-part', part: { of: 'roles', name }, value: { title: wanted } });
  }
  return (
    <Disclosure small summary={texts.newRole}>
      <div className="flow-add-named">
        <Field label={texts.newRoleOf(label)} errors={error === '' ? [] : [error]}>
          {(control) => (
            <TextInput
              {...control}
              chars={16}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) make();
              }}
            />
          )}
        </Field>
        <Button size="small" onClick={make}>
          {texts.makeRole}
        </Button>
      </div>
    </Disclosure>
  );
}
