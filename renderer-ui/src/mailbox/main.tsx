import '../ui/styles/index.css';
import { Router } from '../router/index.js';
import './mailbox.css';
import { QueryClientProvider } from '../api/query/index.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient, forgetWords } from '../api/queries.js';
import { onLanguageChange, openInLanguage } from '../texts/index.js';
import { fetchFonts } from '../ui/index.js';
import { MailboxScreen } from './MailboxScreen.js';

const client = createQueryClient();
fetchFonts();
await openInLanguage();
onLanguageChange(() => void forgetWords(client));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Router>
          <MailboxScreen />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}
