import type { ReactNode } from 'react';
import { describeProblem, type JsonValue } from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { isMembers, textOf } from './draft-workflow.js';
import { EntryHead } from './Entries.js';
import { pointerTo, problemsAt, useInspected } from './inspector-context.js';
import { templatesIn } from './names.js';
import type { Path } from './part-change.js';

/** Mails and notices that are sent: each one of those there are. */
export function EffectEntries({
  label,
  path,
  value,
}: {
  readonly label: string;
  readonly path: Path;
  readonly value: readonly JsonValue[];
}): ReactNode {
  const texts = useWorkflowTexts();
  const language = useLanguage();
  const part = useInspected();
  const choices = [
    ...templatesIn(part.files, 'messages').map((one) => ({
      value: `message ${one.value}`,
      label: texts.mail(one.label),
    })),
    ...templatesIn(part.files, 'notices').map((one) => ({
      value: `notice ${one.value}`,
      label: texts.noticeOf(one.label),
    })),
  ];
  const effectOf = (chosen: string): JsonValue => {
    const [kind = '', name = ''] = chosen.split(' ');
    return { [kind]: name };
  };
  const first = choices[0];
  return (
    <fieldset className="flow-group">
      <legend>{label}</legend>
      <ol className="flow-entries">
        {value.map((effect, index) => {
          const members = isMembers(effect) ? effect : {};
          const kind = 'notice' in members ? 'notice' : 'message';
          const chosen = `${kind} ${textOf(members[kind])}`;
          const known = choices.find((one) => one.value === chosen);
          const title = known?.label ?? texts.unknownName(textOf(members[kind]));
          const errors = problemsAt(part.problems, pointerTo(part.pointer, [...path, index]), true);
          return (
            <li key={index} className="flow-entry">
              <EntryHead label={label} title={title} index={index} count={value.length} path={path} />
              <Field
                label={texts.entry(index + 1)}
                errors={errors.map((one) => describeProblem(one, null, language))}
              >
                {(control) => (
                  <Select
                    {...control}
                    value={chosen}
                    choices={known ? choices : [...choices, { value: chosen, label: title }]}
                    onChange={({ target }) =>
                      part.change(
                        { kind: 'set', path: [...path, index], value: effectOf(target.value) },
                        texts.changed(label),
                      )
                    }
                  />
                )}
              </Field>
            </li>
          );
        })}
      </ol>
      {first ? (
        <Button
          size="small"
          onClick={() => part.change({ kind: 'insert', path, value: effectOf(first.value) }, texts.addEffect)}
        >
          {texts.addEffect}
        </Button>
      ) : (
        <p className="tz-quiet builder-small">{texts.noTemplates}</p>
      )}
    </fieldset>
  );
}
