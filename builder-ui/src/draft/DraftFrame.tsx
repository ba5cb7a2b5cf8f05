import { Suspense, useEffect, useRef, useState, type KeyboardEvent as KeyPress, type ReactNode } from 'react';
import { useSite } from '../../../renderer-ui/src/api/queries.js';
import { Link } from '../../../renderer-ui/src/router/index.js';
import { Banner, Button, Page, Spinner } from '../../../renderer-ui/src/ui/index.js';
import { GuidePanel } from '../guide/GuidePanel.js';
import { useGuideOpen } from '../guide/use-guide-open.js';
import { HelpButton } from '../help/HelpButton.js';
import { ProblemList } from '../problems/ProblemList.js';
import { ProblemsButton } from '../problems/ProblemsButton.js';
import { useBuilderTexts } from '../texts/builder.js';
import { useHelpTexts } from '../texts/help.js';
import { useDraft, useWorkspace } from '../workspace/use-workspace.js';
import { AREAS, type Area } from './areas.js';
import { ConflictDialog } from './ConflictDialog.js';
import { HistoryButtons } from './HistoryButtons.js';
import { News } from './News.js';
import { SaveState } from './SaveState.js';
import { titleOf } from './title-of.js';

/** Name of the procedure, what can be undone, what is saved, who else is here, problems, and the editors as tabs. */
export function DraftFrame({ area }: { readonly area: Area }): ReactNode {
  const texts = useBuilderTexts();
  const site = useSite();
  const { draft } = useWorkspace();
  const title = useDraft(({ files }) => titleOf(files)) ?? draft.procedureId;
  const [guideOpen, setGuideOpen] = useGuideOpen();
  const help = useHelpTexts();
  const [problemsOpen, setProblemsOpen] = useState(false);
  const workspace = useWorkspace();
  useEffect(() => workspace.at(area.name), [workspace, area]);
  const tabs = useRef<HTMLElement>(null);
  // Without a mouse the way back out of a long editor is one key.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'F6' || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      tabs.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Page
      title={`${title}　${texts.areas[area.name]}`}
      site={site.data?.name ?? texts.product}
      focusKey={`${draft.id} ${area.name}`}
      width="full"
      ownTitle
    >
      <div className="builder-bar">
        <h1 className="builder-bar__title" tabIndex={-1}>
          {title}
          <span className="tz-hidden">　{texts.areas[area.name]}</span>
        </h1>
        <SaveState />
        <div className="builder-bar__tools">
          <HistoryButtons />
          <Button size="small" aria-expanded={guideOpen} onClick={() => setGuideOpen(!guideOpen)}>
            {help.openGuide}
          </Button>
          <HelpButton topic={area.name} />
          <ProblemsButton isOpen={problemsOpen} onToggle={() => setProblemsOpen(!problemsOpen)} />
        </div>
      </div>
      <nav ref={tabs} className="builder-tabs" aria-label={texts.draftNav} onKeyDown={alongTabs}>
        {AREAS.map(({ name }) => (
          <Link
            key={name}
            className="builder-tabs__tab"
            to={`/builder/drafts/${draft.id}/${name}`}
            aria-current={name === area.name ? 'page' : undefined}
          >
            {texts.areas[name]}
          </Link>
        ))}
      </nav>
      {guideOpen && <GuidePanel onClose={() => setGuideOpen(false)} />}
      {!draft.mayWrite && <Banner tone="info" title={texts.readOnly} />}
      <News />
      {problemsOpen && <ProblemList onClose={() => setProblemsOpen(false)} />}
      <ConflictDialog />
      <Suspense fallback={<Spinner />}>
        <area.Screen />
      </Suspense>
    </Page>
  );
}

/** From one editor's link to the next and back, as well as by Tab. */
function alongTabs(event: KeyPress<HTMLElement>): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + (event.key === 'ArrowRight' ? 1 : -1)];
  if (at === -1 || !next) return;
  event.preventDefault();
  next.focus();
}
