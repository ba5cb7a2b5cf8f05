import '../ui/styles/index.css';
import { Router } from '../router/index.js';
import './portal.css';
// Small, and a file of its own would be one request more on the way to the first question.
import './fill/keeping.css';
import { QueryClientProvider } from '../api/query/index.js';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createQueryClient, forgetWords } from '../api/queries.js';
import { onLanguageChange, openInLanguage } from '../texts/index.js';
import { AnnouncerProvider, fetchFonts } from '../ui/index.js';
import { untilWordIsWhole } from './early/composing.js';
import { drawOver } from './early/hand-over.js';
import { openScreen, PortalRoutes } from './routes.js';

/** Not awaited by this module: the screens import it, and would wait for themselves. */
async function start(root: HTMLElement): Promise<void> {
  fetchFonts();
  const queries = createQueryClient();
  await openInLanguage();
  await openScreen(queries, window.location.pathname);
  onLanguageChange(() => void forgetWords(queries));
  const app = (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <AnnouncerProvider>
          <Router>
            <PortalRoutes />
          </Router>
        </AnnouncerProvider>
      </QueryClientProvider>
    </StrictMode>
  );
  await untilWordIsWhole();
  drawOver(root, () => flushSync(() => createRoot(root).render(app)));
}

const root = document.getElementById('root');
if (root) void start(root);
