import { Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Endpoint } from '../http/endpoint.js';
import { Banks } from './banks.js';
import { BankOfficeQuery, BankOffices, PostalCodeView } from './lookups.dto.js';
import { PostalCodes } from './postal-codes.js';

/** The lists change a few times a year. */
const forADay = 'public, max-age=86400';

/** Public lists that help to fill a form. None of them ever stands in the way: what they do not know is typed. */
@Controller()
export class LookupsController {
  constructor(
    private readonly postalCodes: PostalCodes,
    private readonly banks: Banks,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/postal-codes/:code',
    permit: 'public',
    summary: 'The places a postal code stands for; none where it is not known.',
    params: { code: /^\d{1,7}$/ },
    reply: PostalCodeView,
    paced: true,
  })
  postalCode(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): PostalCodeView {
    void reply.header('cache-control', forADay);
    return { addresses: this.postalCodes.find(code) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/banks',
    permit: 'public',
    summary: 'Banks by code, name or reading.',
    query: BankOfficeQuery,
    reply: BankOffices,
    paced: true,
  })
  bank(@Query() { query }: BankOfficeQuery, @Res({ passthrough: true }) reply: FastifyReply): BankOffices {
    void reply.header('cache-control', forADay);
    return this.banks.search(query ?? '');
  }

  @Endpoint({
    method: 'GET',
    path: '/api/banks/:code/branches',
    permit: 'public',
    summary: 'Branches of a bank by code, name or reading; none where the bank is not known.',
    params: { code: /^\d{4}$/ },
    query: BankOfficeQuery,
    reply: BankOffices,
    paced: true,
  })
  branch(
    @Param('code') code: string,
    @Query() { query }: BankOfficeQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): BankOffices {
    void reply.header('cache-control', forADay);
    return this.banks.searchBranches(code, query ?? '');
  }
}
