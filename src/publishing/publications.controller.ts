import { Body, Controller, Param } from '@nestjs/common';
import { CurrentAsker, type StaffAsker } from '../access/asker.js';
import { DraftsQueries } from '../builder/drafts.queries.js';
import { Endpoint } from '../http/endpoint.js';
import { AskedLanguage, type Language } from '../http/language.js';
import { orRefuse, Refused, refuse } from '../http/refusal.js';
import { contentHash } from '../procedures/version-hash.js';
import { ApprovePublication } from './approve-publication.js';
import { AskPublication } from './ask-publication.js';
import { compareContents } from './compare-contents.js';
import { EndPublication } from './end-publication.js';
import { MeasureImpact } from './measure-impact.js';
import { PublicationsQueries } from './publications.queries.js';
import {
  ApproveRequest,
  AskRequest,
  Comparison,
  ImpactView,
  PublicationList,
  PublicationView,
  ReasonRequest,
} from './publishing.dto.js';

/** From a draft to a version in force: what it changes, who agrees, and when. */
@Controller()
export class PublicationsController {
  constructor(
    private readonly drafts: DraftsQueries,
    private readonly queries: PublicationsQueries,
    private readonly impact: MeasureImpact,
    private readonly ask: AskPublication,
    private readonly approve: ApprovePublication,
    private readonly end: EndPublication,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/comparison',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary:
      'What publishing a draft would change: of the definition, and for the applicants of its examples.',
    reply: Comparison,
  })
  async compare(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<Comparison> {
    const draft = await this.drafts.find(me, id);
    if (!draft) throw new Refused(refuse('not-found'));
    const inForce = await this.queries.inForce(draft.procedureId);
    return {
      inForce: inForce && { number: inForce.number, hash: inForce.hash, at: inForce.at },
      baseMoved: (inForce?.hash ?? null) !== (draft.base?.hash ?? null),
      ...(await compareContents(inForce?.files ?? null, draft.files, language)),
    };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/impact',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'What publishing a draft would do to what applicants have begun and handed in: counts alone.',
    reply: ImpactView,
  })
  async showImpact(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<ImpactView> {
    const draft = await this.drafts.files(me, id);
    if (!draft) throw new Refused(refuse('not-found'));
    const inForce = await this.queries.inForce(draft.procedureId);
    const none: ImpactView = {
      total: 0,
      tried: 0,
      sentences: [],
      applications: { moves: 0, asks: 0, stays: [] },
      causes: [],
    };
    if (!inForce || contentHash(inForce.files) === contentHash(draft.files)) return none;
    const change = { publishedHash: inForce.hash, before: inForce.files, after: draft.files };
    return (await this.impact.view(change, language)) ?? none;
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/drafts/:id/publications',
    permit: 'office:write-drafts',
    summary: 'Asks for a draft to be published as it is now, at once or at a time, once others have agreed.',
    body: AskRequest,
    reply: PublicationView,
    status: 201,
  })
  async askPublication(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() body: AskRequest,
    @AskedLanguage() language: Language,
  ): Promise<PublicationView> {
    return this.view(me, orRefuse(await this.ask.run(me, id, body)), language);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/drafts/:id/publications',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'Publications that were asked for of a draft, the latest first.',
    reply: PublicationList,
  })
  async ofDraft(@CurrentAsker() me: StaffAsker, @Param('id') id: string): Promise<PublicationList> {
    if (!(await this.drafts.files(me, id))) throw new Refused(refuse('not-found'));
    return { publications: await this.queries.ofDraft(me, id) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/publications',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'Publications that wait for approval or their day, then those that have ended.',
    reply: PublicationList,
  })
  async list(@CurrentAsker() me: StaffAsker): Promise<PublicationList> {
    return { publications: await this.queries.list(me) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/builder/publications/:id',
    permit: 'office:read-drafts',
    shows: 'nothing',
    summary: 'One publication, with what it changes against what is in force now.',
    reply: PublicationView,
  })
  show(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @AskedLanguage() language: Language,
  ): Promise<PublicationView> {
    return this.view(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/publications/:id/approve',
    permit: 'office:publish',
    summary: 'Agrees to the content that was looked at. With the last one needed it is published or planned.',
    body: ApproveRequest,
    reply: PublicationView,
  })
  async approvePublication(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { hash }: ApproveRequest,
    @AskedLanguage() language: Language,
  ): Promise<PublicationView> {
    orRefuse(await this.approve.run(me, id, hash));
    return this.view(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/publications/:id/decline',
    permit: 'office:publish',
    summary: 'Does not agree, with a reason for the authors.',
    body: ReasonRequest,
    reply: PublicationView,
  })
  async decline(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @AskedLanguage() language: Language,
  ): Promise<PublicationView> {
    orRefuse(await this.end.decline(me, id, reason));
    return this.view(me, id, language);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/builder/publications/:id/withdraw',
    permit: 'office:read-drafts',
    summary:
      'Takes back what waits for approval or for its day: by its authors, or whoever agrees to publications.',
    body: ReasonRequest,
    reply: PublicationView,
  })
  async withdraw(
    @CurrentAsker() me: StaffAsker,
    @Param('id') id: string,
    @Body() { reason }: ReasonRequest,
    @AskedLanguage() language: Language,
  ): Promise<PublicationView> {
    orRefuse(await this.end.withdraw(me, id, reason));
    return this.view(me, id, language);
  }

  private async view(me: StaffAsker, id: string, language: Language): Promise<PublicationView> {
    const found = await this.queries.find(me, id);
    if (!found) throw new Refused(refuse('not-found'));
    const { line, files } = found;
    const inForce = await this.queries.inForce(line.procedureId);
    const isOpen = line.state === 'asked' || line.state === 'planned';
    return {
      ...line,
      comparison: {
        inForce: inForce && { number: inForce.number, hash: inForce.hash, at: inForce.at },
        baseMoved: false,
        ...(isOpen
          ? await compareContents(inForce?.files ?? null, files, language)
          : { problems: [], changes: [], examples: 0, results: [] }),
      },
    };
  }
}
