// Checks spelling and grammar of Markdown files with Harper, which needs no network: https://writewithharper.com
// Input, as JSON: the folder `harper`, the `files`, the `words` to know, and the rules that are `off`.
// Output, as JSON: a list of findings.

import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

globalThis.crypto ??= webcrypto;  // Node.js 18 has it here only
const { harper, files, words, off } = JSON.parse(readFileSync(0, 'utf8'));
const { Dialect, LocalLinter } = await import(pathToFileURL(`${harper}/dist/index.js`));
const { binaryInlined } = await import(pathToFileURL(`${harper}/dist/binaryInlined.js`));

const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
await linter.importWords(words);
const rules = await linter.getDefaultLintConfig();
const unknown = off.filter((rule) => !(rule in rules));
if (unknown.length) throw new Error(`Harper has no rules ${unknown.join(', ')}: delete them from tools/prose/style.yml`);
await linter.setLintConfig({ ...rules, ...Object.fromEntries(off.map((rule) => [rule, false])) });

const findings = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const characters = [...text];  // Harper counts these, and not units of UTF-16
  for (const [rule, lints] of Object.entries(await linter.organizedLints(text, { language: 'markdown' }))) {
    for (const lint of lints) {
      const line = characters.slice(0, lint.span().start).filter((character) => character === '\n').length + 1;
      findings.push({ file, line, rule, text: lint.get_problem_text(), message: lint.message() });
    }
  }
}
console.log(JSON.stringify(findings));
