// A browser with somebody in front of it who notices what a visitor does not: errors in the console, what the page's policy forbade, tokens
// in addresses, words that do not fit, contrast and names that readers need.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {chromium} from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE_MILLIS = 60_000;

/** A no of the node that a test provokes is written into the console by the browser; it names method, path and status. */
export class Watch {
    findings = [];
    expected = [];
    /** Reads that a busy node put off; the page asks again by itself. */
    repeated = 0;
    bytes = new Map();

    expect(status, path) {
        this.expected.push([status, path]);
    }

    found(what) {
        this.findings.push(what);
    }
}

export async function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    });
}

/** A visitor with a screen, a language and a look; watch takes note of everything that should not be. */
export async function visit(browser, watch, {width = 390, height = 800, dark = false, locale = 'en-GB'} = {}) {
    const context = await browser.newContext({viewport: {width, height}, colorScheme: dark ? 'dark' : 'light', locale});
    context.setDefaultTimeout(PATIENCE_MILLIS);
    const page = await context.newPage();
    await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    page.on('pageerror', error => watch.found(`error: ${error.message}`));
    page.on('request', request => {
        if (/eyJ|token=|refresh/.test(request.url())) watch.found(`a token in an address: ${request.url().slice(0, 80)}`);
    });
    page.on('response', async response => {
        const path = new URL(response.url()).pathname;
        if (response.status() === 503 && response.request().method() === 'GET') {
            watch.repeated++;
            return;
        }
        if (response.status() >= 400 && !watch.expected.some(([status, part]) => status === response.status() && path.includes(part))) watch.found(`${response.status()} ${response.request().method()} ${path}`);
        if (path.startsWith('/page/') && !path.includes('/ol-') && response.ok()) {
            const of = new URL(page.url()).pathname;
            if (!watch.bytes.has(of)) watch.bytes.set(of, new Map());
            watch.bytes.get(of).set(path, (await response.body().catch(() => '')).length);
        }
    });
    page.on('console', message => {
        if (message.type() !== 'error') return;
        // Answers of the node are judged above, by their status; a lost network is lost on purpose.
        if (/^Failed to load resource|net::ERR_INTERNET_DISCONNECTED|WebSocket connection to/.test(message.text())) return;
        watch.found(`console: ${message.text()}`);
    });
    return page;
}

/** Words that do not fit, contrast below AA, fields and buttons without a name. */
export async function judge(page, watch, where) {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) watch.found(`${where}: ${wide} px too wide`);
    await page.evaluate(AXE);
    const {violations} = await page.evaluate(() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations']}));
    for (const violation of violations)
        watch.found(`${where}: ${violation.id} ${violation.nodes.slice(0, 3).map(node => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
}

/** Six digits of RFC 6238. */
export async function totp(secret) {
    const {createHmac} = await import('node:crypto');
    const bits = [...secret.replace(/[\s=]/g, '')].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
    const hash = createHmac('sha1', Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)))).update(counter).digest();
    const offset = hash.at(-1) & 15;
    return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
