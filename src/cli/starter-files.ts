const configuration = `# Configuration of this site. The editor completes it with the schema of the package.
# yaml-language-server: $schema=./node_modules/docprism/lib/docprism.schema.json
title: <<< custom_key.brand_name >>> Docs
locales:
  en: {name: English}
  zh: {name: 简体中文}
brands:
  aurora:
    url: https://docs.aurora.example/
    values:
      brand_key: aurora
      brand_name: {en: Aurora, zh: 极光}
      main_domain: aurora.example
    theme: {primary: '#3b5bdb'}
  borealis:
    url: https://docs.borealis.example/
    values:
      brand_key: borealis
      brand_name: {en: Borealis, zh: 北曜}
      main_domain: borealis.example
    theme: {primary: '#0b7285'}
`

const englishHome = `# Welcome to <<< custom_key.brand_name >>>

This page was written once and is published for every brand. Start with the [installation](guide/install.md).

!!! tip "One source"

    Change a value in \`docprism.yml\` and build again: the text follows.
`

const englishInstall = `# Installation

Download the package from \`download.<<< custom_key.main_domain >>>\` and unpack it.

=== "Linux"

    \`\`\`shell
    curl -O https://download.<<< custom_key.main_domain >>>/tool.tar.gz
    \`\`\`

=== "Windows"

    Open the installer and follow its steps.

<<<% if custom_key.brand_key == 'aurora' %>>>
## Where Aurora keeps its data { #data }

Only readers of this brand see this section.
<<<% endif %>>>

Back to the [first page](../index.md).
`

const chineseHome = `# 欢迎使用<<< custom_key.brand_name >>>

本页只写一次，每个品牌各发布一份。请从[安装](guide/install.md)开始。

!!! tip "同一份源文件"

    修改 \`docprism.yml\` 中的值后重新构建，正文会随之变化。
`

const chineseInstall = `# 安装

从 \`download.<<< custom_key.main_domain >>>\` 下载安装包并解压。

=== "Linux"

    \`\`\`shell
    curl -O https://download.<<< custom_key.main_domain >>>/tool.tar.gz
    \`\`\`

=== "Windows"

    打开安装程序，按提示操作。

<<<% if custom_key.brand_key == 'aurora' %>>>
## 数据存放位置 { #data }

只有该品牌的读者会看到本节。
<<<% endif %>>>

返回[首页](../index.md)。
`

/** The site that \`docprism init\` writes: text by path from the folder of the site. */
export const starterFiles: ReadonlyMap<string, string> = new Map([
  ['docprism.yml', configuration],
  ['.gitignore', 'dist/\nnode_modules/\n'],
  ['content/en/index.md', englishHome],
  ['content/en/guide/.pages', 'title: Guide\n'],
  ['content/en/guide/install.md', englishInstall],
  ['content/zh/index.md', chineseHome],
  ['content/zh/guide/.pages', 'title: 指南\n'],
  ['content/zh/guide/install.md', chineseInstall],
])
