/** Blocks with nothing wrong in them, most of which look as if there was. `id` makes names unlike all others. */
export const harmlessBlocks: readonly ((id: number) => string)[] = [
  (id) => `## Part ${id} {#part-${id}}\n\nSee [part](#part-${id}) and <a href="#part-${id}">part</a>.`,
  (id) => `## 绑定 ${id} {#绑定-${id}}\n\n参见[绑定](#绑定-${id})、[绑定](#%E7%BB%91%E5%AE%9A-${id})。`,
  (id) => `<a id="spot-${id}"></a>\n\nBack to [the spot](#spot-${id}).`,
  (id) => `<div id="box-${id}" markdown>\n\nIn [the box](#box-${id}).\n\n</div>`,
  () => '```md\n[a](gone.md) ![b](img/gone.png) [c](#gone)\n:material-gone: !!! gone\n```',
  () => '- item\n\n    ```html\n    <a href="../gone/"><img src="gone.png"></div>\n    ```',
  () => 'Written as `[a](gone.md)`, ``![`b`](img/gone.png)`` or `:material-gone:`.',
  () => '<!-- [a](gone.md) ![](img/gone.png) <<< custom_key.gone >>> -->',
  () => '<!--\n!!! gone\n\n[a](#gone)\n-->',
  () => 'Not a link: \\[a](gone.md), !\\[b](gone.png), a[0][1], f(x)[y], [ ] and [x].',
  () => 'At 12:30:45 in a:b:c, 3:1, `::`, C:\\temp and http://localhost:8080/gone.md.',
  (id) => `See the note[^n${id}] below.\n\n[^n${id}]: With [a link](https://www.example.com/${id}).`,
  (id) => `See [the site][s${id}].\n\n[s${id}]: https://www.example.com/${id}`,
  (id) => `<<<% if custom_key.brand_key == 'nobody-${id}' %>>>\n[a](gone.md) ![](gone.png)\n<<<% endif %>>>`,
  (id) => `<<<% if custom_key.brand_key %>>>\n**Words** ${id}\n<<<% endif %>>>`,
  () => '{{ page.gone }} and {% if gone %}, < 3, a << b, 1 >>> 0 and <<EOF stay as they are.',
  (id) => `[mail](mailto:a${id}@www.example.com), [call](tel:+100${id}), <https://www.example.com/?a=${id}&b=c>`,
  (id) => `| a | b |\n|---|---|\n| \`x|y\` | [site](https://www.example.com/${id}) |`,
  (id) => `!!! note "Title ${id}"\n\n    Text with \`code\`.\n\n    - item\n\n        1. inner`,
  () => 'Line one  \nline two with *stress*, **more** and `a*b*c`.',
]

/** A page with a block at its end, or `undefined` where the end of the page is inside something. */
export function appendBlock(text: string, block: string): string | undefined {
  const isInCode = (text.match(/^\s*(?:```|~~~)/gm) ?? []).length % 2 === 1
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  if (isInCode || /^\s/.test(last) || /^\s*[<|]/.test(last)) return undefined
  return `${text.trimEnd()}\n\n${block}\n`
}
