import { useState, type ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { Button, Disclosure, Field, TextInput } from '../../../ui/index.js';
import { yuchoAccount, yuchoBranch } from '../../engine.js';

interface PostOfficeAccountProps {
  readonly onTake: (taken: {
    readonly code: string;
    readonly name: string;
    readonly account: string;
  }) => void;
}

/** 記号 and 番号, as a passbook of ゆうちょ has them, become the branch and the number that transfers need. */
export function PostOfficeAccount({ onTake }: PostOfficeAccountProps): ReactNode {
  const texts = useFieldsTexts().bank;
  const [symbol, setSymbol] = useState('');
  const [number, setNumber] = useState('');
  const code = yuchoBranch(digitsOf(symbol));
  const account = yuchoAccount(digitsOf(symbol), digitsOf(number));
  const complete = symbol !== '' && number !== '';
  const known = code !== null && account !== null;
  return (
    <Disclosure summary={texts.postOffice}>
      <Field label={texts.symbol}>
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            chars={7}
            value={symbol}
            onChange={(event) => setSymbol(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={texts.number}
        errors={complete && !known && digitsOf(symbol).length >= 5 ? [texts.postOfficeWrong] : []}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            chars={10}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      {known && (
        <>
          <p className="tz-number" role="status">
            {texts.postOfficeResult(code, account)}
          </p>
          <Button size="small" onClick={() => onTake({ code, name: branchName(code), account })}>
            {texts.postOfficeTake}
          </Button>
        </>
      )}
    </Disclosure>
  );
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/gu, '');
}

/** Branches of ゆうちょ are called by their number: 〇一八. */
function branchName(code: string): string {
  return Array.from(code, (digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
}
