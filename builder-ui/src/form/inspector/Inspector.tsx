import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { AuthoredField, Operation } from '#engine';
import { useLanguage } from '../../../../renderer-ui/src/texts/index.js';
import {
  Button,
  ChoiceBox,
  Disclosure,
  Field,
  focusControl,
  Select,
} from '../../../../renderer-ui/src/ui/index.js';
import { ConditionEditor } from '../../expression/index.js';
import { Boxes } from '../../draft/Writing.js';
import { HelpButton } from '../../help/HelpButton.js';
import { useFormEditorTexts } from '../../texts/form-editor.js';
import { useWorkspace } from '../../workspace/use-workspace.js';
import { useFormEditor } from '../editor.js';
import { PALETTE } from '../palette.js';
import { allFields, fieldAt, repeatAround, titleOfField } from '../use-outline.js';
import { ChecksEditor, checksOf } from './ChecksEditor.js';
import { labelOf, schemaOfKeyword } from './keyword-schema.js';
import { NameEditor } from './NameEditor.js';
import { OptionsEditor } from './OptionsEditor.js';
import { sectionsFor, type SectionName } from './sections.js';
import { UsedBy } from './UsedBy.js';
import { type JsonValue, ValueControl } from './ValueControl.js';

/** The settings of what is chosen, as its kind has them. */
export function Inspector(): ReactNode {
  const texts = useFormEditorTexts();
  const { outline, selected } = useFormEditor();
  const field = selected.length === 1 ? fieldAt(outline, selected[0] ?? '') : null;
  return (
    <section
      id="builder-inspector"
      className="builder-inspector"
      aria-label={texts.inspector}
      onKeyDown={backToTree}
    >
      {field ? (
        <Settings key={field.path} field={field} />
      ) : (
        <p>{selected.length > 1 ? texts.manyChosen : texts.nothingChosen}</p>
      )}
    </section>
  );
}

/** As Enter leads here from the tree, Escape leads back. */
function backToTree(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.builder-tree [tabindex="0"]')?.focus();
}

function Settings({ field }: { readonly field: AuthoredField }): ReactNode {
  const texts = useFormEditorTexts();
  const workspace = useWorkspace();
  const { outline, keyword } = useFormEditor();
  const title = titleOfField(field);
  const { path } = field;
  const ids = useMemo(
    () => new Set(allFields(outline).flatMap((one) => checksOf(one).map((check) => String(check['id'])))),
    [outline],
  );
  useEffect(() => {
    if (keyword === null || !focusControl(idOfKeyword(keyword))) return;
    // What stands there as a beginning is typed over.
    if (keyword === 'title' && document.activeElement instanceof HTMLInputElement)
      document.activeElement.select();
  }, [keyword, path]);
  const perform = (operation: Operation, what: string, joins: string | null = null): void =>
    void workspace.perform(operation, texts.words.set(title, what), joins && `${path} ${joins}`);
  const isPage = field.kind === 'page';
  const sections = sectionsFor(field.keywords, isPage);
  return (
    <>
      <h2 className="builder-inspector__title">{title}</h2>
      <p className="builder-small tz-quiet">
        {texts.kinds[field.kind ?? ''] ?? texts.unknownKind}　<code>{path}</code>
      </p>
      {sections.map(([name, keywords]) => (
        <Section key={name} name={name} keywords={keywords} wanted={keyword}>
          {name === 'basic' && !isPage && (
            <div className="tz-field">
              <ChoiceBox
                kind="checkbox"
                checked={field.required}
                onChange={(event) =>
                  perform({ kind: 'set-required', path, required: event.target.checked }, texts.required)
                }
              >
                {texts.required}
              </ChoiceBox>
            </div>
          )}
          {keywords.map((one) => (
            <Keyword key={one} field={field} keyword={one} onDo={perform} />
          ))}
          {name === 'basic' && (
            <OptionsEditor
              field={field}
              onDo={(operation, joins) => perform(operation, texts.options, joins ?? null)}
            />
          )}
          {name === 'logic' && (
            <ChecksEditor
              field={field}
              ids={ids}
              onDo={(operation, joins) => perform(operation, texts.checks, joins ?? null)}
            />
          )}
          {name === 'basic' && (
            <>
              {!isPage && <KindSelect field={field} onDo={perform} />}
              <NameEditor key={field.name} path={path} name={field.name} />
            </>
          )}
        </Section>
      ))}
      <UsedBy path={path} />
    </>
  );
}

