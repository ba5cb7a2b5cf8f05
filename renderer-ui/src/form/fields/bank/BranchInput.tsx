import { useRef, type ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { useAnnounce } from '../../../ui/index.js';
import { useAnswerBeside, useBeside } from '../../session/use-beside.js';
import type { LazyInputProps } from './lazy-input.js';
import { OfficeBox } from './OfficeBox.js';
import { PostOfficeAccount } from './PostOfficeAccount.js';

const POST_OFFICE = '9900';

/** A branch of the bank beside it; of ゆうちょ also by 記号 and 番号. */
export function BranchInput(props: LazyInputProps): ReactNode {
  const { pointer, hints, onChange } = props;
  const texts = useFieldsTexts().bank;
  const announce = useAnnounce();
  const beside = useBeside(pointer);
  const picked = useRef<string | null>(null);
  const { code, account } = hints.fills;
  const given = useAnswerBeside(pointer, hints.bank);
  const bankCode = typeof given === 'string' && /^\d{4}$/.test(given) ? given : null;
  const pick = (office: { readonly code: string; readonly name: string }): void => {
    onChange(office.name);
    picked.current = office.code;
    if (code !== undefined) beside.fill(code, office.code);
    announce(texts.picked(office.name, office.code));
  };
  return (
    <>
      <OfficeBox
        key={bankCode}
        {...props}
        bankCode={bankCode ?? ''}
        instead={bankCode === null ? texts.bankFirst : null}
        onPick={pick}
        onType={(typed) => {
          onChange(typed === '' ? undefined : typed);
          if (code !== undefined && picked.current !== null && beside.value(code) === picked.current)
            beside.fill(code, undefined);
          picked.current = null;
        }}
      />
      {bankCode === POST_OFFICE && (
        <PostOfficeAccount
          onTake={(taken) => {
            pick(taken);
            if (account !== undefined) beside.fill(account, taken.account);
          }}
        />
      )}
    </>
  );
}
