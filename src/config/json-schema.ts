import {z} from 'zod'
import {siteSchema} from './config-schema.ts'

/** JSON schema (draft 2020-12) of the configuration file, for editors. Plain data. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(siteSchema, {io: 'input'})
  return {$id: 'https://unpkg.com/docprism/lib/docprism.schema.json', ...schema}
}
