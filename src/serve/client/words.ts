/** What the bar says, in the language of the page. */
export interface Words {
  readonly editions: string
  readonly compare: string
  readonly noFindings: string
  readonly findings: (count: number) => string
  readonly elsewhere: (count: number) => string
  readonly broken: string
  readonly disconnected: string
  readonly incomplete: string
  readonly homeOnly: string
  readonly hide: string
  readonly show: string
  readonly source: string
  readonly next: string
  readonly previous: string
  readonly differences: (count: number) => string
}

const en: Words = {
  editions: 'Editions',
  compare: 'Compare',
  noFindings: 'No findings on this page',
  findings: (count) => (count === 1 ? '1 finding' : `${count} findings`),
  elsewhere: (count) => (count === 1 ? '1 on other pages' : `${count} on other pages`),
  broken: 'This page has errors. What you see is its last good version.',
  disconnected: 'The server is gone',
  incomplete: 'Compiling the other pages …',
  homeOnly: 'home page',
  hide: 'Hide the bar',
  show: 'Show the bar',
  source: 'Source',
  next: 'Next difference',
  previous: 'Previous difference',
  differences: (count) => (count === 1 ? '1 difference' : `${count} differences`),
}

const zh: Words = {
  editions: '版本',
  compare: '对照',
  noFindings: '本页没有问题',
  findings: (count) => `${count} 个问题`,
  elsewhere: (count) => `其他页面 ${count} 个`,
  broken: '本页有错误，当前显示的是上一个正确的版本。',
  disconnected: '服务器已断开',
  incomplete: '正在编译其他页面……',
  homeOnly: '首页',
  hide: '隐藏工具条',
  show: '显示工具条',
  source: '源文件',
  next: '下一处差异',
  previous: '上一处差异',
  differences: (count) => `${count} 处差异`,
}

/** Words for a language tag: Chinese for Chinese, English for all else. */
export function wordsFor(tag: string): Words {
  return /^zh\b/i.test(tag) ? zh : en
}
