import { renderToString } from 'react-dom/server';
import { keys } from '../../api/queries.js';
import { QueryClient, QueryClientProvider } from '../../api/query/index.js';
import { serverNow } from '../../api/server-clock.js';
import type { DraftView, FormBundle, FormEnglish, SessionView } from '../../api/types.js';
import type { fetchSite } from '../../api/session.js';
import {
  AnswersInHand,
  PageChecks,
  useLatePieces,
  type LoadedForm,
  type SpokenForm,
} from '../../form/index.js';
import { linkForm } from '../../form/engine.js';
import { inEnglish } from '../../form/validation/speak-english.js';
import { NavigateContext, ParamsContext, PlaceContext } from '../../router/place.js';
import { drawnIn, type Language, todayInJapan } from '../../texts/index.js';
import { AnnouncerProvider } from '../../ui/index.js';
import { FillScreen } from '../fill/FillScreen.js';
import { contextOf, openDraftKey, type Opened } from '../fill/open-draft.js';
import { openWith } from '../fill/opening.js';
import { Frame } from '../frame/Frame.js';
import { drewLateInputs } from './late-inputs.js';

/** What the server's routes answer to the person who opens the page. */
export interface Brought {
  readonly session: SessionView;
  readonly site: Awaited<ReturnType<typeof fetchSite>>;
  readonly draft: DraftView;
  /** Asked only for a version that was not drawn before. */
  readonly bundle: () => Promise<FormBundle>;
  /** Its words in English; asked once, too, and only for those who read English. */
  readonly english: () => Promise<FormEnglish>;
  /** What they read. */
  readonly language: Language;
}

export interface Drawn {
  /** What stands in the root of the page until the program takes over (`hand-over.ts`). */
  readonly html: string;
  /** Rules for the few values that elements carry themselves: the content policy allows no style attribute. */
  readonly styles: string;
  /** Whether it asks for something whose input a page does without elsewhere (`late.tsx`). */
  readonly hasLateInputs: boolean;
}

const MOST_LINKED = 20;
const linked = new Map<string, Promise<SpokenForm | null>>();

/**
 * Draws the page of a draft as the browser's program will draw it first, with the same pieces, so that people type while
 * the program is still on the line. It runs in the server: whatever it holds of a person lives as long as one call.
 *
 * @param step of the address; null: the first page
 * @returns null for what only the program can show, such as a draft that must move to another version first
 */
export async function drawEarly(brought: Brought, step: string | null): Promise<Drawn | null> {
  const { session, site, draft, language } = brought;
  const { subject } = session;
  if (subject?.kind !== 'applicant' || draft.applicationId !== null || draft.formChanged) return null;
  if (draft.correction !== null || draft.moved !== null) return null;
  const spoken = await link(brought);
  const loaded = spoken?.[language];
  if (!spoken || !loaded?.form.pages.some((page) => step === null || page.name === step)) return null;
  await useLatePieces.bring();
  const start = openWith(loaded.form, draft, []);
  const context = contextOf(draft, todayInJapan(serverNow()));
  const inHand = new AnswersInHand(loaded, language, start.answers, context);
  const opened: Opened = { draft, loaded: spoken, start, context, inHand };
  const queries = new QueryClient({ retry: () => false, staleTime: Infinity });
  try {
    queries.setQueryData(keys.session, session);
    queries.setQueryData(keys.site, site);
    queries.setQueryData(openDraftKey(draft.id, subject.id), opened);
    return await drawnIn(language, () => {
      drewLateInputs();
      const html = renderToString(<Screen queries={queries} draftId={draft.id} step={step} />);
      return { ...withoutScript(html), hasLateInputs: drewLateInputs() };
    });
  } finally {
    queries.clear();
  }
}

interface ScreenProps {
  readonly queries: QueryClient;
  readonly draftId: string;
  readonly step: string | null;
}

function Screen({ queries, draftId, step }: ScreenProps) {
  const pathname = step === null ? `/drafts/${draftId}` : `/drafts/${draftId}/${step}`;
  return (
    <QueryClientProvider client={queries}>
      <AnnouncerProvider>
        <NavigateContext value={() => Promise.resolve()}>
          <PlaceContext value={{ pathname, search: '', hash: '', state: null }}>
            <Frame>
              <ParamsContext value={step === null ? { draftId } : { draftId, step }}>
                <FillScreen />
              </ParamsContext>
            </Frame>
          </PlaceContext>
        </NavigateContext>
      </AnnouncerProvider>
    </QueryClientProvider>
  );
}

/** A version in the language that is read; the other one stands for what nobody looks at. */
function link({ draft, language, bundle, english }: Brought): Promise<SpokenForm | null> {
  const key = `${language} ${draft.versionHash}`;
  const known = linked.get(key);
  if (known) return known;
  const [oldest] = linked.keys();
  if (linked.size >= MOST_LINKED && oldest !== undefined) linked.delete(oldest);
  const linking = bundle().then(async ({ title, themeColor, program, validators, english: hasEnglish }) => {
    const form = await linkForm(program);
    if (!form) return null;
    const checks = new PageChecks(validators);
    const ja: LoadedForm = {
      versionHash: draft.versionHash,
      language: 'ja',
      title,
      themeColor,
      form,
      checks,
    };
    if (language === 'ja' || !hasEnglish) return { ja, en: ja };
    return { ja, en: inEnglish(ja, (await english()).words) };
  });
  linking.catch(() => linked.delete(key));
  linked.set(key, linking);
  return linking;
}

const STYLE = / style="(--[a-z]+:[#\w]+)"/g;

/**
 * Inputs work by themselves. Nothing else does: a form would be sent by the browser, a link would lead away from what was
 * typed, buttons and files do nothing without a program.
 */
function withoutScript(html: string): Pick<Drawn, 'html' | 'styles'> {
  const styles = new Set([...html.matchAll(STYLE)].map(([, style = '']) => style));
  return {
    html: html
      .replaceAll(STYLE, ' data-own="$1"')
      .replaceAll(/ style="[^"]*"/g, '')
      .replaceAll(/<(\/?)form\b/g, '<$1div')
      .replaceAll('<button ', '<button disabled ')
      .replaceAll('<a ', '<a inert ')
      .replaceAll(/<input(?=[^>]* type="file")[^>]*>/g, ''),
    styles: [...styles].map((style) => `[data-own="${style}"]{${style}}`).join(''),
  };
}
