import { QueryClientProvider } from '../api/query/index.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient, forgetWords } from '../api/queries.js';
import { Router } from '../router/index.js';
import { onLanguageChange, openInLanguage } from '../texts/index.js';
import { AnnouncerProvider, fetchFonts } from '../ui/index.js';
import '../ui/styles/index.css';
import './styles/index.css';
import { deskKeys } from './desk-queries.js';
import { DeskApp } from './DeskApp.js';
import { watchForExpiry } from './session/expiry.js';

const client = createQueryClient();
watchForExpiry(client);
fetchFonts();
await openInLanguage();
onLanguageChange(() => {
  void forgetWords(client);
  void client.invalidateQueries({
    queryKey: deskKeys.all,
    // Paper that is being keyed in has both languages, and stays as it is.
    predicate: ({ queryKey: [, what] }) => what !== 'paper' && what !== 'form',
  });
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Router>
          <AnnouncerProvider>
            <DeskApp />
          </AnnouncerProvider>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}
