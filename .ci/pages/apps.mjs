// A ride is clicked through, from the driver's application to the rating, by three people in three browsers: Anna rides, Ben drives, Olga is
// in the office. Ends with one line, and with 1 when anything was not as it should be.
//
//   node apps.mjs URL DATA-FOLDER [FOLDER FOR SCREENSHOTS]
//
// The node is a sandbox whose first operator has not been set up; the data folder is where it left the code for that.
import {mkdirSync, readFileSync} from 'node:fs';
import {judge, launch, totp, visit, Watch} from './visitor.mjs';

const [url = 'http://127.0.0.1:8080', data = 'data', shots] = process.argv.slice(2);
const watch = new Watch();
const began = Date.now();
const number = String(began).slice(-7);
const PASSWORD = 'correct horse battery';
const MOST_BYTES = 300_000;
let step = 'start';
let order = 'none';
let checks = 0;
let heaviest = 0;

if (shots) mkdirSync(shots, {recursive: true});
const browser = await launch();
const ben = await visit(browser, watch, {width: 360, height: 760});
const olga = await visit(browser, watch, {width: 1440, height: 900});
const anna = await visit(browser, watch, {width: 360, height: 760, dark: true});
const people = {ben, olga, anna};

async function look(name, who = name.split('-')[0]) {
    checks++;
    await judge(people[who], watch, name);
    if (shots) await people[who].screenshot({path: `${shots}/${name}.png`});
}

async function enter(page, phone) {
    await page.fill('input[name=phone]', phone);
    await page.click('form button.wide');
    await page.click('[data-fill-code]');
}

const must = (true_, words) => {
    checks++;
    if (!true_) throw new Error(words);
};

