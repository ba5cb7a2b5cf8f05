import { useState, type ReactNode } from 'react';
import { useFormTexts } from '../../../texts/index.js';
import { TextInput } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';
import { numberInBox, readNumber } from '../number/read-number.js';

/** Yen. Separators appear when the box is left; the amount is said in 万 and 億 beside it. */
export function MoneyInput({ control, value, onChange, onLeave }: FieldInputProps): ReactNode {
  const texts = useFormTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const inWords = typeof value === 'number' ? texts.moneyInWords(value) : null;
  return (
    <div className="tz-affix">
      <TextInput
        {...control}
        name={control.id}
        inputMode="numeric"
        autoComplete="off"
        chars={16}
        value={typed ?? (typeof value === 'number' ? value.toLocaleString('ja-JP') : numberInBox(value))}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readNumber(event.target.value));
        }}
        onFocus={() => setTyped(numberInBox(value))}
        onBlur={() => {
          setTyped(null);
          onLeave();
        }}
      />
      <span>{texts.yenUnit}</span>
      {inWords !== null && <span className="tz-affix__hint tz-number">{inWords}</span>}
    </div>
  );
}
