import { createPublicKey, verify } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { faultWords, type LogFault } from '../log-fault.js';
import { leafHash } from '../merkle.js';
import { merklePath, rootBy } from '../merkle-path.js';
import { type Seal, sealHash } from '../seal.js';
import type { LogEntryDetail, LogEntryView, LogQuery, LogState } from './log.dto.js';

interface EntryRow {
  readonly id: string;
  readonly body: string;
  readonly seal: number | null;
  readonly actor_name: string | null;
  readonly number: string | null;
}

interface Body {
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly kind: string };
  readonly subject: { readonly kind: string; readonly id: string | null };
}

const actorId = `(e.body::jsonb #>> '{actor,id}')`;
const subjectId = `(e.body::jsonb #>> '{subject,id}')`;
const action = `(e.body::jsonb ->> 'action')`;
/** Ids begin with the milliseconds of their moment (UUID version 7): a day is a range of them. */
const idAt = (day: string): string => `(
  lpad(to_hex((extract(epoch from ${day}::timestamp at time zone 'Asia/Tokyo') * 1000)::bigint), 12, '0')
  || '00000000000000000000')::uuid`;

const columns = `e.id, e.body, p.seal, s.name as actor_name, a.number`;
const joined = `
  left join audit_place p on p.event_id = e.id
  left join staff s on s.id = case when e.body::jsonb #>> '{actor,kind}' = 'staff' then ${actorId}::uuid end
  left join application a on a.id =
    case when e.body::jsonb #>> '{subject,kind}' = 'application' then ${subjectId}::uuid end`;

@Injectable()
export class LogQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. Null where nobody, or no application, goes by what was asked for. */
  async page(wanted: LogQuery, size: number): Promise<LogEntryView[]> {
    const { who, number, from, to, before } = wanted;
    const conditions: string[] = [];
    const values: unknown[] = [];
    const value = (one: unknown): string => `$${values.push(one)}`;
    // One alone stands in its index in the order of time; of several all would be collected and sorted.
    const oneOf = (column: string, ids: readonly { readonly id: string }[]): string =>
      ids.length === 1
        ? `${column} = ${value(ids[0]?.id)}`
        : `${column} = any(${value(ids.map(({ id }) => id))}::text[])`;
    if (who !== undefined) {
      const people = await this.dataSource.query<{ id: string }[]>(
        `select id from staff where login = lower($1) or replace(replace(name, ' ', ''), '　', '') =
           replace(replace($1, ' ', ''), '　', '')`,
        [who.trim()],
      );
      conditions.push(oneOf(actorId, people));
    }
    if (number !== undefined) {
      const found = await this.dataSource.query<{ id: string }[]>(
        'select id from application where number = upper($1)',
        [number.normalize('NFKC').trim()],
      );
      conditions.push(oneOf(subjectId, found));
    }
    if (wanted.action !== undefined) conditions.push(`${action} = ${value(wanted.action)}`);
    if (from !== undefined) conditions.push(`e.id >= ${idAt(`${value(from)}::date`)}`);
    if (to !== undefined) conditions.push(`e.id < ${idAt(`(${value(to)}::date + 1)`)}`);
    if (before !== undefined) conditions.push(`e.id < ${value(before)}::uuid`);
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const rows = await this.dataSource.query<EntryRow[]>(
      `select ${columns} from (
         select e.id, e.body from audit_event e ${where} order by e.id desc limit ${size}) e ${joined}
       order by e.id desc`,
      values,
    );
    return rows.map(viewOf);
  }

  async find(id: string): Promise<LogEntryDetail | null> {
    const [row] = await this.dataSource.query<EntryRow[]>(
      `select ${columns} from audit_event e ${joined} where e.id = $1`,
      [id],
    );
    if (!row) return null;
    const leaf = leafHash(row.body);
    return {
      ...viewOf(row),
      body: row.body,
      leaf: leaf.toString('hex'),
      proof: row.seal === null ? null : await this.proofOf(id, row.seal, leaf),
    };
  }

  async state(): Promise<LogState> {
    // Asked first: next to an unknown number, the plan would be to read every entry.
    const [last] = await this.dataSource.query<{ body: string; upto: string }[]>(
      'select body, upto_xid as upto from audit_seal order by number desc limit 1',
    );
    const [row] = await this.dataSource.query<
      [
        {
          waiting: number;
          actions: string[] | null;
          anchor: LogState['anchor'];
          check: { at: string; events: number; seals: number; faults: LogFault[] } | null;
        },
      ]
    >(
      // The kinds are found one after the other along their index, not by reading every entry.
      `with recursive kind as (
         select min(${action}) as action from audit_event e
         union all
         select (select min(${action}) from audit_event e where ${action} > kind.action)
         from kind where kind.action is not null
       )
       select (select array_agg(action order by action) from kind where action is not null) as actions,
         (select count(*)::int from audit_event e
          where e.xid >= $1::bigint and not exists (select from audit_place p where p.event_id = e.id)) as waiting,
         (select jsonb_build_object('day', day::text, 'seal', seal, 'deliveredAt', delivered_at)
          from audit_anchor order by day desc limit 1) as anchor,
         (select jsonb_build_object('at', at, 'events', events, 'seals', seals, 'faults', faults)
          from audit_check order by at desc limit 1) as check`,
      [last?.upto ?? 0],
    );
    const seal = last ? (JSON.parse(last.body) as Seal) : null;
    return {
      actions: row.actions ?? [],
      waiting: row.waiting,
      seal: seal && { number: seal.number, at: seal.at, count: seal.count, hash: sealHash(last?.body ?? '') },
      anchor: row.anchor,
      check: row.check && {
        ...row.check,
        faults: row.check.faults.map((fault) => {
          const [ja, en] = faultWords(fault);
          return { ja, en };
        }),
      },
    };
  }

  private async proofOf(id: string, number: number, leaf: Buffer): Promise<LogEntryDetail['proof']> {
    const [seal] = await this.dataSource.query<
      { body: string; signature: Buffer; key_id: string; public_key: string }[]
    >(
      `select s.body, s.signature, s.key_id, k.public_key
       from audit_seal s join audit_key k on k.id = s.key_id where s.number = $1`,
      [number],
    );
    if (!seal) return null;
    const places = await this.dataSource.query<{ event_id: string; pos: number; leaf: Buffer }[]>(
      'select event_id, pos, leaf from audit_place where seal = $1 order by pos',
      [number],
    );
    const place = places.findIndex((one) => one.event_id === id);
    const path = merklePath(
      places.map((one) => one.leaf),
      place,
    );
    const { root } = JSON.parse(seal.body) as Seal;
    const isSigned = verify(
      null,
      Buffer.from(seal.body, 'utf8'),
      createPublicKey(seal.public_key),
      seal.signature,
    );
    return {
      seal: number,
      sealBody: seal.body,
      signature: seal.signature.toString('hex'),
      keyId: seal.key_id,
      pos: places[place]?.pos ?? 0,
      path: path.map((step) => ({ ...step })),
      holds: isSigned && rootBy(leaf, path) === root,
    };
  }
}

function viewOf({ id, body, seal, actor_name: actorName, number }: EntryRow): LogEntryView {
  const { at, action: done, actor, subject } = JSON.parse(body) as Body;
  return {
    id,
    at,
    action: done,
    actorKind: actor.kind,
    actorName,
    subjectKind: subject.kind,
    subjectId: subject.id,
    number,
    seal,
  };
}
