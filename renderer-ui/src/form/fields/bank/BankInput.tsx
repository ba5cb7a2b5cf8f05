import { useRef, type ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import type { BankOffice } from '../../../api/types.js';
import { useAnnounce } from '../../../ui/index.js';
import { type Field, fieldHints, isUnanswered } from '../../engine.js';
import { useFormSession } from '../../session/form-session.js';
import { useBeside } from '../../session/use-beside.js';
import type { LazyInputProps } from './lazy-input.js';
import { OfficeBox } from './OfficeBox.js';

/** A bank by name. The name and its code of that day are kept; a bank that is not on the list is typed. */
export function BankInput(props: LazyInputProps): ReactNode {
  const { pointer, hints, onChange } = props;
  const texts = useFieldsTexts().bank;
  const announce = useAnnounce();
  const { form } = useFormSession();
  const beside = useBeside(pointer);
  const picked = useRef<string | null>(null);
  const code = hints.fills['code'];

  const branches = (): readonly Field[] =>
    beside.fields().filter((one) => {
      const { widget, bank } = fieldHints(form, one);
      return widget === 'bank-branch' && bank === code;
    });
  const pick = (office: BankOffice): void => {
    const before = code === undefined ? undefined : beside.value(code);
    onChange(office.name);
    picked.current = office.code;
    if (code !== undefined) beside.fill(code, office.code);
    const stale =
      before === office.code ? [] : branches().filter((one) => !isUnanswered(beside.value(one.name)));
    for (const branch of stale) {
      beside.fill(branch.name, undefined);
      const branchCode = fieldHints(form, branch).fills['code'];
      if (branchCode !== undefined) beside.fill(branchCode, undefined);
    }
    announce(texts.picked(office.name, office.code) + (stale.length > 0 ? texts.cleared : ''));
  };
  return (
    <OfficeBox
      {...props}
      bankCode={null}
      instead={null}
      onPick={pick}
      onType={(typed) => {
        onChange(typed === '' ? undefined : typed);
        // The code of another name than the one in the box would send the money there.
        if (code !== undefined && picked.current !== null && beside.value(code) === picked.current)
          beside.fill(code, undefined);
        picked.current = null;
      }}
    />
  );
}
