import { Controller, Inject } from '@nestjs/common';
import { SiteView } from '../access/session.dto.js';
import { CONFIG, type Config } from '../config/config.js';
import { Endpoint } from '../http/endpoint.js';
import { demoApplicants, demoOfficials, demoPassword } from './demo-accounts.js';

@Controller()
export class SiteController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Endpoint({
    method: 'GET',
    path: '/api/site',
    permit: 'public',
    summary: 'What a screen must know before anybody signs in. Demo accounts are there in demo mode alone.',
    reply: SiteView,
  })
  show(): SiteView {
    return {
      name: '手続ポータル',
      demo: this.config.demo,
      demoAccounts: this.config.demo ? accounts : [],
    };
  }
}

const accounts: SiteView['demoAccounts'] = [
  ...demoApplicants.map(({ mail, name, description }) => ({
    kind: 'applicant' as const,
    login: mail,
    password: demoPassword,
    name,
    description,
  })),
  ...demoOfficials.map(({ login, name, department, description }) => ({
    kind: 'staff' as const,
    login,
    password: demoPassword,
    name,
    description: `${department}　${description}`,
  })),
];
