import {describe, expect, it} from 'vitest'
import {joinAssets} from '../../../src/render/join-assets.ts'

const join = (files: Readonly<Record<string, string>>, features: readonly string[] = []) => {
  const {files: joined, missing} = joinAssets(new Map(Object.entries(files)), features)
  return {files: Object.fromEntries(joined), missing}
}

describe('joined style sheets and scripts', () => {
  it('hold each file where a comment names it, and leave nothing of it beside', () => {
    expect(
      join({
        'css/all.css': '/* include b.css */\n/* include a.css */\np {}\n',
        'css/a.css': 'a {}\n',
        'css/b.css': 'b {}\n',
        'css/own.css': 'i {}\n',
        'js/all.js': '// include a.js\n',
        'js/a.js': "const text = '$&'\n",
      }),
    ).toEqual({
      files: {'css/all.css': 'b {}\na {}\np {}\n', 'css/own.css': 'i {}\n', 'js/all.js': "const text = '$&'\n"},
      missing: [],
    })
  })

  it('leave out what belongs to a feature that is off', () => {
    const files = {
      'js/all.js': '// include a.js if toc.follow\n// include b.js if navigation.top\n',
      'js/a.js': 'a',
      'js/b.js': 'b',
    }
    expect(join(files, ['toc.follow']).files).toEqual({'js/all.js': 'a\n\n'})
  })

  it('say what is not there', () => {
    expect(join({'css/all.css': '/* include gone.css */\n'})).toEqual({
      files: {'css/all.css': '\n'},
      missing: [{from: 'css/all.css', name: 'css/gone.css'}],
    })
  })

  it('take other comments for what they are', () => {
    const text = '// include what you like\n/* include a.css, too */\nx // include a.js\n'
    expect(join({'js/all.js': text}).files).toEqual({'js/all.js': text})
  })
})