interface SectionProps {
  readonly name: SectionName;
  readonly keywords: readonly string[];
  readonly wanted: string | null;
  readonly children: ReactNode;
}

/** What everybody needs is open; the rest opens by itself where a problem leads into it. */
function Section({ name, keywords, wanted, children }: SectionProps): ReactNode {
  const texts = useFormEditorTexts();
  if (keywords.length === 0 && name !== 'logic' && name !== 'basic') return null;
  const help = <HelpButton topic={`section-${name}`} />;
  if (name === 'basic')
    return (
      <div className="builder-inspector__section">
        {help}
        <Boxes>{children}</Boxes>
      </div>
    );
  const isWanted =
    wanted !== null && (keywords.includes(wanted) || (name === 'logic' && wanted === 'x-check'));
  return (
    <details className="builder-inspector__section" open={name === 'logic' || name === 'answer' || isWanted}>
      <summary>{texts.sections[name]}</summary>
      {help}
      <Boxes>{children}</Boxes>
    </details>
  );
}

function idOfKeyword(keyword: string): string {
  return `keyword-${keyword.replace(':', '-')}`;
}

interface KeywordProps {
  readonly field: AuthoredField;
  readonly keyword: string;
  readonly onDo: (operation: Operation, what: string, joins: string | null) => void;
}

function Keyword({ field, keyword, onDo }: KeywordProps): ReactNode {
  const texts = useFormEditorTexts();
  const language = useLanguage();
  const { path } = field;
  const schema = schemaOfKeyword(keyword);
  const label = labelOf(schema, keyword, language);
  const isUi = keyword.startsWith('ui:');
  const value = (isUi ? field.ui : field.schema)[keyword];
  const set = (next: JsonValue): void =>
    onDo(
      isUi
        ? { kind: 'set-ui', path, keyword, value: next }
        : { kind: 'set-keyword', path, keyword, value: next },
      label,
      keyword,
    );
  if (keyword === 'x-askWhen' || keyword === 'x-compute')
    return (
      <div id={idOfKeyword(keyword)} tabIndex={-1}>
        <ConditionEditor
          label={keyword === 'x-askWhen' ? texts.logicWhen : texts.logicCompute}
          value={typeof value === 'string' ? value : null}
          wanted={keyword === 'x-askWhen' ? 'boolean' : null}
          isCalculation={keyword === 'x-compute' && isNumber(field)}
          at={{ of: 'form', repeat: repeatAround(path) }}
          onChange={set}
        />
      </div>
    );
  return (
    <ValueControl id={idOfKeyword(keyword)} name={keyword} schema={schema} value={value} onChange={set} />
  );
}

function isNumber({ schema }: AuthoredField): boolean {
  return schema['type'] === 'number' || schema['type'] === 'integer';
}

/** Kinds that stand for one question: of those that hold others nothing is made by a choice. */
const KINDS = PALETTE.filter(({ fields, key }) => fields.length === 1 && key !== 'group' && key !== 'rows');

function KindSelect({ field, onDo }: Pick<KeywordProps, 'field' | 'onDo'>): ReactNode {
  const texts = useFormEditorTexts();
  // Chosen and done by two steps: with the arrow keys a list is walked through before anything is meant.
  const [chosen, setChosen] = useState('');
  if (field.fields.length > 0) return null;
  function change(): void {
    const wanted = KINDS.find(({ key }) => key === chosen)?.fields[0];
    if (!wanted) return;
    setChosen('');
    onDo({ kind: 'set-field-kind', path: field.path, schema: wanted.schema }, texts.kind, null);
    for (const [keyword, value] of Object.entries(wanted.ui ?? {}))
      onDo({ kind: 'set-ui', path: field.path, keyword, value }, texts.kind, null);
  }
  return (
    <Disclosure small summary={texts.changeKind}>
      <Field label={texts.kind} id="question-kind" support={texts.kindHelp}>
        {(control) => (
          <div className="builder-beside">
            <Select
              {...control}
              value={chosen}
              empty={texts.kinds[field.kind ?? ''] ?? texts.unknownKind}
              choices={KINDS.map(({ key }) => ({ value: key, label: texts.items[key] ?? key }))}
              onChange={({ target }) => setChosen(target.value)}
            />
            <Button size="small" blocked={chosen === ''} onClick={change}>
              {texts.changeKindNow}
            </Button>
          </div>
        )}
      </Field>
    </Disclosure>
  );
}
