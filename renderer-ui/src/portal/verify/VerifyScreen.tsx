import { useRef, useState, type ReactNode } from 'react';
import { fetchProved, verifyFile } from '../../api/proofs.js';
import { useQuery } from '../../api/query/index.js';
import type { FileVerdict } from '../../api/types.js';
import { useParams } from '../../router/index.js';
import { useLanguage, useVerifyTexts } from '../../texts/index.js';
import { Banner, Button, Icon, Page, Spinner } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/Frame.js';
import { Proved } from './Proved.js';
import './verify.css';

/** Whether a notice is genuine: by the code on the paper, or by its file. */
export function VerifyScreen(): ReactNode {
  const texts = useVerifyTexts();
  const { token } = useParams();
  return (
    <Page title={texts.title} site={useSiteName()} focusKey={`verify-${token ?? ''}`} width="narrow">
      <div className="tz-stack tz-verify">
        {token === undefined ? <p className="tz-lead">{texts.lead}</p> : <Scanned token={token} />}
        {/* What was said of a file came in the language of that moment. */}
        <File key={useLanguage()} />
        {token === undefined && (
          <section className="tz-stack" aria-labelledby="verify-code">
            <h2 id="verify-code" className="tz-heading">
              {texts.codeTitle}
            </h2>
            <p>{texts.codeBody}</p>
          </section>
        )}
      </div>
    </Page>
  );
}

function Scanned({ token }: { readonly token: string }): ReactNode {
  const texts = useVerifyTexts();
  const found = useQuery({ queryKey: ['proved', token], queryFn: () => fetchProved(token) });
  if (found.error !== null) return <FailureBanner error={found.error} />;
  if (!found.data) return <Spinner />;
  const { standing } = found.data;
  return (
    <div className="tz-stack">
      {standing === 'valid' ? (
        <Banner tone="success" title={texts.verdicts.code}>
          <p>{texts.compare}</p>
        </Banner>
      ) : (
        <Banner tone="warning" title={texts.verdicts[standing]} />
      )}
      <Proved notice={found.data} />
    </div>
  );
}

const mostBytes = 1_048_576;

type Asked =
  | { readonly kind: 'none' | 'large' }
  | { readonly kind: 'busy'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'judged'; readonly name: string; readonly verdict: FileVerdict };

function File(): ReactNode {
  const texts = useVerifyTexts();
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Asked>({ kind: 'none' });
  const judge = async (file: File): Promise<void> => {
    if (file.size > mostBytes) return setAsked({ kind: 'large' });
    setAsked({ kind: 'busy', name: file.name });
    try {
      setAsked({ kind: 'judged', name: file.name, verdict: await verifyFile(file) });
    } catch (error) {
      setAsked({ kind: 'failed', error });
    }
  };
  return (
    <section className="tz-stack" aria-labelledby="verify-file">
      <h2 id="verify-file" className="tz-heading">
        {texts.fileTitle}
      </h2>
      <p>{texts.fileBody}</p>
      <div>
        <input
          ref={input}
          hidden
          type="file"
          accept="application/pdf,.pdf"
          data-picker="notice-file"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void judge(file);
            event.target.value = '';
          }}
        />
        <Button
          look="primary"
          size="large"
          blocked={asked.kind === 'busy'}
          aria-describedby="verify-size"
          onClick={() => input.current?.click()}
        >
          <Icon name="file" />
          {asked.kind === 'judged' ? texts.another : texts.choose}
        </Button>
        <p id="verify-size" className="tz-quiet">
          {texts.size}
        </p>
      </div>
      <div role="status" className="tz-stack">
        {asked.kind === 'busy' && <p>{texts.checking}</p>}
        {asked.kind === 'large' && <Banner tone="error" title={texts.tooLarge} />}
        {asked.kind === 'failed' && <FailureBanner error={asked.error} />}
        {asked.kind === 'judged' && <Judged name={asked.name} verdict={asked.verdict} />}
      </div>
    </section>
  );
}

function Judged({ name, verdict }: { readonly name: string; readonly verdict: FileVerdict }): ReactNode {
  const texts = useVerifyTexts();
  const { genuine, notice, fault } = verdict;
  const holds = genuine && notice?.standing === 'valid';
  return (
    <>
      <p className="tz-quiet tz-verify__name">{texts.chosen(name)}</p>
      {fault && (
        <Banner tone="error" title={texts.verdicts.wrong}>
          <p>{fault.text}</p>
        </Banner>
      )}
      {genuine && notice && (
        <Banner
          tone={holds ? 'success' : 'warning'}
          title={notice.standing === 'valid' ? texts.verdicts.genuine : texts.verdicts[notice.standing]}
        />
      )}
      {!genuine && notice && <p>{texts.was}</p>}
      {notice && <Proved notice={notice} />}
    </>
  );
}
