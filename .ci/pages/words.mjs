// Whether the pages say everything in both languages: each word that is asked for is there, and both
// languages have the same blanks. Words that nobody asks for are named. Needs no browser: node words.mjs [FOLDER OF THE PAGES]
import {readdirSync, readFileSync} from 'node:fs';

const folder = process.argv[2] ?? '../../api/edge/src/main/resources/hansom/edge/page';
const sources = readdirSync(folder).filter(name => /\.(js|html)$/.test(name)).map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')]);
const known = {en: new Map(), ru: new Map()};
const findings = [];
const NAMED_BY_THE_NODE = ['cash', 'card', 'wallet', 'account'];

/** Takes out what words({…}) is called with; the rest of the module is not run. */
for (const [name, text] of sources) {
    for (let at = text.indexOf('\nwords({'); at >= 0; at = text.indexOf('\nwords({', at + 1)) {
        const end = text.indexOf('\n});', at);
        const added = new Function(`return (${text.slice(at + '\nwords('.length, end + 2)})`)();
        for (const language of ['en', 'ru']) for (const [key, word] of Object.entries(added[language])) known[language].set(key, word);
        for (const key of Object.keys(added.en)) if (!(key in added.ru)) findings.push(`${name}: ${key} is not said in Russian`);
        for (const key of Object.keys(added.ru)) if (!(key in added.en)) findings.push(`${name}: ${key} is not said in English`);
    }
}

const blanks = word => [...new Set(Object.values(typeof word === 'string' ? {other: word} : word).join(' ').match(/\{[a-z_]+\}/g) ?? [])].sort().join();
for (const [key, word] of known.en) if (known.ru.has(key) && blanks(word) !== blanks(known.ru.get(key))) findings.push(`${key} has other blanks in Russian`);

const all = sources.map(([, text]) => text.replaceAll(/^\/\/.*$/gm, '').replaceAll(/\nwords\(\{[\s\S]*?\n\}\);/g, '')).join('\n');
const asked = new Set([...all.matchAll(/say\('([a-z0-9_]+)'[,)]/gi), ...all.matchAll(/data-say(?:-label|-hint|-title)?="([a-z0-9_]+)"/g)].map(([, key]) => key));
const prefixes = [...all.matchAll(/(?:say|knows)\('([a-z0-9_]+_)' \+/gi)].map(([, prefix]) => prefix);
for (const key of asked) if (!known.en.has(key)) findings.push(`${key} is asked for and not there`);
// A word may be named by a variable: then it stands somewhere in quotes or before a colon, or the node names it.
const quoted = new Set([...all.matchAll(/'([a-z0-9_]+)'|([a-z0-9_]+):/gi)].map(([, word, name]) => word ?? name));
NAMED_BY_THE_NODE.forEach(word => quoted.add(word));
const suffixes = [...all.matchAll(/\+ '(_[a-z0-9_]+)'/gi)].map(([, suffix]) => suffix);
const named = key => asked.has(key) || quoted.has(key) || prefixes.some(prefix => key.startsWith(prefix));
const idle = [...known.en.keys()].filter(key => !named(key) && !suffixes.some(suffix => key.endsWith(suffix) && named(key.slice(0, -suffix.length))));

if (idle.length) console.log(`nobody asks for: ${idle.join(' ')}`);
findings.forEach(finding => console.log(`! ${finding}`));
console.log(`pages words=${findings.length ? 'failed' : 'passed'} keys=${known.en.size} idle=${idle.length} findings=${findings.length}`);
process.exit(findings.length ? 1 : 0);
