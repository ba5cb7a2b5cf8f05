import { useState, type ReactNode } from 'react';
import { request } from '../../../renderer-ui/src/api/request.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { Banner, Button } from '../../../renderer-ui/src/ui/index.js';
import { useRehearsalTexts } from '../texts/rehearsal.js';
import { useSigns } from '../texts/signs.js';
import { useWorkspace } from '../workspace/use-workspace.js';

/** As far as examples are concerned (`src/publishing/publishing.dto.ts`). */
interface Comparison {
  readonly results: readonly {
    readonly file: string;
    readonly title: string;
    readonly changes: readonly { readonly text: string; readonly because: readonly string[] }[];
  }[];
}

/** For whom something comes out otherwise than by the version in force, and because of what. */
export function Compared(): ReactNode {
  const { examples: texts } = useRehearsalTexts();
  const signs = useSigns();
  const workspace = useWorkspace();
  const [state, setState] = useState<Comparison | Error | null>(null);
  const [isAsking, setAsking] = useState(false);
  async function compare(): Promise<void> {
    setAsking(true);
    try {
      await workspace.save();
      const path = `/api/builder/drafts/${encodeURIComponent(workspace.draft.id)}/comparison`;
      setState(await request<Comparison>('GET', path));
    } catch (failure) {
      setState(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setAsking(false);
    }
  }
  if (!workspace.draft.base) return null;
  return (
    <section className="examples-part" aria-labelledby="compared-title">
      <h2 id="compared-title">{texts.compared}</h2>
      <div>
        <Button blocked={isAsking} onClick={() => void compare()}>
          {isAsking ? texts.running : texts.compare}
        </Button>
      </div>
      {state instanceof Error && <RefusalBanner error={state} />}
      {state && !(state instanceof Error) && state.results.length === 0 && (
        <Banner tone="success" role="status" title={texts.sameAsBefore} />
      )}
      {state && !(state instanceof Error) && state.results.length > 0 && (
        <div role="status">
          <ul>
            {state.results.map(({ file, title, changes }) => (
              <li key={file}>
                <strong>{title}</strong>
                <ul>
                  {changes.map(({ text, because }, index) => (
                    <li key={index}>
                      {text}
                      {because.length > 0 && (
                        <span className="tz-quiet">{`${signs.open}${because.join(signs.comma)}${signs.close}`}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
