import type { ReactNode } from 'react';
import { TextInput, useKanaProposal } from '../../../ui/index.js';
import { useAnswerBeside, useBeside } from '../../session/use-beside.js';
import type { FieldInputProps, FieldType } from '../field-type.js';

/** Exactly what was typed is kept; the reading beside it is proposed as the name is typed. */
function NameInput({ pointer, hints, control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const beside = useBeside(pointer);
  const kana = hints.fills['kana'] ?? '';
  const reading = useAnswerBeside(pointer, kana);
  const proposal = useKanaProposal(typeof reading === 'string' ? reading : '', (text) =>
    beside.fill(kana, text),
  );
  return (
    <TextInput
      {...control}
      {...proposal}
      name={control.id}
      autoComplete={hints.autocomplete ?? 'off'}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={onLeave}
    />
  );
}

export const name: FieldType = {
  name: 'name',
  fits: (field, hints) => field.kind === 'text' && field.format === null && hints.fills['kana'] !== undefined,
  frame: 'label',
  Input: NameInput,
};
