import {z} from 'zod'
import type {ExternalSettings} from '../core/check-settings.ts'

const amount = (least: number) => z.int({error: 'a whole number'}).min(least, {error: `a whole number from ${least}`})
const status = 'a status such as `403`, or a range such as `200..299`'
const flag = z.boolean({error: '`true` or `false`'})

/** How links that leave the sites are checked, as written. */
export const externalSchema = z
  .strictObject(
    {
      exclude: z
        .array(z.string({error: 'a pattern such as `https://intranet.example/*`'}), {error: 'a list of patterns'})
        .optional()
        .describe('Patterns of addresses that are never asked for; `*` stands for anything'),
      accept: z
        .array(
          z.union([z.int(), z.string().regex(/^[1-9]\d\d(?:\.\.[1-9]\d\d)?$/, {error: status})], {error: status}),
          {error: 'a list of statuses'},
        )
        .optional()
        .describe('Statuses of good answers; `200..299` unless given'),
      anchors: flag.optional().describe('Whether anchors are looked for in the pages'),
      allow_private: flag.optional().describe('Whether addresses of the own network may be asked for'),
      concurrency: amount(1).optional().describe('Requests at a time; 16 unless given'),
      per_host: amount(1).optional().describe('Requests at a time to one host; 2 unless given'),
      interval_ms: amount(0).optional().describe('Milliseconds between two requests to one host; 100 unless given'),
      timeout_ms: amount(1).optional().describe('Milliseconds that one answer may take; 20000 unless given'),
      retries: amount(0).optional().describe('How often is asked again after failures that may pass; 2 unless given'),
      max_redirects: amount(0).optional().describe('Redirects that are followed; 5 unless given'),
      cache_days: amount(0).optional().describe('Days that a good answer is believed; 1 unless given'),
    },
    {error: 'a map of settings for external links'},
  )
  .meta({id: 'External', description: 'How `docprism check --external` asks the web'})

/** Settings in our own terms. */
export function resolveExternal(written: z.output<typeof externalSchema>): ExternalSettings {
  const {exclude, accept, anchors, concurrency, retries} = written
  const given = {
    exclude,
    accept: accept?.map(String),
    anchors,
    allowPrivate: written.allow_private,
    concurrency,
    perHost: written.per_host,
    intervalMs: written.interval_ms,
    timeoutMs: written.timeout_ms,
    retries,
    maxRedirects: written.max_redirects,
    cacheDays: written.cache_days,
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
