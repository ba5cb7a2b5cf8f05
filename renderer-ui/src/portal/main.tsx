import '../ui/styles/index.css';
import { Router } from '../router/index.js';
import './portal.css';
// Small, and a file of its own would be one request more on the way to the first question.
import './fill/keeping.css';
import { QueryClientProvider } from '../api/query/index.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient, forgetWords } from '../api/queries.js';
import { onLanguageChange, openInLanguage } from '../texts/index.js';
import { AnnouncerProvider, fetchFonts } from '../ui/index.js';
import { PortalRoutes } from './routes.js';

fetchFonts();
await openInLanguage();

const queries = createQueryClient();
onLanguageChange(() => void forgetWords(queries));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <AnnouncerProvider>
          <Router>
            <PortalRoutes />
          </Router>
        </AnnouncerProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
