import { useEffect, useState, type ReactNode } from 'react';
import {
  type AuthoredField,
  describeProblem,
  findUses,
  type NewField,
  type Problem,
  type Use,
} from '#engine';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useFormEditorTexts } from '../texts/form-editor.js';
import { useWorkspace } from '../workspace/use-workspace.js';
import { Canvas } from './Canvas.js';
import { clipOf, keepClip, keptClip, readClip } from './clipboard.js';
import * as commands from './commands.js';
import { EditorProvider, type FormEditor } from './editor.js';
import './form-editor.css';
import { Inspector } from './inspector/Inspector.js';
import { LogicView } from './LogicView.js';
import { MoveDialog } from './MoveDialog.js';
import { OutlinePane } from './OutlinePane.js';
import { RemoveDialog } from './RemoveDialog.js';
import { outlineOf, titleOfField, useOutline } from './use-outline.js';
import { useSelection } from './use-selection.js';

type Pane = 'outline' | 'canvas' | 'inspector';
type Asking = { readonly of: 'move' } | { readonly of: 'remove'; readonly uses: readonly Use[] } | null;

/** Outline, the real form, and the settings of what is chosen, side by side; one at a time on a narrow screen. */
export function FormScreen(): ReactNode {
  const texts = useFormEditorTexts();
  const builder = useBuilderTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const outline = useOutline();
  const { selected, selectedNow, select } = useSelection();
  const [params] = useSearchParams();
  const at = params.get('at') ?? '';
  const [pane, setPane] = useState<Pane>('outline');
  const [view, setView] = useState<'canvas' | 'logic'>('canvas');
  const [asking, setAsking] = useState<Asking>(null);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  useEffect(() => workspace.at(at === '' ? 'form' : `form/${at}`), [workspace, at]);

  // Verbs go by the files and the choice of this moment, which may be ahead of what is drawn.
  const outlineNow = (): readonly AuthoredField[] => outlineOf(workspace.state.files);
  const wordsFor = (paths: readonly string[]): string => {
    const all = commands.outermost(outlineNow(), paths);
    const title = all[0] ? titleOfField(all[0]) : '';
    return all.length > 1 ? texts.words.several(title, all.length - 1) : title;
  };
  const moved = (command: commands.Command | null): void => {
    const title = wordsFor(selectedNow());
    if (editor.run(command, texts.words.move(title))) announce(texts.moved(title));
  };
  // Keys reach the verbs of whoever may only look, too.
  const isRefused = (): boolean => {
    if (!workspace.draft.mayWrite) announce(builder.readOnly);
    return !workspace.draft.mayWrite;
  };
  const editor: FormEditor = {
    outline,
    selected,
    keyword: params.get('key'),
    selectedNow,
    select,
    run: (command, words, keyword) => {
      if (!command) {
        announce(texts.cannotMove);
        return false;
      }
      if (isRefused()) return false;
      const problems = workspace.perform(command.operations, words);
      setRefused(problems);
      if (problems.length > 0) return false;
      select(command.selected, keyword);
      return true;
    },
    move: (way) => moved(commands.moveBy(outlineNow(), selectedNow(), way)),
    moveTo: (spot) => moved(commands.moveTo(outlineNow(), selectedNow(), spot)),
    askWhere: () => {
      if (!isRefused()) setAsking({ of: 'move' });
    },
    duplicate: () =>
      void editor.run(
        commands.duplicate(outlineNow(), selectedNow()),
        texts.words.duplicate(wordsFor(selectedNow())),
      ),
    copy: () => {
      const fields = commands.outermost(outlineNow(), selectedNow());
      if (fields.length === 0) return null;
      const clip = clipOf(fields);
      keepClip(clip);
      announce(texts.copied(fields.length));
      return JSON.stringify(clip, null, 2);
    },
    cut: () => {
      const text = editor.copy();
      if (text !== null)
        editor.run(commands.remove(outlineNow(), selectedNow()), texts.words.cut(wordsFor(selectedNow())));
      return text;
    },
    paste: (text) => {
      const clip = (text === null ? null : readClip(text)) ?? keptClip();
      if (!clip) announce(texts.nothingToPaste);
      else editor.run(commands.paste(outlineNow(), selectedNow().at(-1) ?? null, clip), texts.words.paste);
    },
    remove: () => {
      if (isRefused()) return;
      const uses = usesElsewhere(workspace.state.files, selectedNow());
      if (uses.length > 0) setAsking({ of: 'remove', uses });
      else editor.removeAnyway();
    },
    removeAnyway: () =>
      void editor.run(
        commands.remove(outlineNow(), selectedNow()),
        texts.words.remove(wordsFor(selectedNow())),
      ),
    add: (fields: readonly NewField[], title) => {
      const spot = commands.spotAfter(outlineNow(), selectedNow().at(-1) ?? null);
      // A question is named next; a block has its names.
      const keyword = fields.length === 1 ? 'title' : undefined;
      if (spot) editor.run(commands.addFields(outlineNow(), spot, fields), texts.words.add(title), keyword);
    },
    addPage: () => {
      const question = { type: 'string', title: texts.newQuestion, maxLength: 100 };
      const page: NewField = {
        name: 'page',
        schema: { type: 'object', title: texts.newPage, properties: { text: question } },
      };
      editor.run(
        commands.addPage(outlineNow(), selectedNow().at(-1) ?? null, page),
        texts.words.add(texts.newPage),
        'title',
      );
    },
  };
  const panes: readonly Pane[] = ['outline', 'canvas', 'inspector'];
  return (
    <EditorProvider value={editor}>
      {refused.length > 0 && (
        <Banner tone="error" role="alert" title={builder.refused}>
          {refused.map((problem) => (
            <p key={`${problem.path} ${problem.code}`}>{describeProblem(problem, null, language)}</p>
          ))}
          <Button size="small" onClick={() => setRefused([])}>
            {builder.close}
          </Button>
        </Banner>
      )}
      <div className="builder-switch builder-panes" role="group" aria-label={texts.panes}>
        {panes.map((one) => (
          <button key={one} type="button" aria-pressed={pane === one} onClick={() => setPane(one)}>
            {texts[one]}
          </button>
        ))}
      </div>
      <div className="builder-form" data-pane={pane}>
        <OutlinePane />
        <section className="builder-middle" aria-label={texts[view]}>
          <div className="builder-switch" role="group" aria-label={`${texts.canvas}・${texts.logic}`}>
            {(['canvas', 'logic'] as const).map((one) => (
              <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
                {texts[one]}
              </button>
            ))}
          </div>
          {view === 'canvas' ? <Canvas /> : <LogicView />}
        </section>
        <Inspector />
      </div>
      {asking?.of === 'move' && (
        <MoveDialog
          title={wordsFor(selected)}
          onGo={(spot) => {
            setAsking(null);
            editor.moveTo(spot);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.of === 'remove' && (
        <RemoveDialog
          title={wordsFor(selected)}
          uses={asking.uses}
          onGo={() => {
            setAsking(null);
            editor.removeAnyway();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </EditorProvider>
  );
}

/** What goes with a question that is removed, and needs no question. */
const MARKS: readonly Use['kind'][] = ['definition', 'required', 'order', 'ui', 'answer', 'expectation'];

function usesElsewhere(files: Parameters<typeof findUses>[0], selected: readonly string[]): readonly Use[] {
  return selected.flatMap((path) =>
    findUses(files, path.includes('.') ? { kind: 'field', path } : { kind: 'page', name: path }).filter(
      ({ kind }) => !MARKS.includes(kind),
    ),
  );
}
