import {symlinkSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {openDisk} from '../../../src/build/disk.ts'
import {findSnippet} from '../../../src/build/find-snippet.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

function site(): string {
  return temporaryFolder({
    'docs/a.md': 'A',
    'docs/sub/b.md': 'B',
    'more/a.md': 'other A',
    'more/c.md': 'C',
    'secret.md': 'S',
    'docs-private/d.md': 'D',
  })
}

function find(root: string, name: string, options: {bases?: readonly string[]; restrict?: boolean} = {}): string {
  const {bases = ['docs'], restrict = true} = options
  const found = findSnippet(name, {root, basePaths: bases, restrict}, openDisk())
  return 'file' in found ? path.relative(root, found.file).split(path.sep).join('/') : found.rule
}

describe('a snippet', () => {
  it.each([
    ['a.md', ['docs'], 'docs/a.md'],
    ['sub/b.md', ['docs'], 'docs/sub/b.md'],
    ['./sub/../a.md', ['docs'], 'docs/a.md'],
    ['docs/a.md', ['.'], 'docs/a.md'],
    ['a.md', ['more', 'docs'], 'more/a.md'],
    ['c.md', ['nowhere', 'docs', 'more'], 'more/c.md'],
    ['a.md', ['docs/a.md'], 'docs/a.md'],
  ])('%s is found in the first of %j that has it', (name, bases, file) => {
    expect(find(site(), name, {bases})).toBe(file)
  })

  it.each([
    'no.md',
    'sub',
    'sub/',
    '',
    '.',
    'a.md/b.md',
    'a\u0000.md',
    'x'.repeat(5000),
    '%2e%2e/secret.md',
    '..%2fsecret.md',
  ])('that is no file of a base path is missing: %j', (name) => {
    expect(find(site(), name)).toBe('missing-file')
  })

  it.each(['../secret.md', 'sub/../../secret.md', '../docs-private/d.md', '../nothing.md', '/etc/hostname'])(
    'outside the base paths is never looked at: %s',
    (name) => {
      expect(find(site(), name)).toBe('outside-base-path')
    },
  )

  it('outside the base paths is not reached by a symbolic link', () => {
    const root = site()
    symlinkSync(path.join(root, 'secret.md'), path.join(root, 'docs/link.md'))
    symlinkSync(path.join(root, 'more'), path.join(root, 'docs/folder'))
    symlinkSync(path.join(root, 'docs/sub'), path.join(root, 'docs/inner'))
    expect(find(root, 'link.md')).toBe('outside-base-path')
    expect(find(root, 'folder/c.md')).toBe('outside-base-path')
    expect(find(root, 'inner/b.md')).toBe('docs/inner/b.md')
    expect(find(root, 'link.md', {bases: ['docs', '.']})).toBe('outside-base-path')
  })

  it('is found below a base path that is itself a symbolic link', () => {
    const root = site()
    symlinkSync(path.join(root, 'docs'), path.join(root, 'linked'))
    expect(find(root, 'sub/b.md', {bases: ['linked']})).toBe('linked/sub/b.md')
  })

  it('may be anywhere once that is allowed', () => {
    const root = site()
    expect(find(root, '../secret.md', {restrict: false})).toBe('secret.md')
    expect(find(root, path.join(root, 'secret.md'), {restrict: false})).toBe('secret.md')
    expect(find(root, '../nothing.md', {restrict: false})).toBe('missing-file')
  })

  it('that is the whole of a base path is the only file there', () => {
    expect(find(site(), 'sub/b.md', {bases: ['docs/a.md']})).toBe('missing-file')
  })

  it.each([
    ['aa.md', ['a.md']],
    ['sbu/b.md', undefined],
    ['subs/b.md', ['sub/b.md']],
    ['sub/bb.md', ['sub/b.md']],
    ['nothing-alike.txt', undefined],
  ])('that is missing is suggested by the nearest names: %s', (name, expected) => {
    const found = findSnippet(name, {root: site(), basePaths: ['docs'], restrict: true}, openDisk())
    expect('file' in found ? found : found.expected).toEqual(expected)
  })
})
