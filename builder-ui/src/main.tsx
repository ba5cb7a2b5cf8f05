import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient, forgetWords } from '../../renderer-ui/src/api/queries.js';
import { QueryClientProvider } from '../../renderer-ui/src/api/query/index.js';
import { watchForExpiry } from '../../renderer-ui/src/desk/index.js';
import { Router } from '../../renderer-ui/src/router/index.js';
import { onLanguageChange, openInLanguage } from '../../renderer-ui/src/texts/index.js';
import { AnnouncerProvider, fetchFonts } from '../../renderer-ui/src/ui/index.js';
import '../../renderer-ui/src/ui/styles/index.css';
import './styles/builder.css';
import { BuilderApp } from './BuilderApp.js';

const client = createQueryClient();
watchForExpiry(client);
fetchFonts();
await openInLanguage();
onLanguageChange(() => {
  void forgetWords(client);
  // A draft in hand is none of these.
  void client.invalidateQueries({ queryKey: ['builder'] });
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Router>
          <AnnouncerProvider>
            <BuilderApp />
          </AnnouncerProvider>
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
}
