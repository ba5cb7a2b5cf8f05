import { useState, type ReactNode } from 'react';
import type { DeskApplicationView } from '../../api/types.js';
import { Button, Field, Select } from '../../ui/index.js';
import { useDeskTexts } from '../desk-texts.js';

interface ReadySentenceProps {
  readonly reasons: DeskApplicationView['reasons'];
  /** Whose text it goes into, for people who hear the page. */
  readonly target: string;
  readonly onInsert: (sentence: string) => void;
}

/** Reason codes with a ready sentence. A button inserts it: choosing by arrow key alone must not write anything. */
export function ReadySentence({ reasons, target, onInsert }: ReadySentenceProps): ReactNode {
  const { actions: texts, signs } = useDeskTexts();
  const [code, setCode] = useState('');
  const chosen = reasons.find((reason) => reason.code === code);
  if (reasons.length === 0) return null;
  return (
    <div className="desk-ready">
      <Field label={texts.ready}>
        {(control) => (
          <Select
            {...control}
            empty={texts.readyChoose}
            choices={reasons.map((reason) => ({ value: reason.code, label: reason.title }))}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <Button
        size="small"
        blocked={!chosen}
        onClick={() => {
          if (!chosen) return;
          onInsert(chosen.text);
          setCode('');
        }}
      >
        {texts.insert}
        <span className="tz-hidden">{signs.aside(target)}</span>
      </Button>
    </div>
  );
}
