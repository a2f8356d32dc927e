// The city page and the story of an order in a real browser, against a node that runs: node city.mjs URL [folder for pictures]
import assert from 'node:assert/strict';
import {openBrowser, openPage, picture, until} from './browser.mjs';
import {Town, decode} from './town.mjs';

const [url = 'http://127.0.0.1:8080', folder] = process.argv.slice(2);
const complaints = [];
const town = new Town(url);
const browser = await openBrowser();

/** What the canvas of cars shows, as a word that changes when a car does. */
const drawn = page => page.evaluate(() => document.querySelector('canvas.cars').toDataURL());
const figure = (page, name) => page.evaluate(title => {
    const cell = [...document.querySelectorAll('.figure')].find(one => one.querySelector('dt').textContent === title);
    return cell?.querySelector('dd').textContent ?? null;
}, name);
const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

try {
    const run = await town.begin({drivers: 2, riders: 1});
    const rider = run.riders[0];
    const line = decode((await town.quote(rider)).quotes[0].route.polyline);
    const wide = await openPage(browser, complaints);
    await wide.goto(url + '/');
    await until('the map', () => wide.locator('.ol-layer canvas').first().isVisible());
    const free = await until('free drivers', async () => Number.parseInt(await figure(wide, 'Free drivers') ?? '0', 10) >= 2);
    assert.ok(free);

    // Cars glide: a driver goes along a street, and the canvas is another at each look.
    town.drive(run.drivers[1], line);
    const looks = new Set();
    await until('cars that move', async () => looks.add(await drawn(wide)).size >= 6);

    // An order appears, is told as it goes on, and opens its story.
    const orders = Number.parseInt(await figure(wide, 'Orders a minute'), 10);
    const order = await town.order(rider);
    await until('the order in the figures', async () => Number.parseInt(await figure(wide, 'Orders a minute'), 10) > orders);
    const row = wide.locator('#lately .choice').first();
    await until('the order in the list', () => row.isVisible());
    await town.does(run.drivers[0], 'ACCEPT');
    await row.click();
    await until('its story', () => wide.locator('#tale .line-of-time li').first().isVisible());
    await until('the driver in the story', async () => (await wide.locator('#tale').textContent()).includes('A driver has taken the order.'));
    await picture(wide, folder, 'city-1440-light-en');
    for (const state of ['ARRIVED', 'BEGIN_TRIP', 'DROPOFF']) await town.does(run.drivers[0], state);
    await until('the end of the story', async () => (await wide.locator('#tale h2').textContent()) === 'Ride complete');
    await wide.keyboard.press('Escape');
    assert.equal(await wide.locator('#tale').isVisible(), false, 'Escape closes the story');

    // The story as a page: the events as stored, a fare whose items add up, who was asked, and the track.
    const story = await openPage(browser, complaints, {look: 'dark', language: 'ru'});
    await story.goto(`${url}/story#${order}`);
    await until('the story in Russian', async () => (await story.locator('#tale h2').textContent().catch(() => '')) === 'Поездка завершена');
    const told = await (await fetch(`${url}/v1/city/orders/${order}`)).json();
    assert.equal(await story.locator('.line-of-time li').count(), told.events.length, 'every stored event is told');
    assert.equal(await story.locator('.bill > div').count(), told.order.fare.items.length + 1, 'every item of the fare is told');
    assert.ok((await story.locator('.asked li').count()) >= 1, 'who was asked is told');
    const track = await (await fetch(`${url}/v1/city/orders/${order}/track`)).json();
    assert.ok(JSON.stringify(track).includes('LineString'), 'the track is there');
    await picture(story, folder, 'story-1440-dark-ru');
    await story.goto(`${url}/story#ord_00000000-0000-7000-8000-000000000000`);
    await story.reload();
    await until('a plain word for an unknown order', () => story.locator('.problem code').isVisible());
    const expected = complaints.filter(said => said.includes('404') && said.includes('ord_00000000'));
    expected.forEach(said => complaints.splice(complaints.indexOf(said), 1));

    // Small, large, light and dark, in both languages: nothing is wider than the window.
    for (const [width, height, look, language] of [[360, 740, 'light', 'ru'], [360, 740, 'dark', 'en'], [1440, 900, 'dark', 'ru'], [2560, 1440, 'light', 'en'], [2560, 1440, 'dark', 'ru']]) {
        const page = await openPage(browser, complaints, {width, height, look, language});
        await page.goto(url + '/');
        await until('figures', () => page.locator('.figure dd').first().isVisible());
        await page.waitForTimeout(3000);
        assert.ok((await overflow(page)) <= 0, `${width} px wide`);
        await picture(page, folder, `city-${width}-${look}-${language}`);
        if (width === 360) {
            await page.goto(`${url}/story#${order}`);
            await until('the story', () => page.locator('.line-of-time li').first().isVisible());
            assert.ok((await overflow(page)) <= 0, `the story at ${width} px`);
            await picture(page, folder, `story-${width}-${look}-${language}`);
        }
        await page.context().close();
    }

    assert.equal(town.lost, undefined);
    assert.deepEqual(complaints, []);
    console.log(`pages city=ok order=${order} events=${told.events.length} complaints=0`);
} catch (failure) {
    console.error(failure);
    complaints.forEach(said => console.error('the page said:', said));
    console.log('pages city=failed');
    process.exitCode = 1;
} finally {
    await browser.close();
    await town.end().catch(() => {});
}
