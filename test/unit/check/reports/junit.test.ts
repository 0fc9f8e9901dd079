import {describe, expect, it} from 'vitest'
import {formatReport} from '../../../../src/check/reports/format-report.ts'
import type {Report} from '../../../../src/check/reports/report.ts'
import {finding, place, reportOf} from './report-of.ts'

const junit = (report: Report): readonly string[] => formatReport('junit', report, {color: false}).split('\n')

describe('the JUnit report', () => {
  it('has a suite for each file and a case for each finding', () => {
    const report = reportOf(
      [
        finding({place: place([2, 1], [2, 4]), expected: ['a']}),
        finding({severity: 'info', message: 'Old icon'}),
        finding({severity: 'warning', path: 'zh/b.md', brands: ['aurora']}),
      ],
      {},
    )
    expect(junit(report)).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="docprism check" tests="3" failures="2" errors="0" skipped="0" time="2.104">',
      '<testsuite name="content/en/install.md" tests="2" failures="1" errors="0" skipped="0" time="0">',
      '<testcase name="icon/unknown at 2:1" classname="content/en/install.md" file="content/en/install.md" time="0">',
      '<failure type="error" message="Unknown icon">content/en/install.md:2:1',
      'Unknown icon',
      'help: did you mean `a`</failure>',
      '</testcase>',
      '<testcase name="icon/unknown" classname="content/en/install.md" file="content/en/install.md" time="0">',
      '<system-out>content/en/install.md',
      'Old icon</system-out>',
      '</testcase>',
      '</testsuite>',
      '<testsuite name="content/zh/b.md" tests="1" failures="1" errors="0" skipped="0" time="0">',
      '<testcase name="icon/unknown" classname="content/zh/b.md" file="content/zh/b.md" time="0">',
      '<failure type="warning" message="Unknown icon [aurora]">content/zh/b.md',
      'Unknown icon [aurora]</failure>',
      '</testcase>',
      '</testsuite>',
      '</testsuites>',
      '',
    ])
  })

  it('has one case that passes where there are no findings', () => {
    expect(junit(reportOf([]))).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="docprism check" tests="1" failures="0" errors="0" skipped="0" time="2.104">',
      '<testsuite name="docprism" tests="1" failures="0" errors="0" skipped="0" time="0">',
      '<testcase name="no findings" classname="docprism" time="0"/>',
      '</testsuite>',
      '</testsuites>',
      '',
    ])
  })

  it('escapes what XML reads, and writes out what XML 1.0 does not allow', () => {
    const message = '<a href="b">&amp;]]> 中😀\u001B\uFFFE\uD800'
    const [, , suite, , failure, text] = junit(reportOf([finding({path: 'en/"a"\t<\u0001>\r\n.md', message})]))
    expect(suite).toContain('name="content/en/&#34;a&#34;&#9;&#60;\\u0001&#62;&#13;&#10;.md"')
    expect(failure).toBe(
      '<failure type="error" message="&#60;a href=&#34;b&#34;&#62;&#38;amp;]]&#62; 中😀\\u001b\\ufffe\\ud800">' +
        'content/en/"a"\t&#60;\\u0001&#62;&#13;',
    )
    expect(text).toBe('.md')
  })
})
