import '../ui/styles/index.css';
import { Router } from '../router/index.js';
import './mailbox.css';
import { QueryClientProvider } from '../api/query/index.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../api/queries.js';
import { openInLanguage } from '../texts/index.js';
import { fetchFonts } from '../ui/index.js';
import { MailboxScreen } from './MailboxScreen.js';

fetchFonts();
await openInLanguage();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Router>
          <MailboxScreen />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}
