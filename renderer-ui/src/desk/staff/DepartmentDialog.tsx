import { useState, type ReactNode } from 'react';
import { removeDepartment, removeTeam, saveDepartment, saveTeam } from '../../api/staff.js';
import type { DepartmentList } from '../../api/types.js';
import { useLanguage, useStaffTexts } from '../../texts/index.js';
import { Button, Buttons, Dialog, Field, Select, TextInput } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import type { OpenedPlace } from './opened-place.js';

interface DepartmentDialogProps {
  readonly departments: DepartmentList['departments'];
  readonly opened: OpenedPlace | null;
  readonly onClose: () => void;
  readonly onDone: (after: DepartmentList, said: string) => void;
}

/** Names a department or team, puts it elsewhere, or removes it. */
export function DepartmentDialog({ opened, ...rest }: DepartmentDialogProps): ReactNode {
  const texts = useStaffTexts().departments;
  const name = useName(opened);
  const title = (): string => {
    if (opened === null) return '';
    if (opened.id !== null) return texts.changeOf(name);
    return opened.kind === 'department' ? texts.add : texts.addTeam;
  };
  return (
    <Dialog title={title()} open={opened !== null} onClose={rest.onClose}>
      {opened !== null && <PlaceForm opened={opened} {...rest} />}
    </Dialog>
  );
}

function useName(opened: OpenedPlace | null): string {
  const language = useLanguage();
  return (language === 'ja' ? opened?.nameJa : opened?.nameEn) ?? '';
}

function PlaceForm(props: DepartmentDialogProps & { readonly opened: OpenedPlace }): ReactNode {
  const { departments, opened, onClose, onDone } = props;
  const { kind, id } = opened;
  const texts = useStaffTexts().departments;
  const name = useName(opened);
  const sending = useSending();
  const [entry, setEntry] = useState(opened);
  const [removing, setRemoving] = useState(false);
  const { nameJa, nameEn, within } = entry;
  const save = async (): Promise<void> => {
    const after =
      kind === 'department'
        ? await saveDepartment(id, { nameJa, nameEn, parentId: within || null })
        : await saveTeam(id, { nameJa, nameEn, departmentId: within });
    onDone(after, texts.saved(nameJa.trim()));
  };
  const remove = async (of: string): Promise<void> =>
    onDone(await (kind === 'department' ? removeDepartment(of) : removeTeam(of)), texts.removed(name));
  if (removing && id !== null) {
    return (
      <>
        <RefusalBanner error={sending.failure} />
        <p>{texts.removeLead(kind === 'team' ? opened.people : 0)}</p>
        <Buttons>
          <Button look="danger" blocked={sending.busy} onClick={() => void sending.send(() => remove(id))}>
            {texts.removeOf(name)}
          </Button>
          <Button autoFocus onClick={onClose}>
            {texts.cancel}
          </Button>
        </Buttons>
      </>
    );
  }
  const places =
    kind === 'team' ? departments : departments.filter((one) => !isWithin(departments, one.id, id));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sending.send(save);
      }}
    >
      <RefusalBanner error={sending.failure} />
      <Field id="place-nameJa" label={texts.nameJa} required errors={sending.errorsOf('nameJa')}>
        {(control) => (
          <TextInput
            {...control}
            value={nameJa}
            onChange={({ target }) => setEntry({ ...entry, nameJa: target.value })}
          />
        )}
      </Field>
      <Field id="place-nameEn" label={texts.nameEn} support={texts.nameEnHelp}>
        {(control) => (
          <TextInput
            {...control}
            value={nameEn}
            onChange={({ target }) => setEntry({ ...entry, nameEn: target.value })}
          />
        )}
      </Field>
      <Field id="place-within" label={kind === 'team' ? texts.departmentOf : texts.parent}>
        {(control) => (
          <Select
            {...control}
            {...(kind === 'department' && { empty: texts.top })}
            choices={places.map((one) => ({ value: one.id, label: one.full }))}
            value={within}
            onChange={({ target }) => setEntry({ ...entry, within: target.value })}
          />
        )}
      </Field>
      <Buttons>
        <Button type="submit" look="primary" blocked={sending.busy}>
          {texts.save}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
        {id !== null && (
          <Button look="danger" onClick={() => setRemoving(true)}>
            {texts.remove}
          </Button>
        )}
      </Buttons>
    </form>
  );
}

/** Is a department the other one, or anywhere below it? */
function isWithin(
  departments: DepartmentList['departments'],
  id: string | null,
  other: string | null,
): boolean {
  if (id === null || other === null) return false;
  if (id === other) return true;
  const above = departments.find((one) => one.id === id)?.parentId ?? null;
  return isWithin(departments, above, other);
}
