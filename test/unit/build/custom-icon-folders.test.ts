import path from 'node:path'
import {expect, it} from 'vitest'
import {createRenderer} from '../../../src/build/create-renderer.ts'
import {customIconFolders} from '../../../src/build/custom-icon-folders.ts'
import {temporaryFolder} from '../../support/temporary-folder.ts'

it('finds the folders of the site’s own icons, if it has any', () => {
  const extensions = {'pymdownx.emoji': {options: {custom_icons: ['/look/icons']}}}
  expect(customIconFolders({extensions})).toEqual(['/look/icons'])
  expect(customIconFolders({extensions: {'pymdownx.emoji': {}}})).toEqual([])
  expect(customIconFolders({extensions: {}})).toEqual([])
})

it('draws icons from there, a hyphen for each folder', async () => {
  const folder = temporaryFolder({'custom/harbour/crane.svg': '<svg viewBox="0 0 8 8"><path d="M1 1"/></svg>'})
  const markdownExtensions = [{'pymdownx.emoji': {options: {custom_icons: [path.resolve(folder)]}}}]
  const {html} = await (await createRenderer({markdownExtensions})).render(':custom-harbour-crane:')
  expect(html).toBe(
    '<p><span class="twemoji"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M1 1"/></svg></span></p>',
  )
})
