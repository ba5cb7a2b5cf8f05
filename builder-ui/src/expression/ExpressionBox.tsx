import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  describeProblem,
  expressionFaults,
  expressionFunctions,
  type ExpressionPlace,
  type FeelType,
  type Problem,
  type Scope,
} from '#engine';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Button } from '../../../renderer-ui/src/ui/index.js';
import { useExpressionTexts } from '../texts/expression.js';
import { usePaused } from '../workspace/use-paused.js';
import { begunAt, type Completion, completionsFor } from './completions.js';
import type { Fact } from './facts-in-scope.js';
import { LiveValue } from './LiveValue.js';

interface ExpressionBoxProps {
  readonly label: string;
  readonly value: string;
  readonly scope: Scope;
  readonly facts: readonly Fact[];
  readonly at: ExpressionPlace;
  readonly wanted: FeelType['kind'] | null;
  readonly onChange: (text: string) => void;
}

/**
 * FEEL in a plain box: every screen reader and input method knows it, and it weighs nothing. Names, titles and functions
 * are proposed as they are typed; what is wrong is underlined where it stands.
 */
export function ExpressionBox(props: ExpressionBoxProps): ReactNode {
  const { label, value, scope, facts, at, wanted, onChange } = props;
  const texts = useExpressionTexts();
  const language = useLanguage();
  const id = useId();
  const { text, type, flush } = usePaused(value, onChange);
  const area = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const faults = useMemo(
    () => (text.trim() === '' ? [] : expressionFaults(text, scope, 'expression#', wanted)),
    [text, scope, wanted],
  );
  const begun = cursor === null ? null : begunAt(text, cursor);
  const proposed = useMemo(
    () => (begun ? completionsFor(begun.text, facts, expressionFunctions(), texts.functionNote) : []),
    [begun, facts, texts],
  );
  const isOpen = proposed.length > 0;

  function pick({ text: chosen }: Completion): void {
    if (!begun) return;
    const next = text.slice(0, begun.from) + chosen + text.slice(begun.from + begun.text.length);
    const place = begun.from + chosen.length;
    type(next);
    setCursor(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(place, place);
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const chosen = proposed[active];
    if (isOpen && event.key === 'ArrowDown') setActive((active + 1) % proposed.length);
    else if (isOpen && event.key === 'ArrowUp') setActive((active + proposed.length - 1) % proposed.length);
    else if (isOpen && event.key === 'Enter' && chosen) pick(chosen);
    else if (isOpen && event.key === 'Escape') setCursor(null);
    else return;
    event.preventDefault();
  }

  return (
    <div className="builder-expression">
      <div className="builder-expression__box">
        <div className="builder-expression__marks" aria-hidden="true">
          {marked(text, faults)}
        </div>
        <textarea
          ref={area}
          id={`${id}-box`}
          className="tz-textarea builder-expression__area"
          rows={Math.min(8, Math.max(2, text.split('\n').length))}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          aria-label={`${label} ${texts.formula}`}
          aria-autocomplete="list"
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
          aria-invalid={faults.length > 0 || undefined}
          aria-describedby={`${id}-help${faults.length > 0 ? ` ${id}-error` : ''}`}
          value={text}
          onChange={(event) => {
            type(event.target.value);
            setCursor(event.target.selectionStart);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setCursor(null);
            flush();
          }}
        />
        {isOpen && (
          <ul
            id={`${id}-list`}
            role="listbox"
            aria-label={texts.suggestions(proposed.length)}
            className="tz-combobox__list builder-expression__list"
            onPointerDown={(event) => event.preventDefault()}
          >
            {proposed.map((completion, index) => (
              <li
                key={completion.text}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className="tz-combobox__option"
                onClick={() => pick(completion)}
              >
                <span>{completion.label}</span>
                <span className="tz-combobox__note">{completion.note}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p id={`${id}-help`} className="builder-small tz-quiet">
        {texts.formulaHelp}
      </p>
      {faults.length > 0 && (
        <ul id={`${id}-error`} className="tz-field__error">
          {faults.map((fault) => (
            <li key={`${fault.code} ${String(fault.params?.['position'])}`}>
              {describeProblem(fault, null, language)}
              {placeOf(fault) && (
                <Button
                  size="small"
                  look="text"
                  onClick={() => {
                    const { from, to } = placeOf(fault) ?? { from: 0, to: 0 };
                    area.current?.focus();
                    area.current?.setSelectionRange(from, to);
                  }}
                >
                  {texts.goToFault}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {faults.length === 0 && text.trim() !== '' && <LiveValue source={text} scope={scope} at={at} />}
    </div>
  );
}

function placeOf({ params }: Problem): { readonly from: number; readonly to: number } | null {
  const { position, part } = params ?? {};
  if (typeof position !== 'number') return null;
  const from = position - 1;
  return { from, to: from + Math.max(1, String(part ?? '').length) };
}

/** The text once more, below the box and unseen, with what is wrong underlined. */
function marked(text: string, faults: readonly Problem[]): ReactNode {
  const places = faults.flatMap((fault) => placeOf(fault) ?? []).sort((a, b) => a.from - b.from);
  const pieces: ReactNode[] = [];
  let end = 0;
  for (const { from, to } of places) {
    if (from < end) continue;
    pieces.push(
      text.slice(end, from),
      <mark key={from} className="builder-expression__fault">
        {text.slice(from, to) || ' '}
      </mark>,
    );
    end = to;
  }
  return [...pieces, `${text.slice(end)}\n`];
}
