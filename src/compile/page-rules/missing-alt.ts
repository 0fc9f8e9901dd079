import type {PageRule} from './page-rule.ts'

/** Reports `image/missing-alt`: an image whose text is empty is nothing to those who cannot see it. */
export const missingAlt: PageRule = {
  types: ['image', 'imageReference'],
  start: ({range, report}) => ({
    node: (node) => {
      if ((node.type !== 'image' && node.type !== 'imageReference') || node.alt?.trim()) return
      const {start, end} = node.position ?? {}
      report({
        ruleId: 'image/missing-alt',
        message: 'Image without a text in its place; write what it shows between `![` and `]`',
        place: range(start?.offset ?? 0, end?.offset ?? 0),
      })
    },
  }),
}
