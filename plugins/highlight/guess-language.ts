/** What only one language starts with, in the order tried. Each looks at a bounded part of the code. */
const signs: readonly (readonly [language: string, sign: RegExp])[] = [
  ['bash', /^#!(?:\/usr)?\/bin\/(?:env )?(?:ba|da|k|z)?sh\b/],
  ['python', /^#!\/usr\/bin\/(?:env )?python[\d.]*\b/],
  ['perl', /^#!\/usr\/bin\/(?:env )?perl\b/],
  ['ruby', /^#!\/usr\/bin\/(?:env )?ruby\b/],
  ['javascript', /^#!\/usr\/bin\/env node\b/],
  ['php', /^\s{0,9}<\?php\b/],
  ['xml', /^\s{0,9}<\?xml\b/],
  ['html', /^\s{0,9}<!doctype html\b/i],
  ['html', /^\s{0,9}<(?:html|head|body|div|script|table)[\s>]/i],
  ['diff', /^(?:diff --git |--- [^\n]{1,200}\n\+\+\+ |Index: )/],
  ['json', /^\s{0,9}\{\s{0,99}"[^"\n]{1,200}"\s{0,9}:/],
  ['json', /^\s{0,9}\[\s{0,99}\{\s{0,99}"[^"\n]{1,200}"\s{0,9}:/],
  ['yaml', /^(?:%YAML|---\n[\w-]{1,99}:)/],
  ['docker', /^FROM [^\s]{1,200}(?: AS [\w-]{1,99})?\n/],
  ['ini', /^\[[\w.-]{1,99}\]\n[\w.-]{1,99} ?=/],
  ['sql', /^(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE) /],
  ['cpp', /^#include <\w{1,99}>\n/],
  ['c', /^#include <\w{1,99}\.h>\n/],
  ['go', /^package \w{1,99}\n/],
  ['python', /^(?:import [\w.]{1,99}(?:\n|$)|from [\w.]{1,99} import |def \w{1,99}\()/],
]

/**
 * Language of code that names none, told from how it starts; `undefined` where that leaves a doubt.
 *
 * Far more careful than the guess of Pygments, which always finds something: wrong colours are worse than none.
 */
export function guessLanguage(code: string): string | undefined {
  return signs.find(([, sign]) => sign.test(code))?.[0]
}
