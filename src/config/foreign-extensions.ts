/**
 * Extensions of other packages that people have in `mkdocs.yml`, and what to do instead: the second half of the
 * sentence that refuses them. Names as written there, without the class after a colon.
 */
export const foreignExtensions: Readonly<Record<string, string>> = {
  attr_cols: 'columns are written as `<div class="grid" markdown>`',
  callouts: 'a call-out is written as an admonition, `!!! note`',
  'github-callouts': 'a call-out is written as an admonition, `!!! note`',
  headerid: 'ids of headings are made by `toc`',
  markdown_captions: 'captions are written as `/// caption` with `pymdownx.blocks.caption`',
  'markdown_checklist.extension': 'checklists are made by `pymdownx.tasklist`',
  markdown_del_ins: 'use `pymdownx.tilde` and `pymdownx.caret`',
  'markdown_include.include': 'files are included by `pymdownx.snippets`',
  'material.extensions.preview': 'links have no previews; leave it out',
  mdx_breakless_lists: 'a list needs no blank line before it; leave it out',
  mdx_gh_links: 'use `pymdownx.magiclink`',
  mdx_include: 'files are included by `pymdownx.snippets`',
  mdx_linkify: 'bare addresses become links with `pymdownx.magiclink`',
  mdx_math: 'mathematics is written with `pymdownx.arithmatex`',
  mdx_truly_sane_lists: 'lists nest by two, three or four spaces; leave it out',
  'mkdocs-click': 'no Python is run; write the commands into a page',
  'mkdocs-typer': 'no Python is run; write the commands into a page',
  plantuml_markdown: 'diagrams are drawn from `mermaid` fences',
  'pymdownx.github': 'name the extensions that it stood for, such as `pymdownx.tasklist` and `pymdownx.tilde`',
  'pymdownx.githubemoji': 'it is called `pymdownx.emoji`',
  'pymdownx.headeranchor': 'ids of headings are made by `toc`',
  'pymdownx.plainhtml': 'it is called `pymdownx.striphtml`',
  smart_strong: 'use `pymdownx.betterem`',
}
