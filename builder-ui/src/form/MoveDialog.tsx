import { useState, type ReactNode } from 'react';
import { Button, Buttons, Dialog, Field, Select } from '../../../renderer-ui/src/ui/index.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { outermost, parentOf, type Spot } from './commands.js';
import { useFormEditor } from './editor.js';
import { allFields, fieldAt, titleOfField } from './use-outline.js';

interface MoveDialogProps {
  readonly title: string;
  readonly onGo: (spot: Spot) => void;
  readonly onClose: () => void;
}

/** Anywhere in the form, without dragging. */
export function MoveDialog({ title, onGo, onClose }: MoveDialogProps): ReactNode {
  const { moveDialog: texts } = useFormEditorTexts();
  const { outline, selected } = useFormEditor();
  const moving = outermost(outline, selected);
  const isPage = moving.some(({ kind }) => kind === 'page');
  const holders = isPage
    ? []
    : allFields(outline).filter(
        ({ kind, path }) =>
          (kind === 'page' || kind === 'group' || kind === 'rows') &&
          !moving.some((field) => path === field.path || path.startsWith(`${field.path}.`)),
      );
  const [to, setTo] = useState(isPage ? '' : parentOf(moving[0]?.path ?? ''));
  const [before, setBefore] = useState('');
  const siblings = (to === '' ? outline : (fieldAt(outline, to)?.fields ?? [])).filter(
    ({ path }) => !moving.some((field) => field.path === path),
  );
  return (
    <Dialog title={texts.title(title)} open onClose={onClose}>
      {!isPage && (
        <Field label={texts.to} id="move-to">
          {(control) => (
            <Select
              {...control}
              value={to}
              choices={holders.map((field) => ({
                value: field.path,
                label: `${'　'.repeat(field.path.split('.').length - 1)}${titleOfField(field)}`,
              }))}
              onChange={(event) => {
                setTo(event.target.value);
                setBefore('');
              }}
            />
          )}
        </Field>
      )}
      <Field label={texts.before} id="move-before">
        {(control) => (
          <Select
            {...control}
            value={before}
            choices={[
              ...siblings.map((field) => ({
                value: field.name,
                label: texts.beforeOne(titleOfField(field)),
              })),
              { value: '', label: texts.last },
            ]}
            onChange={(event) => setBefore(event.target.value)}
          />
        )}
      </Field>
      <Buttons>
        <Button look="primary" onClick={() => onGo({ to, before: before === '' ? null : before })}>
          {texts.go}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}
