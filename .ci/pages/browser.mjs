// Debian's Chromium, and pages that may not complain: whatever a page says to the console as an error, throws, or is forbidden by its policy is kept.
import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path => existsSync(path));
const ARGUMENTS = [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
const PATIENCE = 90_000;

export async function openBrowser() {
    if (!CHROMIUM) throw new Error('chromium is not installed');
    return chromium.launch({executablePath: CHROMIUM, headless: true, args: ARGUMENTS, timeout: PATIENCE});
}

/** A page of its own in a context of its own; complaints go into the list. */
export async function openPage(browser, complaints, {width = 1440, height = 900, look = 'light', language = 'en', calm = false} = {}) {
    const context = await browser.newContext({
        viewport: {width, height}, colorScheme: look, locale: language === 'ru' ? 'ru-RU' : 'en-GB', deviceScaleFactor: width < 500 ? 2 : 1,
        reducedMotion: calm ? 'reduce' : 'no-preference',
    });
    await context.addInitScript(() => addEventListener('securitypolicyviolation', event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.setDefaultNavigationTimeout(PATIENCE);
    page.on('console', message => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url ?? ''}`);
    });
    page.on('pageerror', error => complaints.push(`thrown: ${error.message}`));
    return page;
}

/** Takes a picture when a folder for them is given. */
export async function picture(page, folder, name) {
    if (!folder) return;
    mkdirSync(folder, {recursive: true});
    await page.screenshot({path: join(folder, `${name}.png`), timeout: PATIENCE});
}

/** Waits until something is so; says what it waited for when it never was. */
export async function until(what, ask, patience = PATIENCE) {
    const end = Date.now() + patience;
    for (;;) {
        const answer = await ask();
        if (answer) return answer;
        if (Date.now() > end) throw new Error(`waited too long for ${what}`);
        await new Promise(done => setTimeout(done, 300));
    }
}
