import { useState, type ReactNode } from 'react';
import { describeProblem, type ProcedureFiles, standardLines, type StandardLines } from '#engine';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, Buttons, Dialog, Field, TextInput } from '../../../renderer-ui/src/ui/index.js';
import { type Making, PartList } from '../frame/PartList.js';
import { useLettersTexts } from '../texts/letters.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { LetterEditor } from './LetterEditor.js';
import { type LetterFolder, titleIn } from './titles.js';
import './letters.css';

export function MessagesScreen(): ReactNode {
  return <LettersScreen of="messages" />;
}

export function NoticesScreen(): ReactNode {
  return <LettersScreen of="notices" />;
}

/** All mails, or all notices: one of them open. */
function LettersScreen({ of }: { readonly of: LetterFolder }): ReactNode {
  const texts = useLettersTexts();
  const files = useDraft((state) => state.files);
  const [params, setParams] = useSearchParams();
  const pattern = new RegExp(`^${of}/(.+)\\.md$`);
  const names = Object.keys(files).flatMap((file) => pattern.exec(file)?.[1] ?? []);
  const [asked = '', line] = (params.get('at') ?? '').split('#');
  const wanted = pattern.exec(asked)?.[1];
  const name = names.find((one) => one === wanted) ?? names[0];
  const open = (one: string): void => setParams({ at: `${of}/${one}.md` }, { replace: true });
  const isMail = of === 'messages';
  return (
    <div className="letters">
      <PartList
        label={isMail ? texts.mails : texts.notices}
        parts={names.map((one) => ({
          name: one,
          title: titleIn(files[`${of}/${one}.md`] ?? '') || one,
          note: one,
        }))}
        chosen={name}
        onOpen={open}
        make={isMail ? texts.makeMail : texts.makeNotice}
        dialog={(making) => <NewLetter of={of} {...making} />}
      />
      {name === undefined ? (
        <Banner tone="info" title={isMail ? texts.noneMails : texts.noneNotices}>
          {texts.noneLead}
        </Banner>
      ) : (
        <LetterEditor
          key={`${of} ${name}`}
          of={of}
          name={name}
          line={wanted === name ? Number(line) : 0}
          onRenamed={open}
        />
      )}
    </div>
  );
}

function NewLetter({ of, open, onClose, onMade }: Making & { readonly of: LetterFolder }): ReactNode {
  const texts = useLettersTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const taken = useDraft(({ files }) => files);
  const [typedName, setName] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [errors, setErrors] = useState<{
    readonly title?: readonly string[];
    readonly name?: readonly string[];
  }>({});
  const isMail = of === 'messages';
  // Whoever minds what the file is called says so; nobody has to.
  const name = typedName ?? freeName(taken, of, isMail ? 'mail' : 'notice');
  function make(): void {
    const missing = {
      ...(title.trim() === '' ? { title: [texts.titleMissing] } : {}),
      ...(name === ''
        ? { name: [texts.nameMissing] }
        : `${of}/${name}.md` in taken
          ? { name: [texts.nameTaken] }
          : {}),
    };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    const text = begun(of, title.trim());
    const refused = workspace.perform({ kind: 'set-template', of, name, text }, texts.made(title));
    setErrors({ name: refused.map((one) => describeProblem(one, null, language)) });
    if (refused.length > 0) return;
    setName(null);
    setTitle('');
    onMade(name);
  }
  return (
    <Dialog title={isMail ? texts.makeMail : texts.makeNotice} open={open} onClose={onClose}>
      <Field label={isMail ? texts.subject : texts.noticeTitle} required errors={errors.title ?? []}>
        {(control) => (
          <TextInput {...control} value={title} onChange={({ target }) => setTitle(target.value)} />
        )}
      </Field>
      <Field label={texts.name} required errors={errors.name ?? []}>
        {(control) => (
          <TextInput {...control} value={name} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Buttons>
        <Button look="primary" onClick={make}>
          {isMail ? texts.makeMail : texts.makeNotice}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </Buttons>
    </Dialog>
  );
}

function freeName(files: ProcedureFiles, of: LetterFolder, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = `${wanted}-${number}`;
    if (!(`${of}/${name}.md` in files)) return name;
  }
}

/** With what every letter of an office has around its text: who writes to whom, and who can be asked. */
function begun(of: LetterFolder, title: string): string {
  const standard = (id: StandardLines): readonly string[] => standardLines(id, 'service');
  const lines =
    of === 'messages'
      ? [`subject: ${title}`, '---', '', '{{ account.name }}　様', '', '', '', ...standard('mail-end')]
      : [
          `title: ${title}`,
          'layout: letter',
          'numbering: yes',
          '---',
          '',
          ...(['number', 'addressee', 'sender'] as const).flatMap((id) => [...standard(id), '']),
          `表題：${title}`,
          '',
          '',
          '',
          ...standard('contact'),
        ];
  return ['---', ...lines, ''].join('\n');
}
