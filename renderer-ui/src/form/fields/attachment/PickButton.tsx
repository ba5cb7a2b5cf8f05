import { useRef, type ReactNode, type Ref } from 'react';
import { Button } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';

interface PickButtonProps {
  readonly control: { readonly id: string } & Partial<FieldInputProps['control']>;
  readonly accept: string;
  readonly many?: boolean;
  readonly capture?: boolean;
  readonly onPick: (list: FileList | null) => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A real button that opens the picker; the native control cannot be worded or sized. */
export function PickButton({
  control,
  accept,
  many,
  capture,
  onPick,
  buttonRef,
  children,
}: PickButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        data-picker={control.id}
        accept={accept}
        multiple={many}
        capture={capture ? 'environment' : undefined}
        onChange={(event) => {
          onPick(event.target.files);
          event.target.value = '';
        }}
      />
      <Button
        ref={buttonRef}
        id={control.id}
        size="small"
        aria-describedby={control['aria-describedby']}
        data-invalid={control['aria-invalid']}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}
