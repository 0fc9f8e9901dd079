import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import remarkTaskLists from '../../../../plugins/task-lists/remark-task-lists.ts'
import type {TaskListOptions} from '../../../../plugins/task-lists/remark-task-lists.ts'

function render(source: string, options?: TaskListOptions): string {
  const processor = unified().use(remarkParse).use(remarkTaskLists, options)
  const tree = processor.parse(source)
  processor.runSync(tree)
  return toHtml(toHast(tree))
}

describe('remarkTaskLists', () => {
  it('makes a box of each state', () => {
    expect(render('- [ ] wax skis\n- [x] pack\n- [X] *leave*')).toBe(`<ul class="task-list">
<li class="task-list-item"><input type="checkbox" disabled> wax skis</li>
<li class="task-list-item"><input type="checkbox" disabled checked> pack</li>
<li class="task-list-item"><input type="checkbox" disabled checked> <em>leave</em></li>
</ul>`)
  })

  it.each(['*', '+', '1.', '1)'])('knows lists with the marker %s', (marker) => {
    expect(render(`${marker} [x] done`)).toContain(
      '<li class="task-list-item"><input type="checkbox" disabled checked>',
    )
  })

  it('wraps the box on request', () => {
    expect(render('- [x] done', {custom_checkbox: true})).toContain(
      '<label class="task-list-control"><input type="checkbox" disabled checked><span class="task-list-indicator"></span></label> done',
    )
  })

  it('lets readers click on request', () => {
    expect(render('- [ ] open', {clickable_checkbox: true})).toContain('<input type="checkbox"> open')
  })

  it('marks only lists that have a task, and only items that are one', () => {
    const html = render('- [x] a\n- b\n  - c')
    expect(html.match(/class="task-list"/g)).toHaveLength(1)
    expect(html.match(/class="task-list-item"/g)).toHaveLength(1)
  })

  it('puts the box into the paragraph of a loose item', () => {
    expect(render('- [x] a\n\n- b')).toContain('<p><input type="checkbox" disabled checked> a</p>')
  })

  it.each(['- [ ]', '- [y] a', '- [x]a', '- []  a', '- `[x] a`', '[x] a'])('leaves %j as it is', (source) => {
    expect(render(source)).not.toContain('checkbox')
  })
})