const STEPS = {
    async benApplies() {
        await ben.goto(`${url}/drive`);
        await ben.waitForSelector('input[name=phone]');
        await look('ben-1-door');
        await enter(ben, `+3779${number}`);
        await ben.click('[data-fill]');
        await ben.waitForSelector('[data-approve]:not([disabled])');
        await look('ben-2-application');
    },
    async olgaLetsHimDrive() {
        await olga.goto(`${url}/ops`);
        await olga.click('[data-set-up]');
        await olga.fill('input[name=code]', readFileSync(`${data}/operator-setup.txt`, 'utf8').trim());
        await olga.fill('input[name=name]', 'olga');
        await olga.fill('input[name=password]', PASSWORD);
        await olga.click('[data-make]');
        const secret = await olga.textContent('[data-totp-secret]');
        await look('olga-1-secret');
        await olga.fill('input[name=password]', PASSWORD);
        await olga.fill('input[name=totp]', await totp(secret));
        await olga.click('[data-enter]');
        await olga.waitForSelector('[data-engine=postgres]');
        for (const engine of ['postgres', 'redis', 'map', 'disk', 'processors']) must(await olga.$(`[data-engine=${engine}]`), `${engine} is not among the engines`);
        await look('olga-2-overview');
        await olga.click('[data-nav=drivers]');
        await olga.click('[data-driver-row]');
        await olga.waitForSelector('[data-paper=licence]');
        watch.expect(409, '/approve');
        await olga.click('[data-approve-driver]');
        await olga.waitForSelector('.problem >> text=not approved yet');
        await look('olga-3-papers');
        for (const paper of ['licence', 'passport', 'vehicle_registration', 'insurance']) {
            await olga.click(`[data-approve-paper=${paper}]`);
            await olga.waitForSelector(`[data-paper=${paper}] [data-paper-state=approved]`);
        }
        await olga.click('[data-approve-driver]');
        await olga.waitForSelector('[data-standing=approved]');
    },
    async benGoesOnShift() {
        await ben.click('[data-go-on]');
        await ben.waitForSelector('[data-go-home]');
        await look('ben-3-waiting');
        await ben.click('[data-pause]');
        await ben.waitForSelector('[data-resume]');
    },
    async annaOrders() {
        await anna.goto(`${url}/ride`);
        await anna.waitForSelector('input[name=phone]');
        await look('anna-1-door');
        await enter(anna, `+3778${number}`);
        await anna.waitForFunction(() => document.querySelector('input[name=from]')?.value);
        await anna.focus('input[name=to]');
        await anna.keyboard.type('Larvotto');
        await anna.waitForSelector('#found li[aria-selected=true]');
        await look('anna-2-places');
        await anna.keyboard.press('ArrowDown');
        await anna.keyboard.press('ArrowUp');
        await anna.keyboard.press('Enter');
        await anna.waitForSelector('[data-order]:not([disabled])');
        await look('anna-3-classes');
        await anna.click('.paying');
        await anna.click('[data-add-card]');
        await anna.waitForSelector('[data-method="4242"]');
        await anna.click('.more summary');
        await anna.click('[data-test-card=tok_declined]');
        await anna.click('[data-method="0002"]');
        await anna.click('[data-order]');
        await anna.waitForSelector('[data-pay-otherwise]');
        await look('anna-4-pay-otherwise');
        await anna.click('[data-method="4242"]');
        await anna.click('[data-cancel]');
        await anna.waitForSelector('[data-cancel-yes]');
        await look('anna-5-cancelling');
        await anna.click('.card [data-first]');
        await anna.click('[data-pay-otherwise]');
        await anna.waitForSelector('.pulse, [data-boarding-code]');
        if (shots) await anna.screenshot({path: `${shots}/anna-6-searching.png`});
        order = await anna.evaluate(() => sessionStorage.getItem('hansom.ride'));
        must(/^ord_/.test(order), 'the page does not keep its order');
    },
    async benTakesIt() {
        // Fifteen seconds are an offer's life, and this machine may be busy: it is taken first and looked at never.
        await ben.click('[data-resume]');
        await ben.click('[data-accept]:not([disabled])');
        await ben.waitForSelector('[data-arrive]');
        await ben.waitForSelector('.turn');
        await anna.waitForSelector('[data-boarding-code]');
        must((await anna.textContent('[data-plate]')).includes('AB 123'), 'the plate is not shown');
        await look('anna-7-coming');
        await look('ben-5-to-rider');
    },
    async annaWatchesWithoutSockets() {
        people.second = await visit(browser, watch, {width: 1440, height: 900});
        await people.second.routeWebSocket(/v1\/live/, socket => socket.close());
        await people.second.goto(`${url}/ride`);
        await people.second.waitForSelector('input[name=phone]');
        const stream = people.second.waitForResponse(response => response.url().endsWith('/v1/live/events') && response.ok());
        await enter(people.second, `+3778${number}`);
        await people.second.waitForSelector('[data-boarding-code]');
        await stream;
    },
    async annaOpensAnotherTab() {
        const tab = await anna.context().newPage();
        await tab.goto(`${url}/ride`);
        await tab.waitForSelector('[data-boarding-code]');
        // Her token is about to run out: it is renewed by one of the two, and both have the new one.
        const refreshed = tab.waitForResponse(response => response.url().endsWith('/oauth2/token') && response.ok());
        await tab.evaluate(() => sessionStorage.setItem('hansom.session.rider', JSON.stringify({...JSON.parse(sessionStorage.getItem('hansom.session.rider')), expires: Date.now() + 5000})));
        await anna.evaluate(() => sessionStorage.setItem('hansom.session.rider', JSON.stringify({...JSON.parse(sessionStorage.getItem('hansom.session.rider')), expires: Date.now() + 5000})));
        await Promise.all([tab.reload(), anna.reload()]);
        await refreshed;
        for (const screen of [tab, anna]) await screen.waitForSelector('[data-boarding-code]');
        const refresh = screen => screen.evaluate(() => JSON.parse(sessionStorage.getItem('hansom.session.rider')).refresh);
        await anna.waitForTimeout(1000);
        must((await refresh(tab)) === (await refresh(anna)), 'two tabs hold different tokens');
        await tab.close();
    },
    async theyMeet() {
        await ben.click('[data-arrive]');
        await ben.waitForSelector('input[name=boarding-code]');
        for (const screen of [anna, people.second]) await screen.waitForSelector('h1.big >> text=waiting');
        await look('anna-8-waiting');
        await look('second-1-waiting', 'second');
        await people.second.context().close();
        const code = await anna.getAttribute('[data-boarding-code]', 'data-boarding-code');
        watch.expect(422, '/start');
        await ben.fill('input[name=boarding-code]', code === '0000' ? '1111' : '0000');
        await ben.click('[data-start]');
        await ben.waitForSelector('.problem >> text=boarding_code_wrong');
        await look('ben-6-wrong-code');
        await ben.fill('input[name=boarding-code]', code);
        await ben.click('[data-start]');
        await ben.waitForSelector('[data-complete]');
    },
    async annaReloadsUnderWay() {
        await anna.waitForSelector('[data-eta].huge');
        await anna.reload();
        await anna.waitForSelector('[data-eta].huge');
        await ben.reload();
        await ben.waitForSelector('[data-complete]');
        await ben.waitForSelector('.turn');
        await ben.waitForTimeout(3000);
        await look('anna-9-under-way');
        await look('ben-7-under-way');
    },
    async theNetworkIsLost() {
        await anna.context().setOffline(true);
        await anna.waitForSelector('.away');
        await look('anna-10-offline');
        await ben.click('[data-complete]');
        await ben.waitForSelector('[data-fare]');
        await anna.context().setOffline(false);
        await anna.waitForSelector('[data-receipt]');
        await anna.waitForSelector('.away', {state: 'detached'});
        await anna.waitForSelector('[data-payment=captured]');
        await look('anna-11-receipt');
        await look('ben-8-ended');
    },
    async bothSayHowItWas() {
        await anna.click('.stars label:nth-child(5)');
        await anna.click('[data-receipt] .pick');
        await anna.click('[data-receipt] form button.wide');
        await anna.waitForSelector('[data-rated="5"]');
        await anna.click('[data-tip]');
        await anna.waitForSelector('[data-tipped]');
        await look('anna-12-rated');
        await ben.click('.stars label:nth-child(4)');
        await ben.click('form button.wide');
        await ben.waitForSelector('[data-rated]');
        await ben.click('[data-next]');
        await ben.click('[data-money]');
        await ben.waitForFunction(() => /[1-9]/.test(document.querySelector('[data-balance]')?.textContent ?? ''));
        await look('ben-9-money');
        await anna.click('[data-new]');
        await anna.click('#menu button');
        await anna.click('[data-history]');
        await anna.click('[data-past]');
        await anna.waitForSelector(`code >> text=${order}`);
        await look('anna-13-past');
    },
    async olgaFindsIt() {
        await olga.fill('input[name=what]', order);
        await olga.keyboard.press('Enter');
        await olga.waitForSelector('[data-event=order_completed]');
        for (const event of ['order_placed', 'offer_shown', 'driver_assigned', 'trip_started', 'payment_captured']) must(await olga.$(`[data-event=${event}]`), `${event} is not in the story`);
        await look('olga-4-story');
        await olga.focus('.slider');
        await olga.keyboard.press('Home');
        await olga.waitForSelector('[data-as-of] >> text=Looking for a driver');
        await look('olga-5-then');
        await olga.fill('input[name=what]', `+3778${number}`);
        await olga.keyboard.press('Enter');
        await olga.click(`[data-order-row=${order}]`);
        await olga.waitForSelector(`[data-order-story=${order}]`);
        await olga.click('[data-nav=parked]');
        must((await olga.getAttribute('[data-parked]', 'data-parked')) === '0', 'something is parked');
        await look('olga-6-parked');
        await olga.click('[data-nav=home]');
        await olga.click('[data-prove]');
        await olga.waitForSelector('[data-proof=true]');
        for (const section of ['riders', 'roads', 'money', 'views']) {
            await olga.click(`[data-nav=${section}]`);
            await olga.waitForSelector('.stamp >> text=as of');
            await look(`olga-7-${section}`);
        }
    },
    async olgaLooksOnHerPhoneInRussian() {
        await olga.setViewportSize({width: 360, height: 760});
        await olga.click('#switches button');
        for (const section of ['home', 'orders', 'drivers', 'parked', 'money']) {
            await olga.click(`[data-nav=${section}]`);
            await olga.waitForSelector('.stamp >> text=на ');
            await look(`olga-8-${section}`);
        }
        await olga.fill('input[name=what]', order);
        await olga.keyboard.press('Enter');
        await olga.waitForSelector('[data-event=order_completed]');
        must((await olga.textContent('[data-event=order_placed]')).includes('Заказ'), 'the story is not told in Russian');
        await look('olga-8-story');
        await ben.click('#switches button');
        await look('ben-10-money-in-russian');
    },
    async theySignOut() {
        await ben.click('button.plain');
        await ben.click('[data-go-home]');
        await ben.waitForSelector('[data-go-on]');
        await ben.click('#menu button');
        await ben.click('[data-sign-out]');
        await ben.waitForSelector('input[name=phone]');
        await olga.click('[data-sign-out]');
        await olga.waitForSelector('input[name=totp]');
        const left = await anna.evaluate(() => JSON.stringify(localStorage));
        must(!/eyJ|refresh/.test(left), 'tokens lie in the local storage');
    },
};

try {
    for (const [name, run] of Object.entries(STEPS)) {
        step = name;
        await run();
        console.log(`${name} ${((Date.now() - began) / 1000).toFixed(0)} s`);
    }
    step = 'weight';
    for (const [page, files] of watch.bytes) {
        const weight = [...files.values()].reduce((sum, one) => sum + one, 0);
        heaviest = Math.max(heaviest, weight);
        must(weight <= MOST_BYTES, `${page} weighs ${weight} bytes beside the map library`);
    }
    step = 'done';
} catch (failure) {
    watch.found(`${step}: ${failure.message.split('\n')[0]}`);
    if (shots) for (const [name, page] of Object.entries(people)) await page.screenshot({path: `${shots}/failed-${name}.png`}).catch(() => {});
} finally {
    await browser.close();
}
watch.findings.forEach(finding => console.log(`! ${finding}`));
console.log(`pages apps=${watch.findings.length ? 'failed' : 'passed'} order=${order} checks=${checks} findings=${watch.findings.length} repeated=${watch.repeated} heaviest_page_bytes=${heaviest} seconds=${((Date.now() - began) / 1000).toFixed(0)}`);
process.exit(watch.findings.length ? 1 : 0);
