import { Controller, Inject } from '@nestjs/common';
import { SiteView } from '../access/session.dto.js';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { DemoAccounts } from './demo-account.dto.js';
import { demoApplicants, demoOfficials, demoPassword } from './demo-accounts.js';

@Controller()
export class SiteController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Endpoint({
    method: 'GET',
    path: '/api/site',
    permit: 'public',
    summary: 'What a screen must know before anybody signs in.',
    reply: SiteView,
  })
  show(@AskedLanguage() language: Language): SiteView {
    return { name: this.config.siteName[language], demo: this.config.demo };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/demo-accounts',
    permit: 'public',
    summary: 'The accounts of a demo with their one password; none anywhere else.',
    reply: DemoAccounts,
  })
  accounts(@AskedLanguage() language: Language): DemoAccounts {
    return { accounts: this.config.demo ? demoAccounts(language) : [] };
  }
}

function demoAccounts(language: Language): DemoAccounts['accounts'] {
  return [
    ...demoApplicants.map(({ mail, name, description }) => ({
      kind: 'applicant' as const,
      login: mail,
      password: demoPassword,
      name,
      description: description[language],
    })),
    ...demoOfficials.map(({ login, name, department, description }) => ({
      kind: 'staff' as const,
      login,
      password: demoPassword,
      name,
      description: `${department}　${description[language]}`,
    })),
  ];
}
