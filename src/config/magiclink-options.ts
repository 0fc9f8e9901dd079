import {knownProviders} from '../../plugins/autolinks/providers.ts'
import {describeValue, listChoices, quoteValue, type ConfigPath, type Finding} from './finding.ts'
import {isPlainMap} from './python-callable.ts'
import type {Checked} from './slugify-option.ts'
import {unknownName} from './unknown-name.ts'

const hostTypes = ['github', 'gitlab', 'bitbucket']
const labelNames = ['commit', 'compare', 'discuss', 'issue', 'mention', 'pull', 'repository']

/** Checks the hosts of `custom`: a map from names of letters and digits to `label`, `type`, `host` and `www`. */
export function readRepositoryHosts(value: Readonly<Record<string, unknown>>): Checked<unknown> {
  for (const [name, entry] of Object.entries(value)) {
    const fault = hostFault(name, entry)
    if (fault) return {path: [name, ...fault.path], message: fault.message}
  }
  return {value}
}

function hostFault(name: string, entry: unknown): {path: ConfigPath; message: string} | undefined {
  if (!/^[a-zA-Z0-9]+$/.test(name))
    return {path: [], message: `Found the name ${quoteValue(name)}, expected ASCII letters and digits only`}
  if (knownProviders.some((known) => known === name))
    return {path: [], message: `Found the name ${quoteValue(name)}, expected one that no known provider has`}
  if (!isPlainMap(entry))
    return {path: [], message: `Found ${describeValue(entry)}, expected a map with \`label\`, \`type\` and \`host\``}
  for (const key of Object.keys(entry)) {
    if (!['label', 'type', 'host', 'www'].includes(key))
      return {path: [key], message: unknownName('key', key, ['label', 'type', 'host', 'www']).message}
  }
  const {label, type, host, www} = entry
  const found = (key: string, what: string): {path: ConfigPath; message: string} => ({
    path: key in entry ? [key] : [],
    message: `Found ${key in entry ? describeValue(entry[key]) : `no \`${key}\``}, expected ${what}`,
  })
  if (typeof label !== 'string') return found('label', 'the name of the host in titles')
  if (typeof type !== 'string' || !hostTypes.includes(type)) return found('type', listChoices(hostTypes))
  if (typeof host !== 'string' || !/^https?:\/\/[^\s/]+/i.test(host))
    return found('host', 'an address such as `https://git.aurora.example`')
  if (www !== undefined && typeof www !== 'boolean') return found('www', '`true` or `false`')
  return undefined
}

/** Checks `labels`: a map from kinds of links to words. */
export function readLinkLabels(value: Readonly<Record<string, unknown>>): Checked<unknown> {
  for (const [name, label] of Object.entries(value)) {
    if (!labelNames.includes(name)) return {path: [name], message: unknownName('label', name, labelNames).message}
    if (typeof label !== 'string')
      return {path: [name], message: `Found ${describeValue(label)}, expected a word or two`}
  }
  return {value}
}

/** Checks `shortener_user_exclude`: a map from providers to lists of users. */
export function readUserLists(value: Readonly<Record<string, unknown>>): Checked<unknown> {
  for (const [name, users] of Object.entries(value)) {
    if (!Array.isArray(users) || !users.every((user) => typeof user === 'string'))
      return {path: [name], message: `Found ${describeValue(users)}, expected a list of user names`}
  }
  return {value}
}

/**
 * Checks that every provider which the options of `pymdownx.magiclink` name is there.
 *
 * @param options  checked one by one
 * @param path  way to the options
 */
export function checkProviders(options: Readonly<Record<string, unknown>>, path: ConfigPath): readonly Finding[] {
  const names = (option: string): readonly string[] => (isPlainMap(options[option]) ? Object.keys(options[option]) : [])
  const known = [...knownProviders, ...names('custom')]
  const {provider} = options
  return [
    ...(typeof provider === 'string' && !known.includes(provider)
      ? [{path: [...path, 'provider'], at: 'value' as const, ...unknownName('provider', provider, known)}]
      : []),
    ...names('shortener_user_exclude')
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [...path, 'shortener_user_exclude', name],
        at: 'key' as const,
        ...unknownName('provider', name, known),
      })),
  ]
}
