import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ControlAttributes } from './Field.js';
import { TextInput } from './Inputs.js';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  /** Behind the label, smaller: a code, a reading. */
  readonly note?: string;
}

interface ComboboxProps {
  readonly control: ControlAttributes;
  readonly value: string;
  /** For what is typed now, the best first. */
  readonly suggestions: readonly Suggestion[];
  /** Below the suggestions, and in their place where there are none. */
  readonly status: string | null;
  readonly onType: (text: string) => void;
  readonly onPick: (key: string) => void;
  /** The list opens: a good moment to look for suggestions. */
  readonly onOpen?: () => void;
  readonly onLeave: () => void;
  readonly autoFocus?: boolean;
}

/**
 * A text box that proposes: what is typed counts, whether or not it is on the list. Keys as in the combobox pattern of
 * the ARIA Authoring Practices Guide, with manual selection: arrows, Enter, Escape.
 */
export function Combobox(props: ComboboxProps): ReactNode {
  const { control, value, suggestions, status, onType, onPick, onOpen, onLeave, autoFocus } = props;
  const listId = useId();
  const [open, setOpen] = useState(false);
  // By its key: suggestions that come later must not slip another one below the choice.
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const shown = open && (suggestions.length > 0 || status !== null);
  const at = suggestions.findIndex(({ key }) => key === active);

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  useEffect(() => {
    if (autoFocus === true) box.current?.querySelector('input')?.focus();
  }, [autoFocus]);

  const show = (): void => {
    if (open) return;
    setOpen(true);
    onOpen?.();
  };
  const close = (): void => {
    setOpen(false);
    setActive(null);
  };
  const pick = (suggestion: Suggestion): void => {
    onPick(suggestion.key);
    close();
  };
  const move = (step: 1 | -1): void => {
    show();
    const count = suggestions.length;
    const next = at === -1 && step === -1 ? count - 1 : (at + step + count) % count;
    setActive(suggestions[next]?.key ?? null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and the arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const chosen = suggestions[at];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && shown && chosen) pick(chosen);
    else if (event.key === 'Escape' && shown) close();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} className="tz-combobox">
      <TextInput
        {...control}
        name={control.id}
        role="combobox"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && at >= 0 ? `${listId}-${at}` : undefined}
        value={value}
        onChange={(event) => {
          onType(event.target.value);
          setActive(null);
          show();
        }}
        onClick={show}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close();
          onLeave();
        }}
      />
      {shown && (
        // Pressing anywhere in the panel, its scroll bar too, must not take the focus from the box.
        <div className="tz-combobox__panel" onPointerDown={(event) => event.preventDefault()}>
          <ul
            ref={list}
            id={listId}
            role="listbox"
            aria-labelledby={control.id}
            className="tz-combobox__list"
          >
            {suggestions.map((suggestion, index) => (
              <li
                key={suggestion.key}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                className="tz-combobox__option"
                onClick={() => pick(suggestion)}
              >
                <span>{suggestion.label}</span>
                {suggestion.note !== undefined && (
                  <span className="tz-combobox__note">{suggestion.note}</span>
                )}
              </li>
            ))}
          </ul>
          {status !== null && <p className="tz-combobox__status">{status}</p>}
        </div>
      )}
      <span className="tz-hidden" role="status">
        {shown ? status : ''}
      </span>
    </div>
  );
}
