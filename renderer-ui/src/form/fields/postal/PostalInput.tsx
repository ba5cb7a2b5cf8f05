import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { fetchPostalAddresses } from '../../../api/lookups.js';
import type { PostalAddress } from '../../../api/types.js';
import { Button, InJapanese, useAnnounce } from '../../../ui/index.js';
import { normalizeInput } from '../../engine.js';
import { useBeside } from '../../session/use-beside.js';
import { CodeInput } from '../code/CodeInput.js';
import type { FieldInputProps } from '../field-type.js';
import { placeAnswers, placeText } from './place-answers.js';

type State =
  | { readonly is: 'looking' | 'none' | 'away' }
  | { readonly is: 'several'; readonly addresses: readonly PostalAddress[] }
  /** `left`: titles of questions that say something else and were left alone. */
  | { readonly is: 'placed'; readonly address: PostalAddress; readonly left: string }
  | { readonly is: 'not-offered'; readonly place: string };

/**
 * Seven digits fill in the address beside them: shown, editable, and never over something that somebody wrote. Whatever
 * the list does not know, or the line does not bring, is typed.
 */
export function PostalInput(props: FieldInputProps): ReactNode {
  const { field, pointer, hints, value, onChange } = props;
  const texts = useFieldsTexts().postal;
  const announce = useAnnounce();
  const beside = useBeside(pointer);
  const [state, setState] = useState<State | null>(null);
  const asked = useRef(typeof value === 'string' ? normalizeInput(field, value) : '');
  const present = useRef(true);
  useEffect(() => {
    present.current = true;
    return () => {
      present.current = false;
    };
  }, []);

  const place = (address: PostalAddress, replace = false): void => {
    const { values, notOffered } = placeAnswers(address, hints.fills, beside.field);
    const left = beside.propose(values, replace).map((name) => beside.field(name)?.title ?? name);
    if (notOffered !== null) {
      setState({ is: 'not-offered', place: notOffered });
      announce(texts.notOffered(notOffered));
      return;
    }
    setState({ is: 'placed', address, left: left.join('・') });
    announce(left.length > 0 ? texts.kept(left.join('・')) : texts.filled(placeText(address)));
  };
  const look = async (code: string): Promise<void> => {
    setState({ is: 'looking' });
    try {
      const addresses = await fetchPostalAddresses(code);
      if (!present.current || asked.current !== code) return;
      const [first] = addresses;
      if (first && addresses.length === 1) place(first);
      else {
        setState(first ? { is: 'several', addresses } : { is: 'none' });
        announce(first ? texts.which : texts.none);
      }
    } catch {
      if (present.current && asked.current === code) setState({ is: 'away' });
    }
  };
  const type = (typed: unknown): void => {
    onChange(typed);
    const code = typeof typed === 'string' ? normalizeInput(field, typed) : '';
    if (code === asked.current) return;
    asked.current = code;
    if (/^\d{7}$/.test(code)) void look(code);
    else setState(null);
  };
  return (
    <>
      <CodeInput {...props} onChange={type} />
      {state !== null && (
        <div className="tz-field__note">
          <Outcome state={state} onPlace={place} />
        </div>
      )}
    </>
  );
}

interface OutcomeProps {
  readonly state: State;
  readonly onPlace: (address: PostalAddress, replace?: boolean) => void;
}

function Outcome({ state, onPlace }: OutcomeProps): ReactNode {
  const texts = useFieldsTexts().postal;
  switch (state.is) {
    case 'looking':
    case 'none':
    case 'away':
      return <p>{texts[state.is]}</p>;
    case 'not-offered':
      return (
        <p>
          <InJapanese>{texts.notOffered(state.place)}</InJapanese>
        </p>
      );
    case 'several':
      return (
        <>
          <p>{texts.which}</p>
          <ul className="tz-places">
            {state.addresses.map((address) => (
              <li key={placeText(address)}>
                <Button size="small" onClick={() => onPlace(address)}>
                  <InJapanese>{placeText(address)}</InJapanese>
                </Button>
              </li>
            ))}
          </ul>
        </>
      );
    case 'placed':
      if (state.left === '')
        return (
          <p>
            <InJapanese>{texts.filled(placeText(state.address))}</InJapanese>
          </p>
        );
      return (
        <>
          <p>
            <InJapanese>{texts.kept(state.left)}</InJapanese>
          </p>
          <Button look="text" size="small" onClick={() => onPlace(state.address, true)}>
            <InJapanese>{texts.replace(placeText(state.address))}</InJapanese>
          </Button>
        </>
      );
  }
}
