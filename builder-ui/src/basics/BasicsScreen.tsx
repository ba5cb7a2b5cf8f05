import { useEffect, useMemo, type ReactNode } from 'react';
import { describeProblem, type JsonValue } from '#engine';
import { useSearchParams } from '../../../renderer-ui/src/router/index.js';
import { useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, ChoiceBox, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { Boxes } from '../draft/Writing.js';
import { useChecked } from '../problems/use-checked.js';
import { useBasicsTexts } from '../texts/basics.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import {
  applied,
  InspectorProvider,
  type InspectorPart,
  isMembers,
  type Members,
  readDraftWorkflow,
  resolved,
  SchemaFields,
  textOf,
  wordsOf,
} from '../workflow/schema-fields.js';
import { AcceptanceWindow } from './AcceptanceWindow.js';
import { AnswerOrFormula } from './AnswerOrFormula.js';
import '../workflow/workflow.css';
import './basics.css';
import { BASICS, SECTIONS } from './basics-schema.js';

/** What the procedure is: name, office, law, window, numbers. All of procedure.json, made of its schema. */
export function BasicsScreen(): ReactNode {
  const texts = useBasicsTexts();
  const language = useLanguage();
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const files = useDraft((state) => state.files);
  const problems = useChecked((state) => state.problems);
  const info = useMemo(() => parsed(files['procedure.json'] ?? ''), [files]);
  const workflow = readDraftWorkflow(files) ?? EMPTY_WORKFLOW;
  const [params] = useSearchParams();
  const at = params.get('at');
  const part = useMemo<InspectorPart | null>(
    () =>
      info && {
        files,
        workflow,
        file: 'procedure.json',
        pointer: '',
        problems,
        meaningOf: () => null,
        change: (change, words) => {
          const [first, ...rest] = change.path;
          const keyword = String(first);
          const value = applied(info[keyword] ?? null, { ...change, path: rest });
          const joins = change.kind === 'set' ? `procedure.json ${change.path.join('/')}` : null;
          const [refused] = workspace.perform({ kind: 'set-info', keyword, value }, words, joins);
          if (refused) announce(describeProblem(refused, null, language));
        },
      },
    [info, files, workflow, problems, workspace, announce, language],
  );
  const wanted = /^procedure\.json#\/([^/]+)/.exec(at ?? '')?.[1] ?? null;
  useEffect(() => {
    if (wanted === null) return;
    const place = document.getElementById(`basics-${wanted}`);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [wanted]);
  if (!part || !info)
    return (
      <Banner tone="error" title={texts.unreadable}>
        {texts.unreadableLead}
      </Banner>
    );
  return (
    <InspectorProvider value={part}>
      <p className="basics__lead">{texts.lead}</p>
      <Boxes>
        <div className="basics">
          {SECTIONS.map(([section, keys]) => (
            <section key={section} className="basics__section" aria-labelledby={`basics-of-${section}`}>
              <h2 id={`basics-of-${section}`}>{texts.sections[section]}</h2>
              {keys.map((key) => (
                <div key={key} id={`basics-${key}`} className="basics__one">
                  <Keyword keyword={key} info={info} part={part} />
                </div>
              ))}
            </section>
          ))}
        </div>
      </Boxes>
    </InspectorProvider>
  );
}

interface KeywordProps {
  readonly keyword: string;
  readonly info: Members;
  readonly part: InspectorPart;
}

/** Left out they are true. */
const USUALLY_TRUE = ['delegation', 'statistics'];

function Keyword({ keyword, info, part }: KeywordProps): ReactNode {
  const texts = useBasicsTexts();
  const language = useLanguage();
  const node = BASICS.properties?.[keyword] ?? {};
  const { label, support } = wordsOf(node, keyword, language);
  const set = (path: readonly string[], value: JsonValue): void =>
    part.change({ kind: 'set', path, value }, texts.changed(label));
  if (USUALLY_TRUE.includes(keyword))
    return (
      <div className="tz-field">
        <ChoiceBox
          kind="checkbox"
          checked={info[keyword] !== false}
          onChange={({ target }) => set([keyword], target.checked ? null : false)}
        >
          {texts.usually[keyword as keyof typeof texts.usually]}
        </ChoiceBox>
      </div>
    );
  if (keyword === 'acceptanceWindow') return <AcceptanceWindow info={info} part={part} />;
  if (keyword === 'subject')
    return (
      <AnswerOrFormula
        label={label}
        support={support}
        value={textOf(info['subject'])}
        pointer="/subject"
        onChange={(value) => set(['subject'], value)}
      />
    );
  if (keyword === 'oncePer') {
    const once = isMembers(info['oncePer']) ? info['oncePer'] : null;
    return (
      <fieldset className="flow-group">
        <legend>{label}</legend>
        {support !== null && <p className="tz-quiet builder-small">{support}</p>}
        <ChoiceBox
          kind="checkbox"
          checked={once !== null}
          onChange={({ target }) =>
            set(['oncePer'], target.checked ? { key: '', message: texts.onceMessage } : null)
          }
        >
          {texts.once}
        </ChoiceBox>
        {once && (
          <>
            <AnswerOrFormula
              label={texts.onceKey}
              support={null}
              value={textOf(once['key'])}
              pointer="/oncePer/key"
              onChange={(value) => set(['oncePer', 'key'], value)}
            />
            <SchemaFields node={resolved(node)} value={once} path={['oncePer']} keys={['message']} />
          </>
        )}
      </fieldset>
    );
  }
  return <SchemaFields node={BASICS} value={info} path={[]} keys={[keyword]} />;
}

const EMPTY_WORKFLOW = { value: {}, start: '', stages: [], roles: [] } as const;

function parsed(text: string): Members | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isMembers(value) ? value : null;
  } catch {
    return null;
  }
}
