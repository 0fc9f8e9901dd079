import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {temporaryFolder, writeFiles} from './temporary-folder.ts'

/** A site in a repository of git. */
export interface GitSite {
  readonly cwd: string
  git(...args: readonly string[]): string
  write(files: Readonly<Record<string, string>>): void
  /** Replaces text in a file, which must hold it. */
  edit(file: string, from: string, to: string): void
  remove(file: string): void
  rename(from: string, to: string): void
  commit(): void
}

const config = [
  'locales: {en: {name: English}}',
  'values: {version: "1.0"}',
  'brands:',
  '  nova: {url: https://docs.nova.example/, values: {name: Nova, host: nova.example}}',
  '  ember: {url: https://docs.ember.example/, values: {name: Ember, host: ember.example}}',
  'check: {rules: {macro/unused-value: off}}',
  '',
].join('\n')

/** Makes a repository with a site for two brands, everything committed on the branch `main`. */
export function gitSite(files: Readonly<Record<string, string>>): GitSite {
  const cwd = temporaryFolder({'.gitignore': 'node_modules\n', 'docprism.yml': config, ...files})
  const git = (...args: readonly string[]): string => runGit(cwd, args)
  const site: GitSite = {
    cwd,
    git,
    write: (more) => {
      writeFiles(cwd, more)
    },
    edit: (file, from, to) => {
      const text = readFileSync(path.join(cwd, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
      writeFileSync(path.join(cwd, file), text.replace(from, to))
    },
    remove: (file) => {
      rmSync(path.join(cwd, file), {recursive: true})
    },
    rename: (from, to) => {
      mkdirSync(path.dirname(path.join(cwd, to)), {recursive: true})
      if (existsSync(path.join(cwd, to))) throw new Error(`${to} is there`)
      renameSync(path.join(cwd, from), path.join(cwd, to))
    },
    commit: () => {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', 'change')
    },
  }
  git('init', '--quiet', '--initial-branch', 'main')
  site.commit()
  return site
}

/** Runs git with a name and without the configuration of the machine. */
export function runGit(cwd: string, args: readonly string[]): string {
  return execFileSync('git', [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: path.join(cwd, '.no-configuration'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@docs.example',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@docs.example',
    },
  })
}
