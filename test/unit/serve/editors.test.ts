import {describe, expect, it} from 'vitest'
import {editorAddress, editorPattern} from '../../../src/serve/editors.ts'

describe('the address of a place in an editor', () => {
  it('holds the file, the line and the column', () => {
    expect(editorAddress(editorPattern('vscode') ?? '', {file: '/docs/en/a b.md', line: 7, column: 3})).toBe(
      'vscode://file/docs/en/a%20b.md:7:3',
    )
    expect(editorAddress(editorPattern('idea') ?? '', {file: '/docs/概述#1.md'})).toBe(
      'idea://open?file=/docs/%E6%A6%82%E8%BF%B0%231.md&line=1&column=1',
    )
  })

  it('is that of a drive where files have one', () => {
    expect(editorAddress('x://file{path}', {file: String.raw`C:\docs\a.md`})).toBe('x://file/C:/docs/a.md')
  })

  it('can have a form of its own, or be none', () => {
    expect(editorPattern('emacs://open?{path}@{line}')).toBe('emacs://open?{path}@{line}')
    expect(editorPattern('none')).toBeUndefined()
  })

  it('is refused for an editor that nobody knows, with the nearest one', () => {
    expect(() => editorPattern('vscod')).toThrow('Unknown editor `vscod`; did you mean `vscode`')
    expect(() => editorPattern('butterfly')).toThrow('expected one of vscode, ')
  })
})
