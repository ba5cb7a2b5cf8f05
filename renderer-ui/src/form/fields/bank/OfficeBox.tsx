import type { ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import type { BankOffice } from '../../../api/types.js';
import { Combobox } from '../../../ui/index.js';
import type { FieldInputProps } from '../field-type.js';
import { useOffices } from './use-offices.js';

interface OfficeBoxProps extends Pick<FieldInputProps, 'control' | 'value' | 'onLeave'> {
  /** Of the bank whose branches are looked for; null for banks. */
  readonly bankCode: string | null;
  /** In place of suggestions, while there is nothing to look in. */
  readonly instead: string | null;
  readonly autoFocus: boolean;
  readonly onType: (text: string) => void;
  readonly onPick: (office: BankOffice) => void;
}

/** A text box that proposes banks or branches. */
export function OfficeBox(props: OfficeBoxProps): ReactNode {
  const { control, value, bankCode, instead, autoFocus, onType, onPick, onLeave } = props;
  const texts = useFieldsTexts();
  const { found, look } = useOffices(bankCode);
  const text = typeof value === 'string' ? value : '';
  const offices = instead === null && found !== null && found !== 'away' ? found.offices : [];
  return (
    <Combobox
      control={control}
      value={text}
      autoFocus={autoFocus}
      suggestions={offices.map(({ code, name, kana }) => ({
        key: code,
        label: name,
        note: `${kana} ${code}`,
      }))}
      status={instead ?? statusOf(found, texts)}
      onType={(typed) => {
        onType(typed);
        if (instead === null) look(typed);
      }}
      onOpen={() => {
        if (instead === null) look(text);
      }}
      onPick={(code) => {
        const office = offices.find((one) => one.code === code);
        if (office) onPick(office);
      }}
      onLeave={onLeave}
    />
  );
}

function statusOf(
  found: ReturnType<typeof useOffices>['found'],
  { bank, combobox }: ReturnType<typeof useFieldsTexts>,
): string | null {
  if (found === null) return null;
  if (found === 'away') return bank.away;
  if (found.offices.length === 0) return bank.none;
  return found.more ? combobox.more : combobox.found(found.offices.length);
}
