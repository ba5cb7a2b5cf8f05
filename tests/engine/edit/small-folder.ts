import type { ProcedureFiles } from '../../../src/engine/procedure/procedure.js';

/** A folder that names each kind of thing in each way there is, written by hand as an author would. */
export const smallFolder: ProcedureFiles = {
  'procedure.json': `{
  "id": "small",
  "title": "小さな手続", "summary": "ためし", "kind": "application", "audience": ["business"],
  "category": "しごと", "department": "課",
  "contact": { "name": "係", "phone": "06-0000-0000", "mail": "a@example.jp", "hours": "平日" },
  "legalNature": "service", "legalBasis": [{ "title": "要綱", "article": "第1条" }],
  "criteria": [{ "id": "in-city", "title": "市内", "text": "市内にあること。" }],
  "acceptanceWindow": { "opensAt": "2021-11-01T00:00:00+09:00", "closesAt": "2021-12-13T23:59:59+09:00" },
  "standardProcessingDays": 40,
  "oncePer": { "key": "store.name + \\"store.name\\"", "message": "済" },
  "numbering": { "prefix": "0001", "documentSymbol": "小" },
  "retentionYears": 5, "signIn": "account", "subject": "store.name"
}
`,
  'form.schema.json': `{
  "type": "object",
  "properties": {
    "store": {
      "type": "object", "title": "店舗",
      "properties": {
        "name": { "type": "string", "title": "店名 name", "x-prefill": "previous.store.name" },
        "city": { "type": "string", "title": "市", "x-options": { "table": "cities", "value": "code", "label": "name" } },
        "rate": { "type": "number", "title": "率", "x-compute": "lookup(tables.cities, \\"code\\", store.city).rate" },
        "home": { "$ref": "#/$defs/address", "title": "本店" },
        "shop": { "$ref": "#/$defs/address", "title": "支店", "x-askWhen": "store.home.town = \\"town\\"" }
      },
      "required": ["name", "city", "home"]
    },
    "sales": {
      "type": "object", "title": "売上", "x-askWhen": "store.city != null",
      "properties": {
        "rows": {
          "type": "array", "title": "月ごと", "maxItems": 3,
          "items": {
            "type": "object",
            "properties": {
              "month": { "type": "string", "title": "月", "enum": ["10", "11"] },
              "amount": { "type": "integer", "title": "額", "minimum": 0, "x-askWhen": "row.month != null" }
            },
            "required": ["month", "amount"],
            "x-check": [{ "id": "not-zero", "expression": "row.amount > 0", "message": "0です。", "level": "error", "target": "row.amount" }]
          }
        },
        "amount": { "type": "number", "title": "合計", "x-compute": "sum(for amount in sales.rows return amount.amount)" },
        "large": { "type": "integer", "title": "大口", "x-compute": "count(sales.rows[amount > 1000])" }
      }
    }
  },
  "required": ["store"],
  "$defs": {
    "address": { "type": "object", "title": "住所", "properties": { "town": { "type": "string", "title": "町" } }, "required": ["town"] }
  },
  "x-check": [{ "id": "in-city", "expression": "store.city != null", "message": "市外です。", "level": "warning", "criterion": "in-city", "target": "store.city" }]
}
`,
  'form.ui.json': `{
  "store": { "ui:order": ["city", "name", "*"], "home": { "town": { "ui:widget": "textarea" } } },
  "sales": { "rows": { "ui:options": { "oneRowPer": "month" }, "items": { "amount": { "ui:widget": "money" } } } }
}
`,
  'workflow.json': `{
  "start": "review",
  "roles": { "clerk": { "title": "係員" }, "chief": { "title": "課長" } },
  "teams": { "north": { "title": "北" } },
  "reasons": [{ "code": "unclear", "title": "不明", "text": "はっきりしません。" }],
  "highlights": [
    { "title": "合計", "value": "sales.amount", "stages": ["decision"], "when": "application.team != \\"north\\"" },
    { "title": "理由", "value": "overridden[item.field = \\"sales.amount\\"].public_reason" }
  ],
  "onArrival": [{ "message": "received" }],
  "stages": {
    "review": {
      "kind": "review", "title": "審査", "role": "clerk",
      "publicStatus": { "label": "審査中", "explanation": "審査しています。", "tone": "progress" },
      "actions": {
        "pass": {
          "title": "進める",
          "requires": { "fields": { "type": "object", "properties": { "note": { "type": "string", "title": "所見" } }, "required": ["note"] } },
          "routes": [
            { "when": "store.rate > 1", "to": "decision" },
            { "table": "cities", "match": { "code": "store.city" } },
            { "to": "decision", "team": "north" }
          ]
        }
      }
    },
    "decision": {
      "kind": "approval", "title": "決裁", "role": "chief",
      "publicStatus": { "label": "決裁中", "explanation": "決裁しています。", "tone": "progress" },
      "actions": {
        "approve": {
          "title": "決定", "notActorOf": ["review"], "when": "staff.pass.note != \\"pass\\"",
          "routes": [{ "to": "granted" }], "effects": [{ "notice": "grant" }]
        }
      }
    },
    "granted": { "kind": "final", "title": "決定済み", "outcome": "approved", "publicStatus": { "label": "決定", "explanation": "決まりました。", "tone": "done" } }
  }
}
`,
  'tables/cities.csv':
    'code,name,rate:number,to,team\n271004,大阪市,1,decision,north\n271403,堺市,2,review,\n',
  'messages/received.md':
    '---\nsubject: 受け付けました（{{ store.name }}）\n---\n{{ store.name }}様　store.name\n',
  'notices/grant.md': `---
title: 決定通知書
layout: letter
numbering: no
---
{{#if sales.rows != null }}
{{#each item in sales.rows }}
| {{ if item.amount = null then "" else item.month + "月 item.amount" }} |
{{/each}}
{{/if}}
{{ staff.pass.note }}　{{ store.name }}
`,
  'examples/01-granted.json': `{
  "title": "決定まで",
  "now": "2021-11-05T10:00:00+09:00",
  "answers": {
    "store": { "name": "name", "city": "271004", "home": { "town": "town" }, "shop": { "town": "x" } },
    "sales": { "rows": [{ "month": "10", "amount": 2000 }, { "month": "11", "amount": 500 }] }
  },
  "expect": {
    "values": { "/sales/amount": 2500, "/sales/large": 1, "/sales/rows/0/amount": 2000 },
    "asked": { "/store/shop/town": true },
    "stage": "review", "effects": [{ "message": "received" }]
  },
  "steps": [
    { "by": { "id": "a", "roles": ["clerk"] }, "action": "pass", "fields": { "note": "note" }, "expect": { "stage": "decision", "team": "north" } },
    { "by": { "id": "b", "roles": ["chief"] }, "action": "approve", "expect": { "stage": "granted", "effects": [{ "notice": "grant" }] } }
  ],
  "notice": { "template": "grant", "contains": ["note　name"] }
}
`,
};
