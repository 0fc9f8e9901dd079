import {describe, expect, it} from 'vitest'
import {makeInlineFinder} from '../../../../plugins/math/find-inline.ts'
import remarkMath from '../../../../plugins/math/remark-math.ts'
import {renderWith} from '../../../support/render-with.ts'

const render = renderWith([remarkMath, {generic: true}])
const span = (tex: string): string => `<span class="arithmatex">\\(${tex}\\)</span>`

describe('a formula in text', () => {
  it.each([
    ['$a+b$', 'a+b'],
    ['\\(a+b\\)', 'a+b'],
    ['\\( a + b \\)', ' a + b '],
    ['$3 and 4$', '3 and 4'],
    ['$a\nb$', 'a\nb'],
    ['$\\$2.00$', '\\$2.00'],
    ['$a\\\\$', 'a\\\\'],
    ['\\(a \\text{ (b) }\\)', 'a \\text{ (b) }'],
    ['\\($\\)', '$'],
    ['$\\frac{{a}}{{b}}$', '\\frac{{a}}{{b}}'],
    ['$f[0](x)$', 'f[0](x)'],
    ['$a `b$', 'a `b'],
  ])('is read between its marks: %s', (source, tex) => {
    expect(render(source)).toBe(`<p>${span(tex)}</p>`)
  })

  it.each(['It is $3.00 or $5.00.', '$ a$', '$a $', 'a$', '$$', '\\$a\\$', '$a\\$', 'from $5 to 6'])(
    'leaves other dollar signs alone: %s',
    (source) => {
      expect(render(source)).toBe(`<p>${source.replaceAll('\\$', '$')}</p>`)
    },
  )

  it('takes dollar signs with spaces beside them where it is told to', () => {
    const loose = renderWith([remarkMath, {generic: true, smart_dollar: false}])
    expect(loose('so $ a + b $ holds')).toBe(`<p>so ${span(' a + b ')} holds</p>`)
  })

  it('opens behind a backslash that is escaped itself', () => {
    expect(render('\\\\$a$ \\\\\\(b\\) \\\\(c\\)')).toBe(`<p>\\${span('a')} \\${span('b')} \\(c)</p>`)
  })

  it('takes the inner pair of two dollar signs in a line of text', () => {
    expect(render('so $$a$$ holds')).toBe(`<p>so $${span('a')}$ holds</p>`)
  })

  it('is not read as Markdown inside', () => {
    expect(render('$*a* _b_ \\* <i> &amp; [c](d.md)$')).toBe(
      `<p>${span('*a* _b_ \\* &#x3C;i> &#x26;amp; [c](d.md)')}</p>`,
    )
  })

  it('is read inside emphasis, links, headings and next to CJK text', () => {
    expect(render('**$a$** [$b$](c.md) 若$d$则')).toBe(
      `<p><strong>${span('a')}</strong> <a href="c.md">${span('b')}</a> 若${span('d')}则</p>`,
    )
    expect(render('# On $a$')).toBe(`<h1>On ${span('a')}</h1>`)
  })

  it('goes on over the lines of a quote', () => {
    expect(render('> $a\n> = b$ c')).toBe(`<blockquote>\n<p>${span('a\n= b')} c</p>\n</blockquote>`)
  })

  it.each([
    ['code', '`$a$`', '<code>$a$</code>'],
    ['code that starts later', '$5 `a$b`', '$5 <code>a$b</code>'],
    ['attributes', '<b title="$a$">x</b>', '<b title="$a$">x</b>'],
    ['attributes of a tag that starts later', '$5 <b title="$a">x</b>', '$5 <b title="$a">x</b>'],
    ['comments', '$5 <!-- $ --> 6', '$5 <!-- $ --> 6'],
    ['destinations', '[x](a$b$c)', '<a href="a$b$c">x</a>'],
    ['destinations of a link that starts later', '$5 [x](a$b)', '$5 <a href="a$b">x</a>'],
    ['destinations of a link that starts before', '[for $5](a$b)', '<a href="a$b">for $5</a>'],
    [
      'addresses',
      '$5 <https://aurora.example/$a>',
      '$5 <a href="https://aurora.example/$a">https://aurora.example/$a</a>',
    ],
    ['tags of a template', '{{$a.b}} {{$c}} {% if $d %}$', '{{$a.b}} {{$c}} {% if $d %}$'],
    ['a tag of a template that starts later', '$5 {{$a}}', '$5 {{$a}}'],
  ])('has no mark in %s', (_, source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>`)
  })

  it('stands beside tags of a template', () => {
    expect(render('{{ $a }} $b$ {{ $c }}')).toBe(`<p>{{ $a }} ${span('b')} {{ $c }}</p>`)
  })

  it('reaches over no code', () => {
    expect(render('$a `b` c$ \\(a `b` c\\)')).toBe('<p>$a <code>b</code> c$ (a <code>b</code> c)</p>')
  })

  it('is read in the forms that are asked for', () => {
    const round = renderWith([remarkMath, {generic: true, inline_syntax: ['round']}])
    expect(round('$a$ \\(b\\)')).toBe(`<p>$a$ ${span('b')}</p>`)
    const none = renderWith([remarkMath, {generic: true, inline_syntax: []}])
    expect(none('$a$ \\(b\\)')).toBe('<p>$a$ (b)</p>')
  })
})

describe('the element of a formula', () => {
  it('has the tag and the marks that are asked for', () => {
    const other = renderWith([
      remarkMath,
      {generic: true, inline_tag: 'i', block_tag: 'p', tex_inline_wrap: ['<', '>'], tex_block_wrap: ['[[', ']]']},
    ])
    expect(other('$a$\n\n$$b$$')).toBe('<p><i class="arithmatex">&#x3C;a></i></p>\n<p class="arithmatex">[[b]]</p>')
  })

  it('is a script with a preview unless it is generic', () => {
    const scripts = renderWith(remarkMath)
    expect(scripts('$a<b$\n\n$$a&b$$')).toBe(
      '<p><span class="arithmatex"><span class="MathJax_Preview">a&#x3C;b</span>' +
        '<script type="math/tex">a<b</script></span></p>\n' +
        '<div class="arithmatex"><div class="MathJax_Preview">a&#x26;b</div>' +
        '<script type="math/tex; mode=display">a&b</script></div>',
    )
    expect(renderWith([remarkMath, {preview: false}])('$a$')).toBe(
      '<p><span class="arithmatex"><script type="math/tex">a</script></span></p>',
    )
  })

  it('does not end at an end tag of a script in its TeX', () => {
    expect(renderWith([remarkMath, {preview: false}])('\\(</script>\\)')).toContain('math/tex"><\\/script></script>')
  })
})

describe('the search for the end of a formula', () => {
  it.each([
    '$', '$a ', '$a`b', '$`', '{{$', '{{$}}', '$<!-- ', '$<a b="', "$<a b='\"", '$<ab:', '$](', '$[a](',
    '\\(', '\\(`', '\\(``', '\\(<!-- ', '\\(<a ', '\\(](', '\\([a](', '\\({{', '\\\\', '{%',
  ])('stays linear: %s', (token) => {
    const text = token.repeat(300_000 / token.length)
    const start = performance.now()
    const find = makeInlineFinder(text, {dollar: true, round: true, smart: true})
    for (let at = 0; at < text.length; at++) find(at)
    expect(performance.now() - start).toBeLessThan(3_000)
  }) // prettier-ignore
})
