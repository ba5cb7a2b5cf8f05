import type { ReactNode } from 'react';
import { type ControlAttributes, TextArea, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { usePaused } from '../workspace/use-paused.js';

/** A text box whose letters become a change once its author pauses. */
export function PausedText({
  control,
  value,
  isLong,
  onChange,
}: {
  readonly control: ControlAttributes;
  readonly value: string;
  readonly isLong: boolean;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { text, type, flush } = usePaused(value, onChange);
  const Box = isLong ? TextArea : TextInput;
  return (
    <Box
      {...control}
      {...(isLong ? { rows: 3 } : {})}
      value={text}
      onBlur={flush}
      onChange={({ target }: { readonly target: { readonly value: string } }) => type(target.value)}
    />
  );
}
