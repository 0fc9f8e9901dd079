/**
 * Writes the JSON schema of the configuration: `node lib/src/config/write-schema.js FILE`. Part of the compile step.
 */
import {writeFile} from 'node:fs/promises'
import {configJsonSchema} from './json-schema.ts'

const file = process.argv[2]
if (file === undefined) throw new Error('Expected the file to write as an argument')
await writeFile(file, `${JSON.stringify(configJsonSchema(), undefined, 2)}\n`)
