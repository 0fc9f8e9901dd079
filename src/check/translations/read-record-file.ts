import {decodeSource} from '../../build/decode-source.ts'
import type {Disk} from '../../build/disk.ts'
import {systemReason} from '../../build/system-reason.ts'
import type {Diagnostic} from '../../core/diagnostic.ts'
import {rules} from '../../core/rules.ts'
import type {Site} from '../../core/site.ts'
import {readRecord, type TranslationRecord} from './record.ts'
import {recordFile} from './translation-settings.ts'

/** The record of a site as it stands on the disk. */
export interface RecordFile {
  /** `undefined` where there is no file. */
  readonly text: string | undefined
  readonly record: TranslationRecord
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the record of a site. Reports `locale/invalid-record`. */
export function readRecordFile(site: Site, disk: Disk): RecordFile {
  const {file, name} = recordFile(site)
  const nothing = {text: undefined, record: new Map<string, never>()}
  if (disk.kind(file) === undefined) return {...nothing, diagnostics: []}
  try {
    const {text} = decodeSource(disk.file(file).bytes(), name)
    return {text, ...readRecord(text, name)}
  } catch (error) {
    const ruleId = 'locale/invalid-record'
    const message = `Cannot read the record of translations: ${systemReason(error)}`
    return {...nothing, diagnostics: [{ruleId, severity: rules[ruleId].severity, message, path: name}]}
  }
}
