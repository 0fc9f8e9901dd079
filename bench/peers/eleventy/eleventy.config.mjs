import {InputPathToUrlTransformPlugin} from '@11ty/eleventy'
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight'
import markdownIt from 'markdown-it'
import anchor from 'markdown-it-anchor'

export default function (config) {
  config.setLibrary('md', markdownIt({html: true}).use(anchor))
  config.addPlugin(syntaxHighlight)
  config.addPlugin(InputPathToUrlTransformPlugin)
  config.addFilter('toc', (html) => {
    const headings = [...html.matchAll(/<h([2-6]) id="([^"]*)"[^>]*>(.*?)<\/h\1>/gs)]
    const items = headings.map(
      ([, level, id, text]) => `<li class="level-${level}"><a href="#${id}">${text.replace(/<[^>]*>/g, '')}</a></li>`,
    )
    return `<ul>${items.join('')}</ul>`
  })
  return {
    dir: {input: 'content', output: '_site', includes: '../includes', data: '../data'},
    markdownTemplateEngine: false,
    templateFormats: ['md'],
  }
}
